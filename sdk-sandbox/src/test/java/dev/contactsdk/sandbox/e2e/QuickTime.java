package dev.contactsdk.sandbox.e2e;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The system's time, but a wait only moves a clock hand: for servers that go by the system's. */
final class QuickTime implements TimeSource {

  private final AtomicLong waited = new AtomicLong();

  @Override
  public long nanoTime() {
    return System.nanoTime() + waited.get();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(long nanos) {
    waited.addAndGet(nanos);
  }

  @Override
  public double random() {
    return 0.5;
  }
}
