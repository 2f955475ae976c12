package dev.contactsdk.core.drift;

import dev.contactsdk.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The documented shapes of answers, by operation. {@link #toText()} and {@link #parse(String)} keep
 * them as text: a line per answer, then a line per place with its forms. A question mark marks what
 * some documented answers lack, {@code map} an object whose names are data.
 */
public final class DocumentedShapes {
  /** In place of an operation: the shape of every operation's errors. */
  public static final String ERRORS = "*";

  private static final String ROOT = "(answer)";

  private final Map<String, Shape> roots = new TreeMap<>();

  private DocumentedShapes() {}

  /**
   * Creates a builder.
   *
   * @return a builder without shapes
   */
  public static Builder builder() {
    return new Builder();
  }

  @Nullable Shape of(String operation) {
    return roots.get(operation);
  }

  /** Whether a sign's place, or at least the object that it may be in, is documented. */
  boolean has(Sign sign) {
    String path = sign.place().equals(Sign.ROOT) ? "" : Shape.parent(sign.place());
    return sign.isFact()
        || roots.entrySet().stream()
            .filter(root -> isFor(root.getKey(), sign))
            .anyMatch(root -> root.getValue().at(path) != null);
  }

  private static boolean isFor(String operation, Sign sign) {
    return operation.equals(ERRORS)
        ? !sign.answers().equals("2xx")
        : sign.isAbout(operation, "2xx");
  }

  /**
   * Reads a resource that {@link #toText()} wrote.
   *
   * @param owner a class in the resource's package
   * @param name the resource's name
   * @return the shapes
   * @throws IllegalStateException when it cannot be read
   */
  public static DocumentedShapes ofResource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in != null) {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
    throw new IllegalStateException("there is no resource " + name);
  }

  /**
   * Reads what {@link #toText()} wrote.
   *
   * @param text the text
   * @return the shapes
   * @throws IllegalArgumentException when it has another format
   */
  public static DocumentedShapes parse(String text) {
    DocumentedShapes shapes = new DocumentedShapes();
    Shape root = new Shape();
    for (String line : text.lines().toList()) {
      if (line.startsWith(" ")) {
        place(root, line.strip().split(" "));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        root = shapes.roots.computeIfAbsent(line.strip(), operation -> new Shape());
      }
    }
    return shapes;
  }

  private static void place(Shape root, String[] words) {
    Shape place = root;
    boolean optional = words[0].endsWith("?");
    String path = optional ? words[0].substring(0, words[0].length() - 1) : words[0];
    for (String step : path.equals(ROOT) ? List.<String>of() : Shape.steps(path)) {
      place = place.members.computeIfAbsent(step, n -> new Shape());
    }
    place.optional = optional;
    for (int i = 1; i < words.length; i++) {
      Form form = Form.labelled(words[i]);
      place.freeMap |= words[i].equals("map");
      place.forms.add(form == null ? Form.OBJECT : form);
    }
  }

  /**
   * Writes the shapes.
   *
   * @return the text, sorted
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    roots.forEach(
        (operation, root) -> {
          text.append(operation).append('\n');
          write(root, "", text);
        });
    return text.toString();
  }

  private static void write(Shape shape, String path, StringBuilder text) {
    String forms =
        shape.forms.stream()
            .map(form -> form == Form.OBJECT && shape.freeMap ? "map" : form.label())
            .collect(Collectors.joining(" "));
    text.append(' ').append(path.isEmpty() ? ROOT : path).append(shape.optional ? "? " : " ");
    text.append(forms).append('\n');
    shape.members.forEach((name, member) -> write(member, Shape.path(path, name), text));
  }

  /** Collects documented answers. Not thread-safe. */
  public static final class Builder {
    private final DocumentedShapes shapes = new DocumentedShapes();
    private final Set<String> freeMaps = new HashSet<>();

    private Builder() {}

    /**
     * Names properties whose value is an object with names that are data, such as {@code
     * custom_fields}. Call it before {@link #answer}.
     *
     * @param names the properties' names, wherever they stand
     * @return this builder
     */
    public Builder freeMaps(String... names) {
      freeMaps.addAll(Set.of(names));
      return this;
    }

    /**
     * Adds an answer.
     *
     * @param operation the operation, or {@link #ERRORS}
     * @param json the body of a documented answer
     * @return this builder
     * @throws dev.contactsdk.core.json.MalformedJsonException when it is not JSON
     */
    public Builder answer(String operation, byte[] json) {
      return answer(operation, Json.read(json));
    }

    /**
     * Adds an answer.
     *
     * @param operation the operation, or {@link #ERRORS}
     * @param value what {@link Json#read} returns for the body of a documented answer
     * @return this builder
     */
    public Builder answer(String operation, @Nullable Object value) {
      shapes.roots.computeIfAbsent(operation, o -> new Shape()).learn(value, freeMaps);
      return this;
    }

    /**
     * Builds the shapes.
     *
     * @return the shapes; the builder cannot be used again
     */
    public DocumentedShapes build() {
      shapes.roots.values().forEach(Shape::markOptional);
      return shapes;
    }
  }
}
