package dev.contactsdk.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the application's own types, usually with the application's Jackson mapper: see
 * the modules {@code contact-sdk-jackson2} and {@code contact-sdk-jackson3}. The SDK reads and
 * writes its own types itself. Implementations are thread-safe.
 */
public interface JsonCodec {
  /**
   * Reads a body.
   *
   * @param in the bytes; not closed
   * @param type what to read them into
   * @return a value of that type; null when the body is the JSON value null
   * @throws MalformedJsonException when the body is not JSON, or not of this type; the message
   *     quotes nothing of it
   * @throws IOException when the bytes cannot be read
   */
  @Nullable Object read(InputStream in, Type type) throws IOException;

  /**
   * Writes a value.
   *
   * @param value a value of the application's
   * @return JSON in UTF-8
   * @throws UnwritableJsonException when the value cannot be written; the message quotes nothing of
   *     it
   */
  byte[] write(Object value);

  /**
   * Turns maps, lists and scalars into a type of the application's.
   *
   * @param value maps, lists and scalars, such as a contact's custom fields; null is allowed
   * @param type what to turn them into
   * @return a value of that type; null when the value is null
   * @throws MalformedJsonException when the value does not fit the type; the message quotes nothing
   *     of it
   */
  @Nullable Object convert(@Nullable Object value, Type type);

  /**
   * Turns maps, lists and scalars into a class of the application's.
   *
   * @param value maps, lists and scalars, such as a contact's custom fields
   * @param type what to turn them into
   * @param <T> the type
   * @return the value, never null
   * @throws MalformedJsonException when the value is null or does not fit the type
   */
  @SuppressWarnings("unchecked") // of that type, says the method above
  default <T> T convert(@Nullable Object value, Class<T> type) {
    Object converted = convert(value, (Type) type);
    if (converted == null) {
      throw new MalformedJsonException("the value is null");
    }
    return (T) converted;
  }
}
