package dev.contactsdk.core.spi.error;

import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's error answer says, in one form for all vendors, as it was sent: it may quote
 * personal data. What applications see of it is masked later. Prints kind and origin only.
 *
 * @param kind what the refusal means by its status, code and text
 * @param origin who wrote the body
 * @param code the vendor's code as text; null when there is none
 * @param message the vendor's text, and nothing but it; null when there is none
 * @param hint what the SDK has to say of it, without personal data; null when there is nothing
 * @param fieldErrors the fields that were found wrong; never null
 * @param details what else the vendor's error holds; never null
 * @param requestId the vendor's id of the request, where the body holds it; null otherwise
 * @param retryAfter how long the vendor asks to wait, from zero to 100 years; null when it does not
 *     say
 */
public record Refusal(
    ErrorKind kind,
    ErrorOrigin origin,
    @Nullable String code,
    @Nullable String message,
    @Nullable String hint,
    List<FieldError> fieldErrors,
    Map<String, @Nullable Object> details,
    @Nullable String requestId,
    @Nullable Duration retryAfter) {
  /** So that nanoseconds and moments can be reckoned with any wait that a vendor names. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_525);

  /**
   * Copies list and map. A wait in the past becomes no wait, an absurd one 100 years.
   *
   * @param kind what the refusal means
   * @param origin who wrote the body
   * @param code the vendor's code
   * @param message the vendor's text
   * @param hint what the SDK has to say of it
   * @param fieldErrors the fields that were found wrong
   * @param details what else the error holds
   * @param requestId the vendor's id of the request
   * @param retryAfter how long the vendor asks to wait
   */
  public Refusal {
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
  public static Refusal ofStatus(int status) {
    return new Refusal(
        ErrorKind.ofStatus(status),
        ErrorOrigin.NONE,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        null,
        null);
  }

  /**
   * The same with another kind.
   *
   * @param changed the kind
   * @return a copy
   */
  public Refusal withKind(ErrorKind changed) {
    return new Refusal(
        changed, origin, code, message, hint, fieldErrors, details, requestId, retryAfter);
  }

  /**
   * The same with another wait.
   *
   * @param changed the wait; null for none
   * @return a copy
   */
  public Refusal withRetryAfter(@Nullable Duration changed) {
    return new Refusal(kind, origin, code, message, hint, fieldErrors, details, requestId, changed);
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    // Rounded up: nobody waits to the nanosecond, and it is read by people.
    return wait.compareTo(LONGEST_WAIT) > 0
        ? LONGEST_WAIT
        : Duration.ofMillis(wait.plusNanos(999_999).toMillis());
  }

  @Override
  public String toString() {
    return "Refusal[" + kind + ", " + origin + "]";
  }
}
