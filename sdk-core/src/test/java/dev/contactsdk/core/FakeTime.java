package dev.contactsdk.core;

import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when somebody waits on it. It begins shortly before its count wraps. */
public final class FakeTime implements TimeSource {
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

  private final AtomicLong elapsed = new AtomicLong();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private volatile double random = 0.5;
  private volatile Runnable onSleep = () -> {};

  @Override
  public long nanoTime() {
    return ORIGIN + elapsed.get();
  }

  @Override
  public Instant now() {
    return START.plusNanos(elapsed.get());
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting");
    }
    sleeps.add(Duration.ofNanos(nanos));
    advance(Duration.ofNanos(Math.max(0, nanos)));
  }

  @Override
  public double random() {
    return random;
  }

  public void random(double value) {
    random = value;
  }

  public void onSleep(Runnable action) {
    onSleep = action;
  }

  public void advance(Duration duration) {
    elapsed.addAndGet(duration.toNanos());
  }

  public Duration elapsed() {
    return Duration.ofNanos(elapsed.get());
  }

  public List<Duration> sleeps() {
    return sleeps;
  }
}
