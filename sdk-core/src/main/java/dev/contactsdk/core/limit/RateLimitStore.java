package dev.contactsdk.core.limit;

/**
 * Where permits are counted. The default counts in memory; an implementation on a shared store lets
 * several JVMs keep one budget. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface RateLimitStore {
  /**
   * Takes a permit if one is free now. Must not wait.
   *
   * @param nanoTime the present reading of the caller's monotonic clock, in nanoseconds
   * @return zero or less when a permit was taken; else how many nanoseconds to wait before asking
   *     again
   */
  long tryTake(long nanoTime);
}
