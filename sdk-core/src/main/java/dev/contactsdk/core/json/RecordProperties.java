package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as the properties that are written for it: those that are not null, under their first
 * name.
 */
final class RecordProperties {
  private RecordProperties() {}

  static Map<String, @Nullable Object> of(Record record) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      if (value != null) {
        WireName wire = component.getAnnotation(WireName.class);
        properties.put(wire == null ? component.getName() : wire.value()[0], value);
      }
    }
    return properties;
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().trySetAccessible();
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new InvalidRequestException(
          "JSON body",
          record.getClass().getName() + " cannot be written as JSON: make the record public");
    }
  }
}
