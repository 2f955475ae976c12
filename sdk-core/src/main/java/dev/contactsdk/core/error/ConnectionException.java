package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The connection failed. The outcome tells whether any byte had been sent. */
public final class ConnectionException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the cause; null when there is none
   */
  public ConnectionException(Failure failure, String message, @Nullable Throwable cause) {
    super(failure, message, cause);
  }
}
