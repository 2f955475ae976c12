package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled, its thread interrupted (the thread's interrupt flag is then set), or its
 * client closed.
 */
public final class CanceledException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param failure what is known of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the failure underneath; null when there is none
   */
  public CanceledException(Failure failure, String message, @Nullable Throwable cause) {
    super(failure, message, cause);
  }
}
