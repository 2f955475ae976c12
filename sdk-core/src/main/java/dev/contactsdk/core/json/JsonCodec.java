package dev.contactsdk.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the application's own types, usually with its Jackson mapper. See the modules
 * {@code contact-sdk-jackson2} and {@code contact-sdk-jackson3}. The SDK reads and writes its own
 * types itself. Implementations must be thread-safe.
 */
public interface JsonCodec {
  /**
   * Reads a body.
   *
   * @param in the bytes; not closed
   * @param type the target type
   * @return a value of that type; null when the body is the JSON value null
   * @throws MalformedJsonException when the body is not JSON of this type; the message does not
   *     quote it
   * @throws IOException when the bytes cannot be read
   */
  @Nullable Object read(InputStream in, Type type) throws IOException;

  /**
   * Writes a value.
   *
   * @param value one of the application's values
   * @return JSON in UTF-8
   * @throws UnwritableJsonException when the value cannot be written; the message does not quote it
   */
  byte[] write(Object value);

  /**
   * Converts maps, lists and scalars to one of the application's types.
   *
   * @param value maps, lists and scalars, such as a contact's custom fields; null is allowed
   * @param type the target type
   * @return a value of that type; null when the value is null
   * @throws MalformedJsonException when the value does not fit the type; the message does not quote
   *     it
   */
  @Nullable Object convert(@Nullable Object value, Type type);

  /**
   * Converts maps, lists and scalars to one of the application's classes.
   *
   * @param value maps, lists and scalars, such as a contact's custom fields
   * @param type the target type
   * @param <T> the type
   * @return the value, never null
   * @throws MalformedJsonException when the value is null or does not fit the type
   */
  @SuppressWarnings("unchecked") // the method above returns that type
  default <T> T convert(@Nullable Object value, Class<T> type) {
    Object converted = convert(value, (Type) type);
    if (converted == null) {
      throw new MalformedJsonException("the value is null");
    }
    return (T) converted;
  }
}
