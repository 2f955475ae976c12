package dev.contactsdk.core.limit;

import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers when the last permits were given, so no period of a window's length exceeds its
 * permits. A token bucket would allow almost twice as many around a burst.
 */
final class SlidingWindows implements RateLimitStore {
  /** Added to each window, because requests may arrive closer together than they were sent. */
  static final Duration MARGIN = Duration.ofMillis(250);

  private static final class Ring {
    private final long[] given;
    private final long lengthNanos;
    private int next;
    private boolean full;

    Ring(Window window) {
      this.given = new long[window.permits()];
      this.lengthNanos = Deadline.nanos(window.length().plus(MARGIN));
    }

    long waitNanos(long now) {
      return full ? given[next] + lengthNanos - now : 0;
    }

    int free(long now) {
      int free = full ? 0 : given.length - next;
      for (int i = 0; i < (full ? given.length : next); i++) {
        free += given[i] + lengthNanos - now <= 0 ? 1 : 0;
      }
      return free;
    }

    void give(long now) {
      given[next] = now;
      next = (next + 1) % given.length;
      full |= next == 0;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Ring> rings;

  SlidingWindows(List<Window> windows) {
    this.rings = windows.stream().map(Ring::new).toList();
  }

  @Override
  public long tryTake(long nanoTime) {
    lock.lock();
    try {
      long wait = waitNanos(nanoTime);
      if (wait <= 0) {
        rings.forEach(ring -> ring.give(nanoTime));
      }
      return wait;
    } finally {
      lock.unlock();
    }
  }

  private long waitNanos(long now) {
    long wait = 0;
    for (Ring ring : rings) {
      wait = Math.max(wait, ring.waitNanos(now));
    }
    return wait;
  }

  @Override
  public OptionalInt available(long nanoTime) {
    lock.lock();
    try {
      return rings.stream().mapToInt(ring -> ring.free(nanoTime)).min();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nextPermitIn(long nanoTime) {
    lock.lock();
    try {
      return waitNanos(nanoTime);
    } finally {
      lock.unlock();
    }
  }
}
