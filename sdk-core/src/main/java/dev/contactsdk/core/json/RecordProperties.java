package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record as the properties that are written for it: those that are not null, under their first
 * name.
 */
final class RecordProperties {
  private static final List<String> OTHER_LIBRARIES =
      List.of(
          "com.fasterxml.jackson.",
          "tools.jackson.",
          "com.google.gson.",
          "com.squareup.moshi.",
          "jakarta.json.bind.",
          "javax.json.bind.");

  private static final ClassValue<String> FOREIGN =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return annotated(type)
              .flatMap(part -> Arrays.stream(part.getAnnotations()))
              .map(Annotation::annotationType)
              .map(Class::getName)
              .filter(name -> OTHER_LIBRARIES.stream().anyMatch(name::startsWith))
              .findFirst()
              .orElse("");
        }
      };

  private RecordProperties() {}

  /** A JSON library's annotation on a record or on a part of it; empty when there is none. */
  static String foreignAnnotation(Class<?> type) {
    return FOREIGN.get(type);
  }

  /** Most annotations of a component are found on its field and its accessor only. */
  private static Stream<AnnotatedElement> annotated(Class<?> type) {
    return Stream.of(
            new AnnotatedElement[] {type},
            type.getRecordComponents(),
            type.getDeclaredFields(),
            type.getDeclaredMethods(),
            type.getDeclaredConstructors())
        .flatMap(Arrays::stream);
  }

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
