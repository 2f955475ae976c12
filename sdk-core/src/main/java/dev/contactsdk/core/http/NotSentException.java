package dev.contactsdk.core.http;

import java.io.IOException;
import java.io.Serial;

/** Thrown by a {@link Transport} when no byte of the request has reached the server. */
public final class NotSentException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param cause why the request could not be sent
   */
  public NotSentException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
