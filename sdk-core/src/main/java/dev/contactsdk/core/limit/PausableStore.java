package dev.contactsdk.core.limit;

import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Closes a store while the vendor's own limit is used up. After a restart, or if another process
 * shares the account, the vendor has counted requests that this store has not.
 *
 * <p>It opens again with one permit in the first second, and the total doubles every second. So two
 * processes that were limited together do not return at full speed together.
 */
final class PausableStore implements RateLimitStore {
  private static final long STEP = TimeUnit.SECONDS.toNanos(1);

  /** A thousand permits are free by then. */
  private static final int LAST_STEP = 10;

  /** A vendor may ask for a little more than a window. A wait of an hour is not the rate limit. */
  private static final long GRACE = TimeUnit.SECONDS.toNanos(5);

  private final RateLimitStore store;
  private final long window;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Long windowStart;
  private volatile boolean pausing;
  private long opensAt;
  private long given;

  PausableStore(RateLimitStore store, long windowNanos) {
    this.store = store;
    this.window = windowNanos;
  }

  @Override
  public long tryTake(long nanoTime) {
    if (!pausing) {
      return taken(nanoTime);
    }
    lock.lock();
    try {
      long wait = untilOpen(nanoTime);
      if (wait > 0) {
        return wait;
      }
      windowStart = given == 0 ? null : windowStart;
      long storeWait = taken(nanoTime);
      given += storeWait <= 0 ? 1 : 0;
      return storeWait;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public OptionalInt available(long nanoTime) {
    lock.lock();
    try {
      OptionalInt free = store.available(nanoTime);
      return pausing && free.isPresent()
          ? OptionalInt.of((int) Math.min(free.getAsInt(), open(nanoTime)))
          : free;
    } finally {
      lock.unlock();
    }
  }

  /** How many permits the reopening allows now. */
  private long open(long now) {
    long open = now - opensAt;
    return open < 0 ? 0 : Math.max(0, (1L << Math.min(LAST_STEP, open / STEP)) - given);
  }

  @Override
  public long nextPermitIn(long nanoTime) {
    lock.lock();
    try {
      long wait = store.nextPermitIn(nanoTime);
      return pausing && wait >= 0 ? Math.max(wait, untilOpen(nanoTime)) : wait;
    } finally {
      lock.unlock();
    }
  }

  private long taken(long now) {
    long wait = store.tryTake(now);
    Long start = windowStart;
    if (wait <= 0 && (start == null || now - start >= window)) {
      windowStart = now;
    }
    return wait;
  }

  private long untilOpen(long now) {
    long open = now - opensAt;
    if (open < 0) {
      return -open;
    }
    long step = open / STEP;
    pausing = step < LAST_STEP;
    return pausing && given >= 1L << step ? (step + 1) * STEP - open : 0;
  }

  /**
   * Closes the store.
   *
   * @param asked how long the vendor asks to wait; null for the rest of the window that started
   *     with the first permit since the last pause
   * @return how long until it opens again, in nanoseconds
   */
  long pause(long now, @Nullable Duration asked) {
    lock.lock();
    try {
      long wait = asked == null ? leftOfWindow(now) : bounded(asked);
      if (!pausing || now + wait - opensAt > 0) {
        opensAt = now + wait;
        given = 0;
      }
      pausing = true;
      return opensAt - now;
    } finally {
      lock.unlock();
    }
  }

  private long bounded(Duration asked) {
    return asked.isNegative() ? 0 : Math.min(Deadline.nanos(asked), window + GRACE);
  }

  private long leftOfWindow(long now) {
    Long start = windowStart;
    long left = start == null ? window : start + window - now;
    return Math.max(0, left);
  }
}
