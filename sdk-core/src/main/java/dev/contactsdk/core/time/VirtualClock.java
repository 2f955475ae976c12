package dev.contactsdk.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock for tests. It stands still until a thread sleeps on it or calls {@link #advance}. A sleep
 * takes no real time: it moves the clock forward and returns. {@link #random()} returns a fixed
 * number.
 *
 * <p>With one clock for client and server, a test of a rate limit or a retry runs at once:
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).rateLimit(60).start();
 *     KoreClient kore = sandbox.client()) {
 *   ...
 *   assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * <p>Thread-safe. When several threads sleep at the same time, each moves the clock, so their
 * sleeps add up.
 */
public final class VirtualClock implements TimeSource, InstantSource {
  /** Where {@link #VirtualClock()} starts: 2026-03-01T12:00:00Z. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** Makes nanoTime() overflow soon after the start, as it may on a real machine. */
  private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Duration> sleeps = new ArrayList<>();
  private final Instant start;
  private long elapsed;
  private volatile double random = 0.5;
  private volatile Runnable onSleep = () -> {};

  /** Starts at {@link #START}. */
  public VirtualClock() {
    this(START);
  }

  /**
   * Starts at a given time.
   *
   * @param start the first value of {@link #now()}
   */
  public VirtualClock(Instant start) {
    this.start = start;
  }

  /**
   * Moves the clock forward, as a slow server does.
   *
   * @param time the time to add; zero or more
   * @throws IllegalArgumentException for a negative time
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time must not be negative, but was " + time);
    }
    lock.lock();
    try {
      elapsed = Math.addExact(elapsed, time.toNanos());
    } finally {
      lock.unlock();
    }
  }

  /**
   * How far the clock has moved since its creation.
   *
   * @return the sum of all sleeps and advances
   */
  public Duration elapsed() {
    lock.lock();
    try {
      return Duration.ofNanos(elapsed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Every sleep so far, oldest first.
   *
   * @return a snapshot, unmodifiable
   */
  public List<Duration> sleeps() {
    lock.lock();
    try {
      return List.copyOf(sleeps);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs an action at the start of each sleep, before the clock moves. A later action replaces it.
   * Default: nothing runs.
   *
   * @param action called on the thread that sleeps; may move the clock or interrupt the thread
   */
  public void onSleep(Runnable action) {
    onSleep = action;
  }

  /**
   * What {@link #random()} returns from now on. Default: 0.5.
   *
   * @param value at least 0.0, below 1.0
   * @throws IllegalArgumentException for another value
   */
  public void random(double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("value must be at least 0 and below 1, but was " + value);
    }
    random = value;
  }

  @Override
  public long nanoTime() {
    lock.lock();
    try {
      return ORIGIN + elapsed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant now() {
    return start.plus(elapsed());
  }

  @Override
  public Instant instant() {
    return now();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while waiting");
    }
    lock.lock();
    try {
      sleeps.add(Duration.ofNanos(nanos));
      elapsed = Math.addExact(elapsed, Math.max(0, nanos));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public double random() {
    return random;
  }
}
