package dev.contactsdk.sandbox.e2e;

import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** One clock for a client and its sandbox; it moves only when somebody waits on it. */
final class FakeTime implements TimeSource, InstantSource {

  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  private final AtomicLong elapsed = new AtomicLong();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private volatile Runnable onSleep = () -> {};

  @Override
  public long nanoTime() {
    return elapsed.get();
  }

  @Override
  public Instant now() {
    return START.plusNanos(elapsed.get());
  }

  @Override
  public Instant instant() {
    return now();
  }

  @Override
  public void sleep(long nanos) {
    onSleep.run();
    sleeps.add(Duration.ofNanos(nanos));
    elapsed.addAndGet(nanos);
  }

  @Override
  public double random() {
    return 0.5;
  }

  /** Runs before each wait. */
  void onSleep(Runnable action) {
    onSleep = action;
  }

  void advance(Duration time) {
    elapsed.addAndGet(time.toNanos());
  }

  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  Duration elapsed() {
    return Duration.ofNanos(elapsed.get());
  }
}
