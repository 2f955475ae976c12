package dev.contactsdk.jsonmatrix;

import dev.contactsdk.core.json.OpenValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records with a value in every component, or in none. */
final class Filled {
  /** Nothing prints it: mappers leave credentials out. */
  static final String CREDENTIAL = "canary-of-a-credential";

  private Filled() {}

  static Object record(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getName(), components[i].getGenericType());
    }
    return constructor(type).newInstance(values);
  }

  static Object empty(Class<?> type) throws ReflectiveOperationException {
    @Nullable Object[] values =
        Arrays.stream(type.getRecordComponents())
            .map(component -> component.getType() == int.class ? (Object) 0 : null)
            .toArray();
    return constructor(type).newInstance(values);
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    return type.getDeclaredConstructor(
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  private static @Nullable Object value(String name, Type type)
      throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == List.class) {
        return List.of(value(name, element), value(name, element));
      }
      return element == Object.class ? untyped(name) : Map.of("k", value(name, element));
    } else if (type == String.class) {
      return name.equals("credential") ? null : "text of " + name;
    } else if (type == Boolean.class) {
      return true;
    } else if (type == Integer.class || type == int.class) {
      return 7;
    } else if (type == Long.class) {
      return 5_000_000_000L;
    } else if (type == Double.class) {
      return 0.25;
    } else if (type == Instant.class) {
      return Instant.parse("2026-02-01T10:00:00.123456789Z");
    } else if (type == Object.class) {
      return untyped(name);
    } else if (OpenValue.class.isAssignableFrom((Class<?>) type)) {
      return ((Class<?>) type).getMethod("of", String.class).invoke(null, "a new one");
    } else if (((Class<?>) type).isRecord()) {
      return record((Class<?>) type);
    }
    return Samples.request((Class<?>) type);
  }

  private static Map<String, @Nullable Object> untyped(String name) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("z of " + name, Arrays.asList(1, 2.5, null, true, "x", Map.of("deep", List.of())));
    map.put("null", null);
    map.put("long", Long.MAX_VALUE);
    map.put("big", BigInteger.TWO.pow(100));
    map.put("(unreadable)", "row");
    return map;
  }
}
