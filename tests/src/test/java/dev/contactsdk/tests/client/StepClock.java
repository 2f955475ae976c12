package dev.contactsdk.tests.client;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which a wait is over at once, and has taken its time. For calls of one thread. */
public final class StepClock implements TimeSource {
  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos.get());
  }

  @Override
  public void sleep(long length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(Math.max(0, length));
  }

  /** Lets time pass, as a slow server does. */
  public void pass(long length) {
    nanos.addAndGet(length);
  }

  @Override
  public double random() {
    return 0.5;
  }
}
