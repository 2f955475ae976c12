package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What can be sent as JSON. A value of any other type is refused by its place and its type, never
 * by its content: it is not turned into something that nobody meant.
 */
final class JsonValues {
  private static final String LIBRARY_HINT =
      ", which this SDK does not write as JSON: convert it to a Map or a List with your own mapper";
  private static final String TEXT_HINT =
      ", which JSON does not have: give it as text, in the form that the vendor is to see";

  private final String where;
  private final StringBuilder place;
  private int depth;

  private JsonValues(String where, String place) {
    this.where = where;
    this.place = new StringBuilder(place);
  }

  /**
   * Copies a value, so that later changes of what was handed in do not reach what is sent.
   *
   * @param where what refuses, such as {@code NewTruedyContact}
   * @param place where the value stands, such as {@code custom_fields.tier}; empty for a whole body
   * @return null, text, a boolean, a number, an {@link OpenValue}, a {@link RequestObject}, or
   *     unmodifiable lists and maps of these
   */
  static @Nullable Object copy(String where, String place, @Nullable Object value) {
    return value == null || isPlain(value) ? value : new JsonValues(where, place).copied(value);
  }

  static Map<String, @Nullable Object> copyMap(String where, Map<?, ?> map) {
    return new JsonValues(where, "").map(map);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof OpenValue
        || value instanceof RequestObject;
  }

  private @Nullable Object copied(@Nullable Object value) {
    if (value == null || isPlain(value)) {
      return value;
    } else if (value instanceof CharSequence text) {
      return text.toString();
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    } else if (value instanceof Collection<?> elements) {
      return list(elements);
    } else if (value instanceof Record record) {
      return record(record);
    } else if (value instanceof Number number) {
      return number(number);
    }
    throw refused("is a " + typeOf(value) + hint(value));
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> copied = new LinkedHashMap<>();
    int length = enter();
    map.forEach(
        (key, value) -> {
          String name = name(key);
          place.append(place.isEmpty() ? "" : ".").append(name);
          copied.put(name, copied(value));
          place.setLength(length);
        });
    depth--;
    return Collections.unmodifiableMap(copied);
  }

  private List<@Nullable Object> list(Collection<?> elements) {
    List<@Nullable Object> copied = new ArrayList<>(elements.size());
    int length = enter();
    for (Object element : elements) {
      place.append('[').append(copied.size()).append(']');
      copied.add(copied(element));
      place.setLength(length);
    }
    depth--;
    return Collections.unmodifiableList(copied);
  }

  private @Nullable Object record(Record record) {
    String annotation = RecordProperties.foreignAnnotation(record.getClass());
    if (!annotation.isEmpty()) {
      throw refused(
          "is a "
              + typeOf(record)
              + ", which carries annotations of a JSON library that this SDK does not read (@"
              + annotation
              + "): convert it to a Map with your own mapper");
    }
    return copied(RecordProperties.of(record));
  }

  private Number number(Number number) {
    if (number instanceof AtomicInteger || number instanceof AtomicLong) {
      return number.longValue();
    }
    boolean decimal = number instanceof Double || number instanceof Float;
    if (decimal && !Double.isFinite(number.doubleValue())) {
      throw refused("is " + number + ", which JSON does not have");
    }
    if (decimal
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger
        || number instanceof BigDecimal) {
      return number;
    }
    throw refused("is a " + typeOf(number) + ": give it as a number of the JDK, or as text");
  }

  private String name(@Nullable Object key) {
    if (key instanceof CharSequence || key instanceof Number || key instanceof OpenValue) {
      return key.toString();
    }
    throw refused(
        key == null
            ? "has a null among its keys"
            : "has a key that is a " + typeOf(key) + ": keys are text");
  }

  /** What holds itself has no end. */
  private int enter() {
    if (++depth > Json.MAX_DEPTH) {
      throw refused("is nested more than " + Json.MAX_DEPTH + " levels deep: does it hold itself?");
    }
    return place.length();
  }

  private static String hint(Object value) {
    if (value.getClass().isArray()) {
      return ": give a List";
    }
    boolean isText =
        value instanceof Enum
            || value instanceof UUID
            || value instanceof Character
            || value instanceof TemporalAccessor;
    return isText ? TEXT_HINT : LIBRARY_HINT;
  }

  private static String typeOf(Object value) {
    return value.getClass().getTypeName();
  }

  private InvalidRequestException refused(String problem) {
    return new InvalidRequestException(
        where, (place.isEmpty() ? "the value" : place.toString()) + " " + problem);
  }
}
