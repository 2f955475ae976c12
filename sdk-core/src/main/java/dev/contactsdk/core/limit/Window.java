package dev.contactsdk.core.limit;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;

/**
 * A limit: so many requests in any stretch of time of this length.
 *
 * @param permits how many; from 1 to 10,000,000
 * @param length the length of the stretch; at least a millisecond
 */
public record Window(int permits, Duration length) {
  /** Each permit takes eight bytes for as long as it counts. */
  private static final int MOST_PERMITS = 10_000_000;

  /**
   * Checks the figures.
   *
   * @param permits how many
   * @param length the length of the stretch
   * @throws InvalidRequestException when one of them is out of range
   */
  public Window {
    boolean countable = permits >= 1 && permits <= MOST_PERMITS;
    if (!countable || length.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidRequestException(
          "rateLimit",
          "a limit needs 1 to 10,000,000 permits and a window of at least 1 ms; for no limit use"
              + " RateLimiter.unlimited()");
    }
  }
}
