package dev.contactsdk.core.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the reader for a Java type and all types in it. */
final class ValueReaders {
  private record Known(Class<?> type, Map<TypeVariable<?>, ValueReader> bindings) {}

  /** Stands in for the reader of a record that is still being built, for its own components. */
  private static final class Later implements ValueReader {
    private @Nullable ValueReader reader;

    private ValueReader reader() {
      return Objects.requireNonNull(reader);
    }

    @Override
    public @Nullable Object read(JsonParser parser) {
      return reader().read(parser);
    }

    @Override
    public @Nullable Object holding(@Nullable Object raw) {
      return reader().holding(raw);
    }
  }

  private final Map<Known, ValueReader> records = new HashMap<>();

  private ValueReaders() {}

  static ValueReader of(Type type) {
    return new ValueReaders().of(type, Map.of());
  }

  private ValueReader of(Type type, Map<TypeVariable<?>, ValueReader> bindings) {
    if (type instanceof TypeVariable<?> variable) {
      return bindings.getOrDefault(variable, UntypedReader::read);
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, bindings);
    }
    return type instanceof Class<?> plain ? ofClass(plain, Map.of()) : UntypedReader::read;
  }

  private ValueReader ofGeneric(
      ParameterizedType generic, Map<TypeVariable<?>, ValueReader> bindings) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == List.class) {
      return new ListReader(of(arguments[0], bindings), false);
    }
    if (raw == Map.class && arguments[1] != Object.class) {
      return new MapReader(of(arguments[1], bindings));
    }
    Map<TypeVariable<?>, ValueReader> inner = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      inner.put(raw.getTypeParameters()[i], of(arguments[i], bindings));
    }
    return ofClass(raw, inner);
  }

  private ValueReader ofClass(Class<?> type, Map<TypeVariable<?>, ValueReader> bindings) {
    if (type == String.class) {
      return ScalarReaders::string;
    } else if (type == Boolean.class || type == boolean.class) {
      return ScalarReaders::bool;
    } else if (type == Integer.class || type == int.class) {
      return ScalarReaders::integer;
    } else if (type == Long.class || type == long.class) {
      return ScalarReaders::whole;
    } else if (type == Double.class || type == double.class) {
      return ScalarReaders::decimal;
    } else if (type == Instant.class) {
      return ScalarReaders::instant;
    } else if (type == Map.class) {
      return ValueReaders::map;
    } else if (type == Object.class) {
      return UntypedReader::read;
    } else if (OpenValue.class.isAssignableFrom(type)) {
      return openValue(type);
    } else if (type.isRecord()) {
      return record(type, bindings);
    }
    throw new IllegalArgumentException(
        type.getName()
            + " cannot be read from JSON by the SDK: use a record, List, Map, Object,"
            + " String, Boolean, Integer, Long, Double or Instant; or "
            + JsonValues.CODEC_HINT);
  }

  /** Whether a type consists only of the SDK's own types and JDK types. */
  static boolean isSdks(Type type) {
    if (type instanceof ParameterizedType generic) {
      return isSdks(generic.getRawType())
          && Stream.of(generic.getActualTypeArguments()).allMatch(ValueReaders::isSdks);
    }
    return !(type instanceof Class<?> plain) || !plain.isRecord() || RecordProperties.isSdks(plain);
  }

  /** A record may contain itself. */
  private ValueReader record(Class<?> type, Map<TypeVariable<?>, ValueReader> bindings) {
    String annotation = RecordProperties.foreignAnnotation(type);
    if (!annotation.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName()
              + " has the annotation @"
              + annotation
              + ", which the SDK does not support: "
              + JsonValues.CODEC_HINT);
    }
    Known key = new Known(type, bindings);
    ValueReader known = records.get(key);
    if (known != null) {
      return known;
    }
    Later later = new Later();
    records.put(key, later);
    later.reader = new RecordReader(type, component -> component(component, bindings));
    records.put(key, later.reader);
    return later.reader;
  }

  private ValueReader component(
      RecordComponent component, Map<TypeVariable<?>, ValueReader> bindings) {
    ValueReader reader = of(component.getGenericType(), bindings);
    return reader instanceof ListReader list && component.isAnnotationPresent(ArrayOnly.class)
        ? new ListReader(list.element(), true)
        : reader;
  }

  private static @Nullable Object map(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return UntypedReader.object(parser);
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : ValueReader.MISFIT;
  }

  private static ValueReader openValue(Class<?> type) {
    Method factory = openFactory(type);
    return parser -> {
      Object text = ScalarReaders.string(parser);
      if (!(text instanceof String)) {
        return text;
      }
      try {
        return factory.invoke(null, text);
      } catch (InvocationTargetException e) {
        return ValueReader.MISFIT;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(factory + " must be accessible: make it public", e);
      }
    };
  }

  private static Method openFactory(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("of")
          && Modifier.isStatic(method.getModifiers())
          && method.getReturnType() == type
          && List.of(method.getParameterTypes()).equals(List.of(String.class))) {
        method.trySetAccessible();
        return method;
      }
    }
    throw new IllegalArgumentException(
        type.getName() + " cannot be read from JSON without a static method of(String)");
  }
}
