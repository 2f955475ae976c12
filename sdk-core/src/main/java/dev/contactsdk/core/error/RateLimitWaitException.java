package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;

/**
 * The client-side limiter could not give a permit before the call's deadline, so this attempt was
 * not sent. Give the call a longer deadline, or spread the calls. Also when the limiter's store
 * failed: then the cause says how.
 */
public final class RateLimitWaitException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Creates the failure.
   *
   * @param failure what is known of the call
   * @param retryAfter how long until a permit can be had
   */
  public RateLimitWaitException(Failure failure, Duration retryAfter) {
    super(
        failure,
        "no permit of the client-side rate limit before the deadline; one is free in "
            + wholeMillis(retryAfter)
            + " at the earliest: give the call a longer deadline(...) or spread the calls",
        null);
    this.retryAfter = wholeMillis(retryAfter);
  }

  /**
   * Creates the failure of a limiter whose store failed.
   *
   * @param failure what is known of the call
   * @param cause how it failed
   */
  public RateLimitWaitException(Failure failure, RuntimeException cause) {
    super(failure, "the store of the client-side rate limit failed", cause);
    this.retryAfter = Duration.ZERO;
  }

  /** Rounded up: nobody waits to the nanosecond, and it is read by people. */
  private static Duration wholeMillis(Duration wait) {
    return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
  }

  /**
   * How long until a permit can be had.
   *
   * @return the wait at the time of the failure, at the earliest; zero when it is not known
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
