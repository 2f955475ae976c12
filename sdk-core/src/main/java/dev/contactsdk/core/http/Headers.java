package dev.contactsdk.core.http;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header lines in order. Names ignore case. Immutable. {@link #toString()} shows only the names,
 * because values may be secret.
 */
public final class Headers {
  private static final Headers EMPTY = new Headers(List.of());

  private final List<String> namesAndValues;

  private Headers(List<String> namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /**
   * No headers.
   *
   * @return the empty headers
   */
  public static Headers empty() {
    return EMPTY;
  }

  /**
   * Creates headers as received from a server, unchecked.
   *
   * @param namesAndValues name, value, name, value, and so on
   * @return the headers
   */
  public static Headers received(List<String> namesAndValues) {
    return new Headers(namesAndValues);
  }

  /**
   * Returns these headers with one header set. It replaces all headers of that name.
   *
   * @param name a header name
   * @param value its value
   * @return new headers
   * @throws InvalidRequestException when the name is not a token, or the value has a line break or
   *     another invalid character; the message does not quote the value
   */
  public Headers with(String name, String value) {
    checkName(name);
    checkValue(name, value);
    List<String> lines = new ArrayList<>(namesAndValues.size() + 2);
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (!namesAndValues.get(i).equalsIgnoreCase(name)) {
        lines.add(namesAndValues.get(i));
        lines.add(namesAndValues.get(i + 1));
      }
    }
    lines.add(name);
    lines.add(value);
    return new Headers(Collections.unmodifiableList(lines));
  }

  /**
   * Returns these headers with others set. Each replaces all headers of its name.
   *
   * @param others valid headers
   * @return new headers; this object when there are no others
   */
  public Headers with(Headers others) {
    Headers merged = this;
    for (int i = 0; i < others.namesAndValues.size(); i += 2) {
      merged = merged.with(others.namesAndValues.get(i), others.namesAndValues.get(i + 1));
    }
    return merged;
  }

  /**
   * The value of a header.
   *
   * @param name its name, ignoring case
   * @return the last value of that name; null when there is none
   */
  public @Nullable String get(String name) {
    for (int i = namesAndValues.size() - 2; i >= 0; i -= 2) {
      if (namesAndValues.get(i).equalsIgnoreCase(name)) {
        return namesAndValues.get(i + 1);
      }
    }
    return null;
  }

  /**
   * The headers as a map.
   *
   * @return the values of each name, in order; names ignore case; unmodifiable
   */
  public Map<String, List<String>> toMap() {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    forEach((name, value) -> map.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value));
    map.replaceAll((name, values) -> Collections.unmodifiableList(values));
    return Collections.unmodifiableMap(map);
  }

  /**
   * Passes each header line to an action, in order.
   *
   * @param line receives each name and value
   */
  public void forEach(BiConsumer<String, String> line) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      line.accept(namesAndValues.get(i), namesAndValues.get(i + 1));
    }
  }

  private static void checkName(String name) {
    boolean token = name != null && !name.isEmpty();
    for (int i = 0; token && i < name.length(); i++) {
      char c = name.charAt(i);
      token &= c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    if (!token) {
      throw new InvalidRequestException(
          "header", "a header name must be a non-empty token of visible ASCII characters");
    }
  }

  private static void checkValue(String name, String value) {
    if (value == null) {
      throw new InvalidRequestException("header " + name, "the value is null");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c > 0x7e) {
        throw new InvalidRequestException(
            "header " + name,
            "the value has "
                + (c == '\r' || c == '\n' ? "a line break" : "a character outside visible ASCII")
                + " at position "
                + i
                + ": remove it (was it copied with its line end?)");
      }
    }
  }

  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    forEach((name, value) -> names.add(name));
    return "Headers" + names;
  }
}
