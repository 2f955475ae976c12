package dev.contactsdk.core;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a successful answer.
 *
 * @param <T> what it is read into
 */
@FunctionalInterface
public interface Decoder<T> {
  /**
   * Reads the body.
   *
   * @param answer an answer with a success status, or, for a delete that was tried before, 404
   * @return what it says
   * @throws IOException when the body is damaged
   * @throws dev.contactsdk.core.json.MalformedJsonException when it is not what is expected
   * @throws UnusableAnswerException when it is JSON that holds nothing of what is expected: it may
   *     be a refusal
   */
  T decode(Answer answer) throws IOException;

  /**
   * Refuses, before anything is sent, a type that could not be read. Does nothing by default.
   *
   * @param operation the operation's name, for the message
   * @param codec the client's codec; null when it has none
   * @throws dev.contactsdk.core.error.InvalidRequestException when the answer could not be read
   */
  default void check(String operation, @Nullable JsonCodec codec) {}

  /**
   * Reads the whole body as one JSON value.
   *
   * @param type the type: one of the SDK's, a record, or, with a {@link JsonCodec}, any type of the
   *     application's
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
   *     or, with a {@link JsonCodec}, any class of the application's
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
