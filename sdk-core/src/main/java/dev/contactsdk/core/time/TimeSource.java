package dev.contactsdk.core.time;

import java.time.Instant;

/**
 * The SDK's only source of time, waits and random numbers. Tests use a {@link VirtualClock},
 * everything else {@link #system()}.
 */
public interface TimeSource {
  /**
   * The machine's clock.
   *
   * @return the real time source
   */
  static TimeSource system() {
    return SystemTime.INSTANCE;
  }

  /**
   * A monotonic reading, for differences only.
   *
   * @return nanoseconds from an arbitrary origin
   */
  long nanoTime();

  /**
   * The wall clock, for tokens and for times from a vendor.
   *
   * @return the current time
   */
  Instant now();

  /**
   * Waits.
   *
   * @param nanos the nanoseconds to wait; no wait when not positive
   * @throws InterruptedException when the thread is interrupted before or during the wait
   */
  void sleep(long nanos) throws InterruptedException;

  /**
   * A random number for jitter.
   *
   * @return at least 0.0, below 1.0
   */
  double random();
}
