package dev.contactsdk.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request. */
public interface RequestBody {
  /**
   * Creates a body in memory.
   *
   * @param contentType its media type
   * @param bytes its bytes; not copied
   * @return the body
   */
  static RequestBody of(String contentType, byte[] bytes) {
    return new ByteArrayBody(contentType, bytes);
  }

  /**
   * The media type.
   *
   * @return for example {@code application/json}
   */
  String contentType();

  /**
   * The length.
   *
   * @return the length in bytes; -1 when unknown
   */
  long contentLength();

  /**
   * Whether the body can be written (again). A body from a stream can be written only once.
   *
   * @return false when the bytes are used up
   */
  boolean repeatable();

  /**
   * Writes the whole body.
   *
   * @param out the target; not closed
   * @throws IOException when reading or writing fails
   */
  void writeTo(OutputStream out) throws IOException;
}
