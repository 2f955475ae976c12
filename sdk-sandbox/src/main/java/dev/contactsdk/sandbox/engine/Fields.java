package dev.contactsdk.sandbox.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and collects the problems and the accepted values. */
public final class Fields {

  public static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  private final Map<?, ?> source;
  private final String path;
  private final List<Problem> problems;
  private final Map<String, Object> taken = new LinkedHashMap<>();
  private boolean partial;
  private boolean nullable;

  private Fields(Map<?, ?> source, String path, List<Problem> problems) {
    this.source = source;
    this.path = path;
    this.problems = problems;
  }

  /** Reads a JSON value that should be an object. Another type is recorded as a problem. */
  public static Fields of(@Nullable Object json, String path, List<Problem> problems) {
    if (json instanceof Map<?, ?> map) {
      return new Fields(map, path, problems);
    }
    problems.add(new Problem(path, "must be an object", "model_type"));
    Fields none = new Fields(Map.of(), path, new ArrayList<>());
    none.partial = true;
    return none;
  }

  /** Makes the following fields optional. */
  public Fields partial(boolean all) {
    partial = all;
    return this;
  }

  /** Lets the following optional fields be null. */
  public Fields nullable() {
    nullable = true;
    return this;
  }

  public Map<String, Object> taken() {
    return taken;
  }

  /** The object as sent, with the fields that the reader does not ask for. */
  public Map<?, ?> source() {
    return source;
  }

  public boolean has(String name) {
    return source.get(name) != null;
  }

  public Fields required(String name) {
    return required(name, 1, Integer.MAX_VALUE);
  }

  public Fields required(String name, int min, int max) {
    return text(name, !partial, min, max, null, "");
  }

  public Fields required(String name, Pattern pattern, String wanted) {
    return text(name, !partial, 1, Integer.MAX_VALUE, pattern, wanted);
  }

  public Fields optional(String name) {
    return text(name, false, 0, Integer.MAX_VALUE, null, "");
  }

  public Fields optional(String name, int min, int max) {
    return text(name, false, min, max, null, "");
  }

  public Fields optional(String name, Pattern pattern, String wanted) {
    return text(name, false, 0, Integer.MAX_VALUE, pattern, wanted);
  }

  public Fields optional(String name, Class<?> type, String wanted) {
    return typed(name, false, type, wanted);
  }

  public Fields required(String name, Class<?> type, String wanted) {
    return typed(name, !partial, type, wanted);
  }

  private Fields typed(String name, boolean required, Class<?> type, String wanted) {
    Object value = present(name, required);
    if (value != null && check(type.isInstance(value), name, "must be " + wanted, "type_error")) {
      taken.put(name, value);
    }
    return this;
  }

  public Fields number(String name, double min, double max) {
    Object value = present(name, false);
    if (value == null || !check(value instanceof Number, name, "must be a number", "float_type")) {
      return this;
    }
    double number = ((Number) value).doubleValue();
    if (check(
        number >= min && number <= max, name, "must be between " + min + " and " + max, "range")) {
      taken.put(name, value);
    }
    return this;
  }

  /** The object under a name. The reader puts its fields into a map of the same name. */
  public @Nullable Fields object(String name) {
    Object value = present(name, !partial);
    if (value == null) {
      return null;
    }
    Fields inner = of(value, at(name), problems).partial(partial);
    taken.put(name, inner.taken);
    return inner;
  }

  /** The objects of an optional list; empty if the list is missing. */
  public List<Fields> objects(String name) {
    Object value = present(name, false);
    if (value == null || !check(value instanceof List<?>, name, "must be an array", "list_type")) {
      return List.of();
    }
    List<Fields> items = new ArrayList<>();
    for (Object item : (List<?>) value) {
      items.add(of(item, at(name) + "." + items.size(), problems));
    }
    taken.put(name, value);
    return items;
  }

  /** The strings of a list; null if it is missing. */
  public @Nullable List<String> strings(String name, boolean required) {
    Object value = present(name, required);
    if (value == null || !check(value instanceof List<?>, name, "must be an array", "list_type")) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (Object item : (List<?>) value) {
      if (check(item instanceof String, name, "must hold strings", "string_type")) {
        strings.add((String) item);
      }
    }
    return strings;
  }

  private Fields text(
      String name, boolean required, int min, int max, @Nullable Pattern pattern, String wanted) {
    Object value = present(name, required);
    if (value == null || !check(value instanceof String, name, "must be a string", "string_type")) {
      return this;
    }
    String text = (String) value;
    boolean fits =
        check(
                !required || min == 0 || !text.isBlank(),
                name,
                "must not be blank",
                "string_too_short")
            && check(
                text.length() >= min,
                name,
                "must have at least " + min + " characters",
                "string_too_short")
            && check(
                text.length() <= max,
                name,
                "must have at most " + max + " characters",
                "string_too_long")
            && check(
                pattern == null || pattern.matcher(text).matches(),
                name,
                wanted,
                "string_pattern_mismatch");
    if (fits) {
      taken.put(name, text);
    }
    return this;
  }

  private @Nullable Object present(String name, boolean required) {
    Object value = source.get(name);
    if (value == null && source.containsKey(name) && !required && nullable) {
      taken.put(name, Absent.NULL);
    } else if (value == null && source.containsKey(name)) {
      problems.add(new Problem(at(name), "must not be null", "type_error"));
    } else if (value == null && required) {
      problems.add(new Problem(at(name), "Field required", "missing"));
    }
    return value;
  }

  private boolean check(boolean fine, String name, String message, String type) {
    if (!fine) {
      problems.add(new Problem(at(name), message, type));
    }
    return fine;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Represents a JSON null, because the maps here hold no nulls. */
  public enum Absent {
    NULL
  }
}
