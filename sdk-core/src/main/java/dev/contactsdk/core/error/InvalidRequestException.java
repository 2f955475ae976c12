package dev.contactsdk.core.error;

import java.io.Serial;

/**
 * Input or configuration that cannot be sent, refused before any request: the message says what,
 * where and how to mend it.
 */
public final class InvalidRequestException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the refusal.
   *
   * @param where the type, setting or operation that refused, such as {@code NewKoreContact}
   * @param message what is wrong and how to mend it; no secret and no personal data
   */
  public InvalidRequestException(String where, String message) {
    super(Failure.notSent(where), message, null);
  }
}
