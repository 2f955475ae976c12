package dev.contactsdk.core.limit;

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
}
