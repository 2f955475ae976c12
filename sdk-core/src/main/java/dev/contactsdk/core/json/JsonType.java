package dev.contactsdk.core.json;

import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type that JSON is read into. Records are read tolerantly: nothing is required, unknown
 * properties go to a component named {@code additionalProperties}, and so do values of an
 * unexpected kind.
 *
 * <p>For a generic type make an anonymous subclass: {@code new JsonType<List<Thing>>() {}}. Keep
 * instances: they are immutable and cost something to make.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {
  private final ValueReader reader;

  /** Takes the type from the subclass's declaration. */
  protected JsonType() {
    ParameterizedType declared = (ParameterizedType) getClass().getGenericSuperclass();
    this.reader = ValueReaders.of(declared.getActualTypeArguments()[0]);
  }

  private JsonType(Type type) {
    this.reader = ValueReaders.of(type);
  }

  /**
   * A plain type.
   *
   * @param type a record, {@code Object.class} for any JSON, {@code Map.class}, a scalar type or
   *     {@code Instant.class}
   * @param <T> the type
   * @return the type to read
   */
  public static <T> JsonType<T> of(Class<T> type) {
    return new JsonType<>(type) {};
  }

  /**
   * Reads a body.
   *
   * @param in the bytes, in UTF-8, UTF-16 or UTF-32; not closed
   * @return the value, never null
   * @throws MalformedJsonException when the body is not JSON, not of this shape, or null
   */
  @SuppressWarnings("unchecked") // the reader was made for T
  public final T read(InputStream in) {
    Object value = Json.read(in, reader);
    if (value == null) {
      throw new MalformedJsonException("the body is null");
    }
    return (T) value;
  }
}
