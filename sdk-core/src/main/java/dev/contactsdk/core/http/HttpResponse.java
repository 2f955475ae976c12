package dev.contactsdk.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body has been read from the connection. The body can be read once as a stream, or
 * any number of times as bytes. {@link #toString()} shows only status and header names.
 */
public final class HttpResponse {
  /** The default limit for the body: 16 MiB. */
  public static final long DEFAULT_MAX_BYTES = 16L * 1024 * 1024;

  private final int status;
  private final Headers headers;
  private final long maxBytes;
  private final @Nullable IOException bodyFailure;
  private @Nullable InputStream body;
  private byte @Nullable [] bytes;

  /**
   * Creates an answer with its body in memory.
   *
   * @param status the HTTP status
   * @param headers the headers as received
   * @param body the bytes as received, possibly compressed; never null, empty for none
   * @param maxBytes the limit for the decompressed body, in bytes
   * @param bodyFailure why the body is incomplete; null when it is complete
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
   * Creates an answer from bytes.
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
   * Whether the status is a success that does not say that the work is done: 202 (accepted) or 207
   * (several results).
   *
   * @return true if only the body can show what was done
   */
  public boolean isInconclusive() {
    return status == 202 || status == 207;
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
   * Why the body is incomplete.
   *
   * @return null when it is complete
   */
  public @Nullable IOException bodyFailure() {
    return bodyFailure;
  }

  /**
   * The length of the body as received, possibly compressed.
   *
   * @return the length in bytes; -1 once the body has been read
   */
  public long receivedBytes() {
    try {
      return body == null ? -1 : body.available();
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * The body as a stream, decompressed if its encoding is {@code gzip} or {@code x-gzip}. Can be
   * called once, unless {@link #bytes()} was called before.
   *
   * @return the stream; closing it is not needed. Reading throws an {@link IOException} when the
   *     compressed data is damaged, and a {@link ResponseTooLargeException} when the body exceeds
   *     the limit
   */
  public InputStream stream() {
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    InputStream raw = body;
    if (raw == null) {
      throw new IllegalStateException(
          "the body was already read as a stream: use bytes() to read it twice");
    }
    body = null;
    String encoding = headers.get("Content-Encoding");
    boolean gzip = "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
    return gzip ? new GunzipStream(raw, maxBytes) : raw;
  }

  /**
   * The complete body, decompressed. It is kept, so it can be read again.
   *
   * @return the bytes, not a copy
   * @throws IOException when the compressed data is damaged or the body is too large
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
