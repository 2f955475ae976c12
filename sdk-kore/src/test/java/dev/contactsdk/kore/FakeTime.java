package dev.contactsdk.kore;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;

/** Time that passes only by sleeping, at once. */
final class FakeTime implements TimeSource {
  static final Instant START = Instant.parse("2026-01-01T08:05:00.900Z");

  private long nanos;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public synchronized void sleep(long duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    nanos += Math.max(0, duration);
  }

  @Override
  public double random() {
    return 0.5;
  }
}
