package dev.contactsdk.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what {@link JsonValues} let through. */
final class ValueWriter {
  private ValueWriter() {}

  static void write(@Nullable Object value, JsonGenerator out) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof RequestObject request) {
      writeMap(request.properties(), out);
    } else if (value instanceof OpenValue open) {
      out.writeString(open.value());
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof List<?> elements) {
      out.writeStartArray();
      elements.forEach(element -> write(element, out));
      out.writeEndArray();
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else {
      writeNumber((Number) value, out);
    }
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator out) {
    out.writeStartObject();
    map.forEach(
        (name, value) -> {
          out.writeName((String) name);
          write(value, out);
        });
    out.writeEndObject();
  }

  private static void writeNumber(Number number, JsonGenerator out) {
    if (number instanceof BigInteger big) {
      out.writeNumber(big);
    } else if (number instanceof BigDecimal big) {
      out.writeNumber(big);
    } else if (number instanceof Double) {
      out.writeNumber(number.doubleValue());
    } else if (number instanceof Float) {
      out.writeNumber(number.floatValue());
    } else {
      out.writeNumber(number.longValue());
    }
  }
}
