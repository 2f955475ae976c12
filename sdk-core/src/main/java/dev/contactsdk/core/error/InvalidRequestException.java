package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Invalid input or configuration, rejected before any request. The message says what is wrong,
 * where, and how to fix it.
 */
public final class InvalidRequestException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param where the rejecting type, setting or operation, such as {@code NewKoreContact}
   * @param message what is wrong and how to fix it; no secrets or personal data
   */
  public InvalidRequestException(String where, String message) {
    super(Failure.notSent(where), message, null);
  }

  /**
   * Rejects null.
   *
   * @param where the rejecting type, setting or operation
   * @param what the name of the value, such as the name of a property
   * @param value the value to check
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null; the message names the value
   */
  public static <T> T refuseNull(String where, String what, @Nullable T value) {
    if (value == null) {
      throw new InvalidRequestException(where, what + " is null");
    }
    return value;
  }

  /**
   * Rejects null for a setting.
   *
   * @param setting the setting's name
   * @param value the value to check
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null
   */
  public static <T> T refuseNull(String setting, @Nullable T value) {
    return refuseNull(setting, "the value", value);
  }

  /**
   * Rejects null and durations that are not positive.
   *
   * @param setting the setting's name
   * @param duration the duration to check
   * @return the duration
   * @throws InvalidRequestException when it is null, zero or negative
   */
  public static Duration refuseNotPositive(String setting, @Nullable Duration duration) {
    Duration given = refuseNull(setting, duration);
    if (given.isZero() || given.isNegative()) {
      throw new InvalidRequestException(setting, "must be more than zero, but was " + given);
    }
    return given;
  }
}
