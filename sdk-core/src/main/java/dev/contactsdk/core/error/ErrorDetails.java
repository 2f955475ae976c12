package dev.contactsdk.core.error;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's error answer says, in one form for all vendors. Prints kind and origin only.
 *
 * @param kind what the refusal means by its status, code and text
 * @param origin who wrote the body
 * @param code the vendor's code as text; null when there is none
 * @param message the vendor's text, with values of the request masked; null when there is none
 * @param fieldErrors the fields that were found wrong; never null
 * @param details what else the vendor's error holds, as it was sent: its values may be personal, so
 *     they are never printed; never null
 * @param requestId the vendor's id of the request, where the body holds it; null otherwise
 * @param retryAfter how long the vendor asks to wait, from zero to 100 years; null when it does not
 *     say
 */
@SuppressWarnings("serial") // List.copyOf makes a serializable list, and JSON is read into such
public record ErrorDetails(
    ErrorKind kind,
    ErrorOrigin origin,
    @Nullable String code,
    @Nullable String message,
    List<FieldError> fieldErrors,
    Map<String, @Nullable Object> details,
    @Nullable String requestId,
    @Nullable Duration retryAfter)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** So that nanoseconds and moments can be reckoned with any wait that a vendor names. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_525);

  /**
   * Copies list and map. A wait in the past becomes no wait, an absurd one 100 years.
   *
   * @param kind what the refusal means
   * @param origin who wrote the body
   * @param code the vendor's code
   * @param message the vendor's text
   * @param fieldErrors the fields that were found wrong
   * @param details what else the error holds
   * @param requestId the vendor's id of the request
   * @param retryAfter how long the vendor asks to wait
   */
  public ErrorDetails {
    fieldErrors = List.copyOf(fieldErrors);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    retryAfter = retryAfter == null ? null : bounded(retryAfter);
  }

  /**
   * What an answer says whose body says nothing.
   *
   * @param status the HTTP status
   * @return the meaning of the status, and nothing else
   */
  public static ErrorDetails ofStatus(int status) {
    return new ErrorDetails(
        ErrorKind.ofStatus(status), ErrorOrigin.NONE, null, null, List.of(), Map.of(), null, null);
  }

  /**
   * The same with another kind.
   *
   * @param changed the kind
   * @return a copy
   */
  public ErrorDetails withKind(ErrorKind changed) {
    return new ErrorDetails(
        changed, origin, code, message, fieldErrors, details, requestId, retryAfter);
  }

  /**
   * The same with another wait.
   *
   * @param changed the wait; null for none
   * @return a copy
   */
  public ErrorDetails withRetryAfter(@Nullable Duration changed) {
    return new ErrorDetails(kind, origin, code, message, fieldErrors, details, requestId, changed);
  }

  ErrorDetails withoutDetails() {
    return new ErrorDetails(
        kind, origin, code, message, fieldErrors, Map.of(), requestId, retryAfter);
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

  @Override
  public String toString() {
    return "ErrorDetails[" + kind + ", " + origin + "]";
  }
}
