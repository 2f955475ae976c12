package dev.contactsdk.core.time;

import java.time.Instant;

/**
 * Clock, sleeper and randomness: all that the SDK knows of time and chance. Tests use a {@link
 * VirtualClock}, everything else {@link #system()}.
 */
public interface TimeSource {
  /**
   * The clock of the machine.
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
   * The wall clock, for tokens and for times that a vendor names.
   *
   * @return the present moment
   */
  Instant now();

  /**
   * Waits.
   *
   * @param nanos how long, in nanoseconds; no wait when not positive
   * @throws InterruptedException when the thread is interrupted, before or meanwhile
   */
  void sleep(long nanos) throws InterruptedException;

  /**
   * A random number for jitter.
   *
   * @return at least 0.0, below 1.0
   */
  double random();
}
