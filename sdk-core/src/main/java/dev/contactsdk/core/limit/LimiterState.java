package dev.contactsdk.core.limit;

import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a client's rate limiter has left, read at the moment of asking. Reading takes no permit and
 * sends nothing. Other clients and threads of the account use the same limiter, so the next moment
 * may differ.
 */
public final class LimiterState {
  private final RateLimiter limiter;
  private final TimeSource time;

  LimiterState(RateLimiter limiter, TimeSource time) {
    this.limiter = limiter;
    this.time = time;
  }

  /**
   * How many requests could be sent now without waiting.
   *
   * @return the number of free permits; empty without a limit, and for a store that does not tell
   */
  public OptionalInt available() {
    return limiter.available(time.nanoTime());
  }

  /**
   * How long until a permit is free, not counting callers that already wait.
   *
   * @return zero when one is free now or there is no limit; null for a store that does not tell
   */
  public @Nullable Duration nextPermitIn() {
    long wait = limiter.nextPermitIn(time.nanoTime());
    return wait < 0 ? null : Duration.ofNanos(wait);
  }

  @Override
  public String toString() {
    return "LimiterState[available=" + available() + ", nextPermitIn=" + nextPermitIn() + "]";
  }
}
