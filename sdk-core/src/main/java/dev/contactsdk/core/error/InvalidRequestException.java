package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

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

  /**
   * Refuses null.
   *
   * @param where the type, setting or operation that refuses
   * @param what what was given, such as the name of a property
   * @param value what may be null by mistake
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null; the message names what was given
   */
  public static <T> T refuseNull(String where, String what, @Nullable T value) {
    if (value == null) {
      throw new InvalidRequestException(where, what + " is null");
    }
    return value;
  }
}
