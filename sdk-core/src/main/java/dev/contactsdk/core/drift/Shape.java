package dev.contactsdk.core.drift;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documented shape of the values at one place of an answer. */
final class Shape {
  /** The member that stands for the elements of an array. */
  static final String ELEMENT = "[]";

  final Set<Form> forms = EnumSet.noneOf(Form.class);
  final Map<String, Shape> members = new TreeMap<>();

  /** Whether its names are data, such as those of custom fields. */
  boolean freeMap;

  /** Whether some documented objects lack it. */
  boolean optional;

  private long seen;

  static String path(String parent, String name) {
    return parent.isEmpty() || name.equals(ELEMENT) ? parent + name : parent + "." + name;
  }

  /** The names on the way to a place: {@code data[].id} has three. */
  static List<String> steps(String path) {
    return Stream.of(path.replace(ELEMENT, "." + ELEMENT).split("\\."))
        .filter(step -> !step.isEmpty())
        .toList();
  }

  /** The path of the object that has a member. */
  static String parent(String path) {
    return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
  }

  @Nullable Shape at(String path) {
    Shape place = this;
    for (String step : steps(path)) {
      place = place == null ? null : place.members.get(step);
    }
    return place;
  }

  /** Takes over the shape of a value that {@link dev.contactsdk.core.json.Json#read} returned. */
  void learn(@Nullable Object value, Set<String> freeMaps) {
    seen++;
    forms.add(form(value));
    if (value instanceof List<?> list) {
      list.forEach(one -> members.computeIfAbsent(ELEMENT, n -> new Shape()).learn(one, freeMaps));
    }
    if (value instanceof Map<?, ?> map && !freeMap) {
      map.forEach((name, member) -> learn(String.valueOf(name), member, freeMaps));
    }
  }

  private void learn(String name, @Nullable Object value, Set<String> freeMaps) {
    Shape member = members.computeIfAbsent(name, n -> new Shape());
    member.freeMap = freeMaps.contains(name);
    member.learn(value, freeMaps);
  }

  private static Form form(@Nullable Object value) {
    if (value instanceof String text) {
      return Form.ofText(text);
    }
    if (value instanceof Number number) {
      return number.toString().matches("-?\\d+") ? Form.INTEGER : Form.DECIMAL;
    }
    return value == null
        ? Form.NULL
        : value instanceof Boolean
            ? Form.BOOLEAN
            : value instanceof List ? Form.ARRAY : Form.OBJECT;
  }

  /** Marks what some of the learned objects lack. */
  void markOptional() {
    members.forEach(
        (name, member) -> {
          member.optional = !name.equals(ELEMENT) && member.seen < objects();
          member.markOptional();
        });
  }

  private long objects() {
    return forms.equals(EnumSet.of(Form.OBJECT)) ? seen : Long.MAX_VALUE;
  }

  /** A documented decimal may happen to have no fraction; text of any form fits plain text. */
  boolean allows(Form form) {
    return forms.contains(form)
        || (form == Form.INTEGER && forms.contains(Form.DECIMAL))
        || (form.kind().equals("string") && forms.contains(Form.TEXT));
  }

  boolean allowsKind(Form form) {
    return allows(form) || forms.stream().anyMatch(one -> one.kind().equals(form.kind()));
  }
}
