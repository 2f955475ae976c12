package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;

/**
 * The client-side rate limiter had no permit before the call's deadline, so this attempt was not
 * sent. Set a longer deadline, or spread the calls. Also thrown when the limiter's store fails; see
 * the cause.
 */
public final class RateLimitWaitException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param retryAfter how long until a permit is free
   */
  public RateLimitWaitException(Failure failure, Duration retryAfter) {
    super(
        failure,
        "no permit of the client-side rate limit before the deadline; the next is free in "
            + wholeMillis(retryAfter)
            + " at the earliest: set a longer deadline(...) or spread the calls",
        null);
    this.retryAfter = wholeMillis(retryAfter);
  }

  /**
   * Creates the failure for a failed store.
   *
   * @param failure the facts of the call
   * @param cause the store's failure
   */
  public RateLimitWaitException(Failure failure, RuntimeException cause) {
    super(failure, "the store of the client-side rate limit failed", cause);
    this.retryAfter = Duration.ZERO;
  }

  /** Rounded up, because whole milliseconds are easier to read. */
  private static Duration wholeMillis(Duration wait) {
    return Duration.ofMillis(wait.plusNanos(999_999).toMillis());
  }

  /**
   * How long until a permit is free.
   *
   * @return the shortest wait from the time of the failure; zero when unknown
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
