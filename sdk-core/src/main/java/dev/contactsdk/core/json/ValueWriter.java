package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;

/**
 * Writes plain JSON values and the SDK's own types. The codec writes everything else. Without a
 * codec, it is rejected with its place and type.
 */
final class ValueWriter {
  private final String where;
  private final @Nullable JsonCodec codec;
  private final JsonGenerator out;

  ValueWriter(String where, @Nullable JsonCodec codec, JsonGenerator out) {
    this.where = where;
    this.codec = codec;
    this.out = out;
  }

  void write(@Nullable Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof CharSequence text) {
      out.writeString(text.toString());
    } else if (value instanceof RequestObject request) {
      writeMap(request.properties());
    } else if (value instanceof OpenValue open) {
      out.writeString(open.value());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map);
    } else if (value instanceof Collection<?> elements) {
      writeList(elements);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Number number && JsonNumbers.isKnown(number)) {
      writeNumber(number);
    } else {
      writeObject(value);
    }
  }

  private void writeMap(Map<?, ?> map) {
    out.writeStartObject();
    refuseEndless();
    map.forEach(
        (name, value) -> {
          out.writeName(JsonNumbers.isKey(name) ? name.toString() : refusedKey(name));
          write(value);
        });
    out.writeEndObject();
  }

  private String refusedKey(@Nullable Object name) {
    throw refused(out.streamWriteContext().getParent(), JsonValues.keyProblem(name));
  }

  private void writeList(Collection<?> elements) {
    out.writeStartArray();
    refuseEndless();
    elements.forEach(this::write);
    out.writeEndArray();
  }

  private void writeNumber(Number number) {
    if (number instanceof BigInteger big) {
      out.writeNumber(big);
    } else if (number instanceof BigDecimal big) {
      out.writeNumber(big);
    } else if (number instanceof Double || number instanceof Float) {
      writeDecimal(number);
    } else {
      out.writeNumber(number.longValue());
    }
  }

  private void writeDecimal(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw refused("is " + number + ", which JSON cannot represent");
    } else if (number instanceof Float) {
      out.writeNumber(number.floatValue());
    } else {
      out.writeNumber(number.doubleValue());
    }
  }

  /** The application's mapper, if any, writes records that are not the SDK's. */
  private void writeObject(Object value) {
    boolean own =
        value instanceof Record
            && (codec == null
                ? RecordProperties.foreignAnnotation(value.getClass()).isEmpty()
                : RecordProperties.isSdks(value.getClass()));
    if (own) {
      write(RecordProperties.of((Record) value));
    } else if (codec == null) {
      throw refused(JsonValues.problem(value));
    } else {
      out.writeRawValue(new String(written(value, codec), StandardCharsets.UTF_8));
    }
  }

  private byte[] written(Object value, JsonCodec codec) {
    try {
      return codec.write(value);
    } catch (UnwritableJsonException e) {
      throw refused("is a " + value.getClass().getTypeName() + ": " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      throw refused(
          "is a "
              + value.getClass().getTypeName()
              + ", which the client's JsonCodec cannot write ("
              + e.getClass().getSimpleName()
              + ")");
    }
  }

  /** Rejects a value that holds itself. */
  private void refuseEndless() {
    if (out.streamWriteContext().getNestingDepth() > Json.MAX_DEPTH) {
      throw new InvalidRequestException(where, JsonValues.TOO_DEEP);
    }
  }

  private InvalidRequestException refused(String problem) {
    return refused(out.streamWriteContext(), problem);
  }

  private InvalidRequestException refused(TokenStreamContext at, String problem) {
    String place = place(at);
    return new InvalidRequestException(
        where, (place.isEmpty() ? "the value" : place) + " " + problem);
  }

  /** The path of the value, such as {@code custom_fields.crm} or {@code rows[1]}. */
  private String place(TokenStreamContext innermost) {
    Deque<String> parts = new ArrayDeque<>();
    TokenStreamContext at = innermost;
    for (; at != null && !at.inRoot(); at = at.getParent()) {
      parts.addFirst(at.inArray() ? "[" + index(at) + "]" : "." + at.currentName());
    }
    String place = String.join("", parts);
    return place.startsWith(".") ? place.substring(1) : place;
  }

  /** A list has already counted its current element if that is a list or an object. */
  private int index(TokenStreamContext list) {
    boolean counted = list != out.streamWriteContext() || !list.hasCurrentIndex();
    return counted ? list.getCurrentIndex() : list.getCurrentIndex() + 1;
  }
}
