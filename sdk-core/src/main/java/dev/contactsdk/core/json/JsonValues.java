package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
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
 * Copies input values. Copies maps, lists, text, counters and the SDK's own types, so later changes
 * do not affect what is sent. Keeps any other value until the client, which may have a {@link
 * JsonCodec}, writes it.
 */
final class JsonValues {
  static final String TOO_DEEP =
      "the value is nested more than " + Json.MAX_DEPTH + " levels deep: does it hold itself?";
  static final String CODEC_HINT =
      "add dev.contactsdk:contact-sdk-jackson3 (or contact-sdk-jackson2) and give the client's"
          + " builder .json(Jackson3Codec.of(mapper))";

  private final String where;
  private final StringBuilder place;
  private int depth;

  private JsonValues(String where, String place) {
    this.where = where;
    this.place = new StringBuilder(place);
  }

  /**
   * Copies a value.
   *
   * @param where the context for error messages, such as {@code NewTruedyContact}
   * @param place the value's path, such as {@code custom_fields.tier}; empty for a whole body
   * @return null, text, a boolean, a number, unmodifiable lists and maps, or the application's
   *     value unchanged
   */
  static @Nullable Object copy(String where, String place, @Nullable Object value) {
    return isPlain(value) ? value : new JsonValues(where, place).copied(value);
  }

  static Map<String, @Nullable Object> copyMap(String where, Map<?, ?> map) {
    return new JsonValues(where, "").map(map);
  }

  /** Whether a value is sent as it is, without a copy. */
  static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long;
  }

  private @Nullable Object copied(@Nullable Object value) {
    if (value == null || isPlain(value)) {
      return value;
    } else if (value instanceof OpenValue open) {
      return open.value();
    } else if (value instanceof RequestObject request) {
      return request.properties();
    } else if (value instanceof CharSequence text) {
      return text.toString();
    } else if (value instanceof Map<?, ?> map) {
      return map(map);
    } else if (value instanceof Collection<?> elements) {
      return list(elements);
    } else if (value instanceof Record record && RecordProperties.isSdks(record.getClass())) {
      return copied(RecordProperties.of(record));
    }
    return value instanceof Number number ? number(number) : value;
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

  private Number number(Number number) {
    if (number instanceof AtomicInteger || number instanceof AtomicLong) {
      return number.longValue();
    }
    boolean decimal = number instanceof Double || number instanceof Float;
    if (decimal && !Double.isFinite(number.doubleValue())) {
      throw refused("is " + number + ", which JSON cannot represent");
    }
    return number;
  }

  private String name(@Nullable Object key) {
    if (JsonNumbers.isKey(key)) {
      return String.valueOf(key);
    }
    throw refused(keyProblem(key));
  }

  private int enter() {
    if (++depth > Json.MAX_DEPTH) {
      throw new InvalidRequestException(where, TOO_DEEP);
    }
    return place.length();
  }

  static String keyProblem(@Nullable Object key) {
    return key == null
        ? "has a null key"
        : "has a key that is a " + key.getClass().getTypeName() + ": keys must be text";
  }

  /** Why a value cannot be written without a codec, and what to do. Never quotes the value. */
  static String problem(Object value) {
    String annotation =
        value instanceof Record ? RecordProperties.foreignAnnotation(value.getClass()) : "";
    return "is a "
        + value.getClass().getTypeName()
        + (annotation.isEmpty() ? "" : " with the annotation @" + annotation)
        + ", which this SDK cannot write as JSON: "
        + alternative(value)
        + CODEC_HINT;
  }

  private static String alternative(Object value) {
    if (value.getClass().isArray()) {
      return "give a List, or ";
    }
    boolean isText =
        value instanceof Enum
            || value instanceof UUID
            || value instanceof Character
            || value instanceof TemporalAccessor;
    return isText ? "give it as text, in the form that the vendor expects, or " : "";
  }

  private InvalidRequestException refused(String problem) {
    return new InvalidRequestException(
        where, (place.isEmpty() ? "the value" : place.toString()) + " " + problem);
  }
}
