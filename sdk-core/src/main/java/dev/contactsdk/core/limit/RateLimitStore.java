package dev.contactsdk.core.limit;

import java.util.OptionalInt;

/**
 * Counts permits. The default counts in memory. With a shared store, several JVMs can share one
 * budget. Must be thread-safe.
 */
@FunctionalInterface
public interface RateLimitStore {
  /**
   * Takes a permit if one is free. Must not wait.
   *
   * @param nanoTime the current reading of the caller's monotonic clock, in nanoseconds
   * @return zero or less when a permit was taken; else the nanoseconds to wait before the next try
   */
  long tryTake(long nanoTime);

  /**
   * How many permits are free, without taking one. Only for display.
   *
   * @param nanoTime the current reading of the caller's monotonic clock, in nanoseconds
   * @return the number of free permits; empty when the store does not tell, as by default
   */
  default OptionalInt available(long nanoTime) {
    return OptionalInt.empty();
  }

  /**
   * How long until a permit is free, without taking one. Only for display.
   *
   * @param nanoTime the current reading of the caller's monotonic clock, in nanoseconds
   * @return nanoseconds, zero when one is free; negative when the store does not tell, as by
   *     default
   */
  default long nextPermitIn(long nanoTime) {
    return -1;
  }
}
