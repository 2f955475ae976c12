package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The machine's clock, but a wait takes no real time: it moves the clock of the waiting thread
 * forward, and of no other, so that one call's wait does not eat up another call's deadline.
 */
class CreatesTime implements TimeSource {
  private final ThreadLocal<Long> skipped = ThreadLocal.withInitial(() -> 0L);
  private final Random random = new Random(1);
  private final AtomicLong waited = new AtomicLong();

  @Override
  public long nanoTime() {
    return System.nanoTime() + skipped.get();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting");
    }
    skipped.set(skipped.get() + Math.max(0, nanos));
    waited.addAndGet(Math.max(0, nanos));
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  /** What all waits together would have taken. */
  long waitedNanos() {
    return waited.get();
  }
}
