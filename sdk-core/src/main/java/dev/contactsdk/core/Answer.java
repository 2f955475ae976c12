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
   * @param codec reads the application's types; null for none
   */
  public Answer(HttpResponse response, @Nullable JsonCodec codec) {
    this.response = response;
    this.codec = codec;
  }

  /**
   * Whether the status is a success.
   *
   * @return false for the 404 of a delete that was tried before
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
   * @return all of them
   */
  public Headers headers() {
    return response.headers();
  }

  /**
   * The body, decompressed. It can be read once.
   *
   * @return a stream, which need not be closed
   */
  public InputStream stream() {
    return response.stream();
  }

  /**
   * The whole body, decompressed. It can be read any number of times.
   *
   * @return the bytes
   * @throws IOException when the body is damaged
   */
  public byte[] bytes() throws IOException {
    return response.bytes();
  }

  /**
   * Reads the body as JSON: the SDK's types as the SDK reads them, the application's types with the
   * client's {@link JsonCodec}, if it has one.
   *
   * @param type what to read it into
   * @param <T> the type
   * @return the value
   * @throws IOException when the body is damaged
   * @throws dev.contactsdk.core.json.MalformedJsonException when it is not JSON of this type
   */
  public <T> T json(JsonType<T> type) throws IOException {
    return type.read(stream(), codec);
  }

  /**
   * Turns a part of what was read into a type, as {@link #json} does with the whole.
   *
   * @param part maps, lists and scalars
   * @param type what to turn them into
   * @param <T> the type
   * @return the value
   * @throws dev.contactsdk.core.json.MalformedJsonException when the part does not fit
   */
  public <T> T convert(@Nullable Object part, JsonType<T> type) {
    return type.convert(part, codec);
  }

  /**
   * Says the vendor's id of the request, where the body holds it. Without this it is looked for in
   * the headers.
   *
   * @param id the id; null when the body holds none
   */
  public void requestId(@Nullable String id) {
    requestId = id;
  }

  /**
   * The vendor's id of the request, as a decoder has said it.
   *
   * @return null when the body holds none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  @Override
  public String toString() {
    return response.toString();
  }
}
