package dev.contactsdk.core.limit;

import static java.util.Comparator.naturalOrder;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each attempt its permit, first come first served. Never more than the limit in any window;
 * a burst up to the limit goes out at once. One limiter may be shared by any number of clients and
 * threads; waiting callers can be interrupted and give up their place.
 */
public final class RateLimiter {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RateLimiter UNLIMITED = new RateLimiter(nanoTime -> 0, MINUTE);

  private final ReentrantLock turn = new ReentrantLock(true);
  private final PausableStore store;
  private volatile @Nullable Long nextPermitAt;

  private RateLimiter(RateLimitStore store, Duration window) {
    this.store = new PausableStore(store, Deadline.nanos(window.plus(SlidingWindows.MARGIN)));
  }

  /**
   * A limiter that counts in memory.
   *
   * @param permits how many requests in any 60 seconds; at least 1
   * @return a new limiter, to share among the clients of one account
   */
  public static RateLimiter perMinute(int permits) {
    return of(new Window(permits, MINUTE));
  }

  /**
   * A limiter that counts in memory and keeps several limits at once.
   *
   * @param windows the limits; at least one
   * @return a new limiter
   * @throws InvalidRequestException when there is no window
   */
  public static RateLimiter of(Window... windows) {
    if (windows.length == 0) {
      throw new InvalidRequestException(
          "rateLimit", "a limiter needs at least one window; for no limit use unlimited()");
    }
    Duration shortest = Stream.of(windows).map(Window::length).min(naturalOrder()).orElse(MINUTE);
    return new RateLimiter(
        new SlidingWindows(List.of(windows)), shortest.compareTo(MINUTE) < 0 ? shortest : MINUTE);
  }

  /**
   * A limiter that counts in a store of the application's, shared between JVMs for instance.
   *
   * @param store where permits are counted
   * @return a new limiter
   */
  public static RateLimiter on(RateLimitStore store) {
    return new RateLimiter(store, MINUTE);
  }

  /**
   * The limiter of an account, the same one for as long as somebody in this JVM holds it, so that
   * the clients of one account share its budget without being told of each other.
   *
   * @param account what the vendor counts by: the host and the account; no secret
   * @param windows the limits, where the account has no limiter yet
   * @return the account's limiter
   */
  public static RateLimiter ofAccount(String account, Window... windows) {
    return AccountLimiters.of(account, () -> of(windows));
  }

  /**
   * No limit at all. The vendor's own limit then has to be met by retries.
   *
   * @return a limiter that never waits
   */
  public static RateLimiter unlimited() {
    return UNLIMITED;
  }

  /**
   * Closes the limiter for all its callers, because the vendor has reported that the limit is used
   * up. It opens again with one permit and then faster.
   *
   * @param nanoTime the present reading of the caller's monotonic clock, in nanoseconds
   * @param asked how long the vendor asks to wait; null when it does not say, which stands for what
   *     is left of a window: at most its shortest one, and at most a minute
   * @return how long until the limiter opens again, in nanoseconds; zero for {@link #unlimited()},
   *     which is never closed
   */
  public long pause(long nanoTime, @Nullable Duration asked) {
    return this == UNLIMITED ? 0 : store.pause(nanoTime, asked);
  }

  /**
   * Takes a permit if one is free now and nobody waits for one.
   *
   * @param time the caller's clock
   * @return whether a permit was taken
   */
  public boolean tryTake(TimeSource time) {
    if (this == UNLIMITED) {
      return true;
    }
    // Not through the fair lock: there threads would wait for each other though permits are free.
    return !turn.isLocked() && !turn.hasQueuedThreads() && store.tryTake(time.nanoTime()) <= 0;
  }

  /**
   * Takes a permit, waiting for it in turn if need be.
   *
   * @param deadline by when it has to be had
   * @return zero when the permit was taken; else how long one would have to wait beyond now, in
   *     nanoseconds, because the deadline comes first
   * @throws InterruptedException when the thread is interrupted; no permit was taken
   */
  public long take(Deadline deadline) throws InterruptedException {
    if (this == UNLIMITED) {
      return 0;
    }
    long missing = untilNextPermit(deadline.time().nanoTime());
    if (missing > deadline.remainingNanos()) {
      return missing;
    }
    if (!turn.tryLock(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS)) {
      return Math.max(1, untilNextPermit(deadline.time().nanoTime()));
    }
    try {
      return takeInTurn(deadline);
    } finally {
      nextPermitAt = null;
      turn.unlock();
    }
  }

  /** As far as is known from who stands first in line; spares a wait that cannot succeed. */
  private long untilNextPermit(long now) {
    Long at = nextPermitAt;
    return at == null ? 0 : at - now;
  }

  private long takeInTurn(Deadline deadline) throws InterruptedException {
    while (true) {
      long now = deadline.time().nanoTime();
      long wait = store.tryTake(now);
      if (wait <= 0) {
        return 0;
      }
      nextPermitAt = now + wait;
      if (wait > deadline.remainingNanos()) {
        return wait;
      }
      deadline.time().sleep(wait);
    }
  }
}
