package dev.contactsdk.sandbox.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one JSON text, without white space. */
final class JsonWriter {

  private static final Set<Class<?>> EXACT =
      Set.of(
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          BigInteger.class,
          BigDecimal.class,
          Boolean.class);

  private final StringBuilder out;

  JsonWriter(StringBuilder out) {
    this.out = out;
  }

  void value(@Nullable Object value) {
    if (value == null || EXACT.contains(value.getClass())) {
      out.append(value);
    } else if (value instanceof CharSequence text) {
      string(text);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> list) {
      array(list);
    } else if (isFinite(value)) {
      out.append(value);
    } else {
      throw new IllegalArgumentException(
          "JSON cannot represent a value of type " + value.getClass().getName());
    }
  }

  private static boolean isFinite(Object value) {
    return (value instanceof Double || value instanceof Float)
        && Double.isFinite(((Number) value).doubleValue());
  }

  private void object(Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof CharSequence name)) {
        throw new IllegalArgumentException("a name in JSON must be text");
      }
      out.append(separator);
      string(name);
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void array(Iterable<?> list) {
    String separator = "";
    out.append('[');
    for (Object item : list) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void string(CharSequence text) {
    out.append('"');
    text.codePoints().forEach(this::codePoint);
    out.append('"');
  }

  /** Escapes what JSON requires, and unpaired surrogates, which UTF-8 cannot encode. */
  private void codePoint(int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
