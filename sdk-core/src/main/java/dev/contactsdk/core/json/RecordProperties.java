package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.error.InvalidRequestException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts a record to the properties to write: the present ones under their first name, and the
 * entries of {@code additionalProperties}. So a record is written as it was read. Times become
 * text.
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
              .filter(annotation -> !isRead(annotation))
              .map(Annotation::annotationType)
              .map(Class::getName)
              .filter(name -> OTHER_LIBRARIES.stream().anyMatch(name::startsWith))
              .findFirst()
              .orElse("");
        }
      };

  private RecordProperties() {}

  static boolean isSdks(Class<?> type) {
    return SdkRecord.class.isAssignableFrom(type);
  }

  /** An unsupported annotation of a JSON library; empty when there is none. */
  static String foreignAnnotation(Class<?> type) {
    return isSdks(type) ? "" : FOREIGN.get(type);
  }

  /** Supports names and aliases, but not write-only or read-only properties. */
  private static boolean isRead(Annotation annotation) {
    return annotation instanceof JsonProperty property
        ? property.access() == JsonProperty.Access.AUTO
        : annotation instanceof JsonAlias;
  }

  /** Most annotations of a component are only on its field and accessor. */
  private static Stream<AnnotatedElement> annotated(Class<?> type) {
    return Stream.of(
            new AnnotatedElement[] {type},
            type.getRecordComponents(),
            type.getDeclaredFields(),
            type.getDeclaredMethods(),
            type.getDeclaredConstructors())
        .flatMap(Arrays::stream);
  }

  /**
   * The properties to write for a record. A record that only holds an unreadable value is written
   * as that value.
   */
  static @Nullable Object of(Record record) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Map<?, ?> others = Map.of();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      if (component.getName().equals(RecordReader.ADDITIONAL) && value instanceof Map<?, ?> map) {
        others = map;
      } else if (!Absent.is(value)) {
        properties.put(
            WireNames.first(component), value instanceof Instant ? value.toString() : value);
      }
    }
    if (others.containsKey(JsonType.UNREADABLE)) {
      return others.get(JsonType.UNREADABLE);
    }
    others.forEach((name, value) -> properties.putIfAbsent(String.valueOf(name), value));
    return properties;
  }

  /** Converts a value back to its JSON form: maps, lists and scalars. */
  static @Nullable Object asSent(@Nullable Object read) {
    if (read instanceof Record record) {
      return asSent(of(record));
    } else if (read instanceof OpenValue open) {
      return open.value();
    } else if (read instanceof Instant) {
      return read.toString();
    } else if (read instanceof List<?> list) {
      List<@Nullable Object> sent = new ArrayList<>();
      list.forEach(element -> sent.add(asSent(element)));
      return Collections.unmodifiableList(sent);
    } else if (read instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> sent = new LinkedHashMap<>();
      map.forEach((key, value) -> sent.put(key, asSent(value)));
      return Collections.unmodifiableMap(sent);
    }
    return read;
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
