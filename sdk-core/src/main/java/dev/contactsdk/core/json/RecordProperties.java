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
 * A record as the properties that are written for it: those that are there, under their first name,
 * and next to them the entries of {@code additionalProperties}. So what was read is written as it
 * was read, a time as text.
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

  /** An annotation of a JSON library that is not read here; empty when there is none. */
  static String foreignAnnotation(Class<?> type) {
    return isSdks(type) ? "" : FOREIGN.get(type);
  }

  /** Names and aliases are read; that a property is written only, or read only, is not. */
  private static boolean isRead(Annotation annotation) {
    return annotation instanceof JsonProperty property
        ? property.access() == JsonProperty.Access.AUTO
        : annotation instanceof JsonAlias;
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

  /**
   * The properties that are written for a record. A record that only holds a value which could not
   * be read is written as that value.
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

  /** A value that was read as JSON sends it: maps, lists and scalars. */
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
