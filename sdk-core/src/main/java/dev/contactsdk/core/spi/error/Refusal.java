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
 * A vendor's error answer, in one form for all vendors. It holds the text as sent, which may quote
 * personal data. It is masked before applications see it. {@link #toString()} shows only kind and
 * origin.
 *
 * @param kind what the refusal means, by its status, code and text
 * @param origin who wrote the body
 * @param code the vendor's code as text; null when there is none
 * @param message the vendor's text, unchanged; null when there is none
 * @param hint the SDK's own hint, without personal data; null when there is none
 * @param fieldErrors the fields that the vendor found wrong; never null
 * @param details other content of the vendor's error; never null
 * @param requestId the vendor's request id, if the body contains it; null otherwise
 * @param retryAfter how long the vendor asks to wait, from zero to 100 years; null when it does not
 *     ask
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
  /** Keeps arithmetic with nanoseconds and instants from overflowing. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(36_525);

  /**
   * Copies list and map. Limits the wait to between zero and 100 years.
   *
   * @param kind what the refusal means
   * @param origin who wrote the body
   * @param code the vendor's code
   * @param message the vendor's text
   * @param hint the SDK's own hint
   * @param fieldErrors the fields that the vendor found wrong
   * @param details other content of the error
   * @param requestId the vendor's request id
   * @param retryAfter how long the vendor asks to wait
   */
  public Refusal {
    fieldErrors = List.copyOf(fieldErrors);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    retryAfter = retryAfter == null ? null : bounded(retryAfter);
  }

  /**
   * Creates the refusal for an answer whose body says nothing.
   *
   * @param status the HTTP status
   * @return the refusal, with only the meaning of the status
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
   * Returns this refusal with another kind.
   *
   * @param changed the kind
   * @return a copy
   */
  public Refusal withKind(ErrorKind changed) {
    return new Refusal(
        changed, origin, code, message, hint, fieldErrors, details, requestId, retryAfter);
  }

  /**
   * Returns this refusal with another wait.
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
    // Rounded up to milliseconds, which are easier to read.
    return wait.compareTo(LONGEST_WAIT) > 0
        ? LONGEST_WAIT
        : Duration.ofMillis(wait.plusNanos(999_999).toMillis());
  }

  @Override
  public String toString() {
    return "Refusal[" + kind + ", " + origin + "]";
  }
}
