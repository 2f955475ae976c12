package dev.contactsdk.core.time;

import java.time.Duration;

/**
 * The time by which a call must end, on the clock of a {@link TimeSource}.
 *
 * @param time the clock
 * @param atNanos the time, in units of {@link TimeSource#nanoTime()}
 */
public record Deadline(TimeSource time, long atNanos) {
  /**
   * Creates a deadline from a time budget.
   *
   * @param time the clock
   * @param budget how long from now
   * @return the deadline
   */
  public static Deadline in(TimeSource time, Duration budget) {
    return new Deadline(time, time.nanoTime() + nanos(budget));
  }

  /**
   * The time left.
   *
   * @return nanoseconds; zero or negative when the deadline has passed
   */
  public long remainingNanos() {
    return atNanos - time.nanoTime();
  }

  /**
   * Converts a duration to nanoseconds.
   *
   * @param duration any duration
   * @return its nanoseconds, at most a quarter of {@link Long#MAX_VALUE}, so sums do not overflow
   */
  public static long nanos(Duration duration) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 4);
    return duration.compareTo(longest) > 0 ? longest.toNanos() : duration.toNanos();
  }
}
