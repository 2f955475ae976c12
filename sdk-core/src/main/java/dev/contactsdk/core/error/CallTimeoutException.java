package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The call ran out of time: an attempt took longer than its timeout, or the deadline of the whole
 * call passed.
 */
public final class CallTimeoutException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the cause; null when there is none
   */
  public CallTimeoutException(Failure failure, String message, @Nullable Throwable cause) {
    super(failure, message, cause);
  }
}
