package dev.contactsdk.core;

import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.JsonType;
import java.io.IOException;

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
   * @param response an answer with a success status, or, for a delete that was tried before, 404
   * @return what it says
   * @throws IOException when the body is damaged
   * @throws dev.contactsdk.core.json.MalformedJsonException when it is not what is expected
   * @throws UnusableAnswerException when it is JSON that holds nothing of what is expected: it may
   *     be a refusal
   */
  Decoded<T> decode(HttpResponse response) throws IOException;

  /**
   * Reads the whole body as one JSON value.
   *
   * @param type the type
   * @param <T> the type
   * @return the decoder
   */
  static <T> Decoder<T> json(JsonType<T> type) {
    return response -> new Decoded<>(type.read(response.stream()), null);
  }

  /**
   * Reads the whole body as one JSON value.
   *
   * @param type a record, {@code Object.class} for any JSON, a scalar type or {@code Instant.class}
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
    return response -> {
      if (!response.isSuccess()) {
        return new Decoded<>(new Deleted<>(true, null), null);
      }
      if (response.bytes().length == 0) {
        return new Decoded<>(new Deleted<>(false, null), null);
      }
      Decoded<T> last = record.decode(response);
      return new Decoded<>(new Deleted<>(false, last.value()), last.requestId());
    };
  }
}
