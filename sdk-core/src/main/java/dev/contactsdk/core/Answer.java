package dev.contactsdk.core;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An answer that a {@link Decoder} reads. Not thread-safe. */
public final class Answer {
  private final HttpResponse response;
  private final @Nullable JsonCodec codec;
  private @Nullable String requestId;

  /**
   * Creates an answer.
   *
   * @param response the response
   * @param codec reads the application's types; null when there is none
   */
  public Answer(HttpResponse response, @Nullable JsonCodec codec) {
    this.response = response;
    this.codec = codec;
  }

  /**
   * Whether the status is a success.
   *
   * @return false for the 404 of a repeated delete
   */
  public boolean isSuccess() {
    return response.isSuccess();
  }

  /**
   * The HTTP status.
   *
   * @return for example 200
   */
  public int status() {
    return response.status();
  }

  /**
   * The headers.
   *
   * @return all headers
   */
  public Headers headers() {
    return response.headers();
  }

  /**
   * The body, decompressed. It can be read once.
   *
   * @return a stream; closing it is not needed
   */
  public InputStream stream() {
    return response.stream();
  }

  /**
   * The complete body, decompressed. It can be read any number of times.
   *
   * @return the bytes
   * @throws IOException when the body is damaged
   */
  public byte[] bytes() throws IOException {
    return response.bytes();
  }

  /**
   * Reads the body as JSON. The SDK reads its own types; the client's {@link JsonCodec}, if any,
   * reads the application's types.
   *
   * @param type the target type
   * @param <T> the type
   * @return the value
   * @throws IOException when the body is damaged
   * @throws dev.contactsdk.core.json.MalformedJsonException when the body is not JSON of this type
   */
  public <T> T json(JsonType<T> type) throws IOException {
    return type.read(stream(), codec);
  }

  /**
   * Converts a part of the answer to a type, like {@link #json} does for the whole body.
   *
   * @param part maps, lists and scalars
   * @param type the target type
   * @param <T> the type
   * @return the value
   * @throws dev.contactsdk.core.json.MalformedJsonException when the part does not fit
   */
  public <T> T convert(@Nullable Object part, JsonType<T> type) {
    return type.convert(part, codec);
  }

  /**
   * Sets the vendor's request id from the body. Otherwise the id comes from the headers.
   *
   * @param id the id; null when the body has none
   */
  public void requestId(@Nullable String id) {
    requestId = id;
  }

  /**
   * The vendor's request id that the decoder has set.
   *
   * @return the id; null when the body has none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  @Override
  public String toString() {
    return response.toString();
  }
}
