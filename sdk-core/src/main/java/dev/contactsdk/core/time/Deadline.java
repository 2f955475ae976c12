package dev.contactsdk.core.time;

import java.time.Duration;

/**
 * The moment by which a call has to be over, on the clock of a {@link TimeSource}.
 *
 * @param time the clock
 * @param atNanos the moment, as {@link TimeSource#nanoTime()} counts
 */
public record Deadline(TimeSource time, long atNanos) {
  /**
   * A deadline that lies ahead by a budget of time.
   *
   * @param time the clock
   * @param budget how long from now
   * @return the deadline
   */
  public static Deadline in(TimeSource time, Duration budget) {
    return new Deadline(time, time.nanoTime() + nanos(budget));
  }

  /**
   * How much time is left.
   *
   * @return nanoseconds; zero or negative when it has passed
   */
  public long remainingNanos() {
    return atNanos - time.nanoTime();
  }

  /**
   * A duration as nanoseconds.
   *
   * @param duration any duration
   * @return its nanoseconds, at most a quarter of the range of a long, so that sums do not overflow
   */
  public static long nanos(Duration duration) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 4);
    return duration.compareTo(longest) > 0 ? longest.toNanos() : duration.toNanos();
  }
}
