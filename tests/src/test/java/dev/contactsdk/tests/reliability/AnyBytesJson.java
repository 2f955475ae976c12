package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** JSON of random shape, and JSON with a few of its values changed; keys may come twice. */
final class AnyBytesJson {
  /** Text that goes into the JSON as it is. */
  private record Raw(String text) {}

  /** An object that may hold a key twice. */
  private record Pairs(List<Map.Entry<String, Object>> pairs) {}

  private static final String[] SCALARS = {
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e400",
    "-0.0",
    "1E-400",
    "9223372036854775807",
    "9223372036854775808",
    "2147483648",
    "123456789012345678901234567890",
    "0.1",
    "1e15",
    "\"\"",
    "\" \"",
    "\"null\"",
    "\"true\"",
    "\"12\"",
    "\"1e3\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"2026-02-30T25:61:61Z\"",
    "\"9999-12-31T23:59:59.999999999-18:59\"",
    "\"0000-01-01T00:00:00+18:59\"",
    "\"+\"",
    "\"+1\"",
    "\"++++\"",
    "\"٣٤٥٦٧٨٩٠\"",
    "\"%s%n{}\"",
    "{}",
    "[]",
    "[[]]",
    "[null]",
    "{\"\":null}",
    "{\"id\":null}",
    "{\"id\":{}}",
    "[{\"id\":1}]"
  };

  private static final String[] NAMES = {
    "data", "results", "id", "_id", "meta", "pagination", "error", "errors", "detail", "x"
  };

  private final SplittableRandom random;

  AnyBytesJson(SplittableRandom random) {
    this.random = random;
  }

  String scalar() {
    return SCALARS[random.nextInt(SCALARS.length)];
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  Object any(int depth) {
    if (depth <= 0 || random.nextInt(3) == 0) {
      return new Raw(scalar());
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(any(depth - 1));
    }
    return random.nextBoolean()
        ? list
        : new Pairs(list.stream().map(value -> entry(name(), value)).toList());
  }

  Object mutated(Object node, int depth) {
    boolean here = random.nextInt(depth == 0 ? 12 : 4) == 0;
    if (!here && node instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      int i = random.nextInt(copy.size());
      copy.set(i, mutated(copy.get(i), depth + 1));
      return copy;
    }
    Pairs pairs = node instanceof Map<?, ?> map ? pairs(map) : node instanceof Pairs p ? p : null;
    boolean into = !here && pairs != null && !pairs.pairs.isEmpty();
    return into ? mutated(pairs, depth) : replacement(node);
  }

  private Object mutated(Pairs object, int depth) {
    List<Map.Entry<String, Object>> copy = new ArrayList<>(object.pairs);
    int i = random.nextInt(copy.size());
    Map.Entry<String, Object> chosen = copy.get(i);
    String key = chosen.getKey();
    switch (random.nextInt(8)) {
      case 0 -> copy.remove(i);
      case 1 -> copy.add(random.nextInt(copy.size() + 1), entry(key, replacement(null)));
      case 2 -> copy.add(chosen);
      case 3 -> copy.set(i, entry(name(), chosen.getValue()));
      default -> copy.set(i, entry(key, mutated(chosen.getValue(), depth + 1)));
    }
    return new Pairs(copy);
  }

  private Object replacement(Object node) {
    return switch (random.nextInt(7)) {
      case 0 -> any(3);
      case 1 -> Arrays.asList(node, node);
      case 2 -> new Raw("\"" + "x".repeat(1 << random.nextInt(13)) + "\"");
      case 3 -> new Raw("[".repeat(random.nextInt(300)) + "1");
      default -> new Raw(scalar());
    };
  }

  private static Pairs pairs(Map<?, ?> map) {
    List<Map.Entry<String, Object>> pairs = new ArrayList<>();
    map.forEach((name, value) -> pairs.add(entry(String.valueOf(name), value)));
    return new Pairs(pairs);
  }

  private static Map.Entry<String, Object> entry(String name, Object value) {
    return new SimpleEntry<>(name, value);
  }

  static String text(Object tree) {
    StringBuilder out = new StringBuilder();
    write(tree, out);
    return out.toString();
  }

  private static void write(Object node, StringBuilder out) {
    if (node instanceof Raw raw) {
      out.append(raw.text);
    } else if (node instanceof Map<?, ?> map) {
      write(pairs(map), out);
    } else if (node instanceof Pairs object) {
      writeObject(object, out);
    } else if (node instanceof List<?> list) {
      String before = "[";
      for (Object element : list) {
        out.append(before);
        write(element, out);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else {
      out.append(json(node));
    }
  }

  private static void writeObject(Pairs object, StringBuilder out) {
    String before = "{";
    for (Map.Entry<String, Object> pair : object.pairs) {
      out.append(before).append(json(pair.getKey())).append(':');
      write(pair.getValue(), out);
      before = ",";
    }
    out.append(object.pairs.isEmpty() ? "{}" : "}");
  }

  private static String json(Object scalar) {
    return new String(Json.write(scalar), StandardCharsets.UTF_8);
  }
}
