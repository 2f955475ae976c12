package dev.contactsdk.benchmarks;

import dev.contactsdk.core.json.OpenValue;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A result by its fields' names and values, whatever class holds them, so that two stacks can be
 * compared. What is null or empty counts as not there.
 */
final class Facts {
  private Facts() {}

  static Object of(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof OpenValue open) {
      return open.value();
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream().map(Facts::of).toList();
    }
    return isPlain(value) ? value : ofObject(value);
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value instanceof Boolean || value instanceof Instant;
  }

  private static Map<String, Object> ofMap(Map<?, ?> map) {
    Map<String, Object> facts = new TreeMap<>();
    map.forEach((name, value) -> put(facts, String.valueOf(name), value));
    return facts;
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    Object fact = of(value);
    boolean empty = fact instanceof Map<?, ?> map && map.isEmpty();
    if (!empty && !fact.equals(List.of())) {
      facts.put(name, fact);
    }
  }

  private static Map<String, Object> ofObject(Object value) {
    Map<String, Object> facts = new TreeMap<>();
    try {
      if (value instanceof Record) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
          put(facts, component.getName(), component.getAccessor().invoke(value));
        }
        return facts;
      }
      for (Field field : instanceFields(value)) {
        put(facts, field.getName(), field.get(value));
      }
      for (Method getter : getters(value)) {
        String name = getter.getName().substring(3);
        String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        put(facts, property, getter.invoke(value));
      }
      return facts;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Field> instanceFields(Object value) {
    List<Field> fields = new ArrayList<>();
    for (Field field : value.getClass().getFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static List<Method> getters(Object value) {
    List<Method> getters = new ArrayList<>();
    for (Method method : value.getClass().getDeclaredMethods()) {
      boolean getter =
          method.getName().startsWith("get")
              && Modifier.isPublic(method.getModifiers())
              && !Modifier.isStatic(method.getModifiers())
              && method.getParameterCount() == 0;
      if (getter) {
        getters.add(method);
      }
    }
    return getters;
  }
}
