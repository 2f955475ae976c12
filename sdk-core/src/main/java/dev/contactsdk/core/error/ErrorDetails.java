package dev.contactsdk.core.error;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's error answer says, in one form for all vendors.
 *
 * @param kind what the refusal means
 * @param code the vendor's code as text; null when there is none
 * @param message the vendor's text, with values of the request masked; null when there is none
 * @param fieldErrors the fields that were found wrong; never null
 * @param requestId the vendor's id of the request; null when there is none
 * @param retryAfter how long the vendor asks to wait, from zero to 100 years; null when it does not
 *     say
 */
@SuppressWarnings("serial") // List.copyOf makes a serializable list
public record ErrorDetails(
    ErrorKind kind,
    @Nullable String code,
    @Nullable String message,
    List<FieldError> fieldErrors,
    @Nullable String requestId,
    @Nullable Duration retryAfter)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** So that nanoseconds and moments can be reckoned with any wait that a vendor names. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_525);

  /**
   * Copies the list, and takes a wait in the past for no wait and an absurd one for 100 years.
   *
   * @param kind what the refusal means
   * @param code the vendor's code
   * @param message the vendor's text
   * @param fieldErrors the fields that were found wrong
   * @param requestId the vendor's id of the request
   * @param retryAfter how long the vendor asks to wait
   */
  public ErrorDetails {
    fieldErrors = List.copyOf(fieldErrors);
    retryAfter = retryAfter == null ? null : bounded(retryAfter);
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wholeMillis(wait);
  }

  /** Rounded up: nobody waits to the nanosecond, and it is read by people. */
  static Duration wholeMillis(Duration wait) {
    return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
  }
}
