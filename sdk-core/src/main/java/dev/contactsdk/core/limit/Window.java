package dev.contactsdk.core.limit;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;

/**
 * A limit: so many requests in any stretch of time of this length.
 *
 * @param permits how many; at least 1
 * @param length the length of the stretch; at least a millisecond
 */
public record Window(int permits, Duration length) {
  /**
   * Checks the figures.
   *
   * @param permits how many
   * @param length the length of the stretch
   * @throws InvalidRequestException when one of them is too small
   */
  public Window {
    if (permits < 1 || length.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidRequestException(
          "rateLimit",
          "a limit needs at least 1 permit and a window of at least 1 ms; for no limit use"
              + " RateLimiter.unlimited()");
    }
  }
}
