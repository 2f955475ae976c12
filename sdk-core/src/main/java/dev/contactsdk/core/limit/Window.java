package dev.contactsdk.core.limit;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;

/**
 * A limit: the number of requests in any period of a given length.
 *
 * @param permits the number of requests; 1 to 10,000,000
 * @param length the length of the period; at least a millisecond
 */
public record Window(int permits, Duration length) {
  /** Each permit takes eight bytes. */
  private static final int MOST_PERMITS = 10_000_000;

  /**
   * Checks the values.
   *
   * @param permits the number of requests
   * @param length the length of the period
   * @throws InvalidRequestException when one of them is out of range or null
   */
  public Window {
    InvalidRequestException.refuseNull("rateLimit", "the length of the window", length);
    boolean countable = permits >= 1 && permits <= MOST_PERMITS;
    if (!countable || length.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidRequestException(
          "rateLimit",
          "a limit needs 1 to 10,000,000 permits and a window of at least 1 ms; for no limit use"
              + " RateLimiter.unlimited()");
    }
  }
}
