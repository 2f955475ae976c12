package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

final class ValueWriter {
  private ValueWriter() {}

  static void write(@Nullable Object value, JsonGenerator out) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof CharSequence text) {
      out.writeString(text.toString());
    } else if (value instanceof RequestObject request) {
      writeMap(request.properties(), out);
    } else if (value instanceof OpenValue open) {
      out.writeString(open.value());
    } else if (value instanceof Record record) {
      writeMap(RecordProperties.of(record), out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof Iterable<?> elements) {
      out.writeStartArray();
      elements.forEach(element -> write(element, out));
      out.writeEndArray();
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else {
      throw new InvalidRequestException(
          "JSON body",
          value.getClass().getName()
              + " cannot be written as JSON: use a map, a record or a request object");
    }
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator out) {
    out.writeStartObject();
    map.forEach(
        (name, value) -> {
          out.writeName(String.valueOf(name));
          write(value, out);
        });
    out.writeEndObject();
  }

  private static void writeNumber(Number number, JsonGenerator out) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      out.writeNumber(number.longValue());
    } else if (number instanceof BigInteger big) {
      out.writeNumber(big);
    } else if (number instanceof BigDecimal big) {
      out.writeNumber(big);
    } else if (Double.isFinite(number.doubleValue())) {
      out.writeNumber(number.doubleValue());
    } else {
      throw new InvalidRequestException("JSON body", "JSON has no number for " + number);
    }
  }
}
