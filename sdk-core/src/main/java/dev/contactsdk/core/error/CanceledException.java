package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled, its client was closed, or its thread was interrupted. An interrupted
 * thread keeps its interrupt flag.
 */
public final class CanceledException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the cause; null when there is none
   */
  public CanceledException(Failure failure, String message, @Nullable Throwable cause) {
    super(failure, message, cause);
  }
}
