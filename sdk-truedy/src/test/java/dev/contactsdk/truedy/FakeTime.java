package dev.contactsdk.truedy;

import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, at once. */
final class FakeTime implements TimeSource {
  static final Instant START = Instant.parse("2026-05-02T12:00:00Z");

  final List<Duration> sleeps = new ArrayList<>();
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
    sleeps.add(Duration.ofNanos(duration));
    nanos += Math.max(0, duration);
  }

  @Override
  public double random() {
    return 0.5;
  }
}
