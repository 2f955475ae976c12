package dev.contactsdk.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body has been read off the connection. The body can be taken once as a stream, or
 * any number of times as bytes. Prints status and header names only.
 */
public final class HttpResponse {
  /** The largest body that is read when nothing else is set: 16 MiB. */
  public static final long DEFAULT_MAX_BYTES = 16L * 1024 * 1024;

  private final int status;
  private final Headers headers;
  private final long maxBytes;
  private final @Nullable IOException bodyFailure;
  private @Nullable InputStream body;
  private byte @Nullable [] bytes;

  /**
   * An answer with its body in memory.
   *
   * @param status the HTTP status
   * @param headers the headers as received
   * @param body the bytes as received, possibly compressed; never null, empty for none
   * @param maxBytes how many bytes may come of it when it is decompressed
   * @param bodyFailure why the body is not whole; null when it is
   */
  public HttpResponse(
      int status,
      Headers headers,
      InputStream body,
      long maxBytes,
      @Nullable IOException bodyFailure) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.maxBytes = maxBytes;
    this.bodyFailure = bodyFailure;
  }

  /**
   * An answer from bytes.
   *
   * @param status the HTTP status
   * @param headers the headers
   * @param body the body; not copied
   * @return the answer
   */
  public static HttpResponse of(int status, Headers headers, byte[] body) {
    return new HttpResponse(
        status, headers, new ByteArrayInputStream(body), DEFAULT_MAX_BYTES, null);
  }

  /**
   * The HTTP status.
   *
   * @return for example 201
   */
  public int status() {
    return status;
  }

  /**
   * Whether the status is 2xx.
   *
   * @return true for a success
   */
  public boolean isSuccess() {
    return status >= 200 && status <= 299;
  }

  /**
   * The headers.
   *
   * @return as received
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Why the body is not whole.
   *
   * @return null when it is whole
   */
  public @Nullable IOException bodyFailure() {
    return bodyFailure;
  }

  /**
   * The body as a stream, decompressed where its encoding is {@code gzip} or {@code x-gzip}. Can be
   * called once, unless {@link #bytes()} was called before.
   *
   * @return the stream; closing it is not needed. While it is read it throws an {@link IOException}
   *     when the compression is damaged, and a {@link ResponseTooLargeException} when more comes of
   *     it than the client reads
   */
  public InputStream stream() {
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    InputStream raw = body;
    if (raw == null) {
      throw new IllegalStateException(
          "the body was taken as a stream before: take it as bytes() to read it twice");
    }
    body = null;
    String encoding = headers.get("Content-Encoding");
    boolean gzip = "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
    return gzip ? new GunzipStream(raw, maxBytes) : raw;
  }

  /**
   * The whole body, decompressed. Kept, so that the body can be read again.
   *
   * @return the bytes, not a copy
   * @throws IOException when the compression is damaged or the body too large
   */
  public byte[] bytes() throws IOException {
    if (bytes == null) {
      bytes = stream().readAllBytes();
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "HTTP " + status + " " + headers;
  }
}
