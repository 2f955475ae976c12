package dev.contactsdk.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request. */
public interface RequestBody {
  /**
   * A body that is in memory.
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
   * @return in bytes; -1 when it is not known
   */
  long contentLength();

  /**
   * Whether the body can be written (again). A body that reads from a stream can be written once.
   *
   * @return false when the bytes are gone
   */
  boolean repeatable();

  /**
   * Writes the whole body.
   *
   * @param out where to; not closed
   * @throws IOException when reading the source or writing fails
   */
  void writeTo(OutputStream out) throws IOException;
}
