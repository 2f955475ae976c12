package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;

/**
 * The client-side limiter could not give a permit before the call's deadline, so this attempt was
 * not sent. Give the call a longer deadline, or spread the calls.
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
            + ErrorDetails.wholeMillis(retryAfter)
            + " at the earliest: give the call a longer deadline(...) or spread the calls",
        null);
    this.retryAfter = ErrorDetails.wholeMillis(retryAfter);
  }

  /**
   * How long until a permit can be had.
   *
   * @return the wait at the time of the failure, at the earliest
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
