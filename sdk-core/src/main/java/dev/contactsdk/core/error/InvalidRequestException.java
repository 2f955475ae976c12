package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
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

  /**
   * Refuses null, for a setting.
   *
   * @param setting the setting's name
   * @param value what may be null by mistake
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null
   */
  public static <T> T refuseNull(String setting, @Nullable T value) {
    return refuseNull(setting, "the value", value);
  }

  /**
   * Refuses null and durations that are not positive.
   *
   * @param setting the setting's name
   * @param duration what was set
   * @return the duration
   * @throws InvalidRequestException when it is null, zero or negative
   */
  public static Duration refuseNotPositive(String setting, @Nullable Duration duration) {
    Duration given = refuseNull(setting, duration);
    if (given.isZero() || given.isNegative()) {
      throw new InvalidRequestException(setting, "has to be more than zero, and is " + given);
    }
    return given;
  }
}
