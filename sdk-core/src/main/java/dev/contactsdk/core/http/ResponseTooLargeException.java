package dev.contactsdk.core.http;

import java.io.IOException;
import java.io.Serial;

/** The body of an answer exceeds the client's limit. */
public final class ResponseTooLargeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param maxBytes the limit, in bytes
   */
  public ResponseTooLargeException(long maxBytes) {
    super("the answer is larger than " + maxBytes + " bytes, the client's maxResponseBytes");
  }
}
