package dev.contactsdk.truedy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value of any shape. Missing values and values of another type are null or empty. */
public record Loose(@Nullable Object value) {
  public Loose at(String name) {
    return new Loose(value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /** The first of these properties that is present and not null. */
  public Loose at(String name, String alias) {
    Loose first = at(name);
    return first.value == null ? at(alias) : first;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  /** Whether it is a non-empty object, a non-blank text, or true. */
  boolean saysSomething() {
    return value instanceof Map<?, ?> map
        ? !map.isEmpty()
        : Boolean.TRUE.equals(value) || (value instanceof String && text() != null);
  }

  /** Whether it is false or 0. */
  boolean isFalse() {
    return "false".equalsIgnoreCase(text()) || "0".equals(text());
  }

  /** Whether it is an HTTP status of an error. */
  boolean isErrorStatus() {
    String text = text();
    return text != null && text.matches("[45]\\d\\d");
  }

  public Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
    return members;
  }

  public List<Loose> elements() {
    return value instanceof List<?> list ? list.stream().map(Loose::new).toList() : List.of();
  }

  public @Nullable String text() {
    boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
    String text = scalar ? String.valueOf(value) : "";
    return text.isBlank() ? null : text;
  }

  public @Nullable Integer count() {
    String text = text();
    return text == null || !text.matches("-?\\d{1,9}") ? null : Integer.valueOf(text);
  }

  /** Does not show the value. */
  @Override
  public String toString() {
    return "Loose";
  }
}
