package dev.contactsdk.tests.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a vendor's pages document: operations, and the objects that they send and return. */
record Documented(String vendor, List<Operation> operations, Map<String, Thing> things) {
  /** An operation, the SDK's calls for it, the title of its page, and the names of its objects. */
  record Operation(
      String request, List<String> calls, String page, List<String> sends, List<String> returns) {
    List<String> things() {
      return Stream.concat(sends.stream(), returns.stream()).toList();
    }

    String method() {
      return request.split(" ", 2)[0];
    }

    String path() {
      return request.split(" ", 2)[1];
    }
  }

  /**
   * An object, the SDK's types for it, its fields, and those that the SDK leaves out on purpose.
   */
  record Thing(String name, List<String> types, List<Field> fields, List<String> leftOut) {}

  /**
   * A field.
   *
   * @param path the names that lead to it
   * @param name the name that the SDK uses for it, where the pages have two
   */
  record Field(String path, String name) {
    /** Reads "cellPhone.extension", or "metadata=custom_fields" for a field with two names. */
    static Field of(String text) {
      String[] parts = text.split("=", 2);
      String last = parts[0].substring(parts[0].lastIndexOf('.') + 1);
      return new Field(parts[0], parts.length == 1 ? last : parts[1]);
    }

    @Override
    public String toString() {
      return path.endsWith(name) ? "`" + path + "`" : "`" + path + "` (as `" + name + "`)";
    }
  }

  static Documented of(String vendor) throws IOException {
    String file = "/coverage/" + vendor + ".txt";
    try (InputStream in = Objects.requireNonNull(Documented.class.getResourceAsStream(file))) {
      return read(vendor, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Documented read(String vendor, String text) {
    List<Operation> operations = new ArrayList<>();
    Map<String, Thing> things = new LinkedHashMap<>();
    for (String block : text.split("\n\n", -1)) {
      Map<String, String> lines = lines(block);
      if (lines.containsKey("operation")) {
        operations.add(operation(lines));
      } else if (lines.containsKey("object")) {
        Thing thing = thing(lines);
        things.put(thing.name(), thing);
      }
    }
    return new Documented(vendor, operations, things);
  }

  /** The lines of a block by their first words. Further indented lines continue a line. */
  private static Map<String, String> lines(String block) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : block.replace("\n    ", " ").split("\n", -1)) {
      String[] parts = line.strip().split(" ", 2);
      if (!parts[0].equals("#")) {
        lines.put(parts[0], parts.length == 1 ? "" : parts[1]);
      }
    }
    return lines;
  }

  private static Operation operation(Map<String, String> lines) {
    return new Operation(
        get(lines, "operation"),
        list(lines, "call", ", ").toList(),
        get(lines, "page"),
        list(lines, "sends", ", ").toList(),
        list(lines, "returns", ", ").toList());
  }

  private static Thing thing(Map<String, String> lines) {
    return new Thing(
        get(lines, "object"),
        list(lines, "types", " ").toList(),
        list(lines, "fields", " ").map(Field::of).toList(),
        list(lines, "left-out", " ").toList());
  }

  private static String get(Map<String, String> lines, String key) {
    return Objects.requireNonNull(lines.get(key), key + " is missing in " + lines);
  }

  private static Stream<String> list(Map<String, String> lines, String key, String separator) {
    return Stream.of(lines.getOrDefault(key, "").split(separator, -1))
        .filter(text -> !text.isEmpty());
  }
}
