package dev.contactsdk.core.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the reader of a Java type. */
final class ValueReaders {
  private ValueReaders() {}

  static ValueReader of(Type type) {
    return of(type, Map.of());
  }

  private static ValueReader of(Type type, Map<TypeVariable<?>, Type> bindings) {
    if (type instanceof TypeVariable<?> variable) {
      return of(bindings.getOrDefault(variable, Object.class), bindings);
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, bindings);
    }
    return type instanceof Class<?> plain ? ofClass(plain, Map.of()) : UntypedReader::read;
  }

  private static ValueReader ofGeneric(
      ParameterizedType generic, Map<TypeVariable<?>, Type> bindings) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == List.class) {
      return new ListReader(of(arguments[0], bindings));
    }
    Map<TypeVariable<?>, Type> inner = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      Type argument = arguments[i];
      inner.put(
          raw.getTypeParameters()[i],
          argument instanceof TypeVariable<?> variable
              ? bindings.getOrDefault(variable, Object.class)
              : argument);
    }
    return raw == Map.class && arguments[1] != Object.class
        ? new MapReader(of(arguments[1], bindings))
        : ofClass(raw, inner);
  }

  private static ValueReader ofClass(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
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
      return new RecordReader(type, component -> of(component.getGenericType(), bindings));
    }
    throw new IllegalArgumentException(
        type.getName()
            + " cannot be read from JSON: use a record, List, Map, Object, String, Boolean,"
            + " Integer, Long, Double or Instant, or a Decoder of your own");
  }

  private static @Nullable Object map(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return UntypedReader.object(parser);
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : ValueReader.MISFIT;
  }

  private static ValueReader openValue(Class<?> type) {
    Constructor<?> constructor = openConstructor(type);
    return parser -> {
      Object text = ScalarReaders.string(parser);
      if (!(text instanceof String)) {
        return text;
      }
      try {
        return constructor.newInstance(text);
      } catch (InvocationTargetException e) {
        return ValueReader.MISFIT;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " must be a public record of one String", e);
      }
    };
  }

  private static Constructor<?> openConstructor(Class<?> type) {
    try {
      return type.getDeclaredConstructor(String.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " must be a record of one String", e);
    }
  }
}
