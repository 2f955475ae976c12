package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The credential for the request could not be created, so nothing was sent. */
public final class CredentialException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the cause; null when there is none
   */
  public CredentialException(Failure failure, String message, @Nullable Throwable cause) {
    super(failure, message, cause);
  }
}
