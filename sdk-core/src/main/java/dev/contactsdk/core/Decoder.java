package dev.contactsdk.core;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a successful answer.
 *
 * @param <T> the result's type
 */
@FunctionalInterface
public interface Decoder<T> {
  /**
   * Reads the body.
   *
   * @param answer an answer with a success status, or with 404 for a repeated delete
   * @return the decoded answer
   * @throws IOException when the body is damaged
   * @throws dev.contactsdk.core.json.MalformedJsonException when the body is not as expected
   * @throws UnusableAnswerException when the JSON has nothing of what is expected; it may be a
   *     refusal
   */
  T decode(Answer answer) throws IOException;

  /**
   * Rejects a type that cannot be read, before anything is sent. Does nothing by default.
   *
   * @param operation the operation's name, for error messages
   * @param codec the client's codec; null when it has none
   * @throws dev.contactsdk.core.error.InvalidRequestException when the answer cannot be read
   */
  default void check(String operation, @Nullable JsonCodec codec) {}

  /**
   * Reads the whole body as one JSON value.
   *
   * @param type the type: one of the SDK's, a record, or, with a {@link JsonCodec}, any of the
   *     application's types
   * @param <T> the type
   * @return the decoder
   */
  static <T> Decoder<T> json(JsonType<T> type) {
    return new JsonDecoder<>(type);
  }

  /**
   * Reads the whole body as one JSON value.
   *
   * @param type a record, {@code Object.class} for any JSON, a scalar type, {@code Instant.class},
   *     or, with a {@link JsonCodec}, any of the application's classes
   * @param <T> the type
   * @return the decoder
   */
  static <T> Decoder<T> json(Class<T> type) {
    return json(JsonType.of(type));
  }

  /**
   * Reads the answer to a delete, whose body may be empty.
   *
   * @param record reads what was deleted
   * @param <T> what was deleted
   * @return the decoder
   */
  static <T> Decoder<Deleted<T>> deleted(Decoder<T> record) {
    return new DeletedDecoder<>(record);
  }
}
