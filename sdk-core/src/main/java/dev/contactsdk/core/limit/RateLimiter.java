package dev.contactsdk.core.limit;

import static java.util.Comparator.naturalOrder;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each attempt a permit, first come, first served. Never exceeds the limit in any window; a
 * burst up to the limit goes out at once. Any number of clients and threads can share one limiter.
 * Interrupted callers give up their place in the queue.
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
   * Creates a limiter that counts in memory.
   *
   * @param permits the number of requests in any 60 seconds; at least 1
   * @return a new limiter for all clients of one account
   */
  public static RateLimiter perMinute(int permits) {
    return of(new Window(permits, MINUTE));
  }

  /**
   * Creates a limiter that counts in memory, with several limits at once.
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
   * Creates a limiter with the application's own store, for example one shared between JVMs.
   *
   * @param store counts the permits
   * @return a new limiter
   */
  public static RateLimiter on(RateLimitStore store) {
    return new RateLimiter(store, MINUTE);
  }

  /**
   * Returns the limiter of an account. It is the same object as long as it is in use in this JVM,
   * so the clients of one account share its budget.
   *
   * @param account the key that the vendor counts by: host and account; no secret
   * @param windows the limits, if the account has no limiter yet
   * @return the account's limiter
   */
  public static RateLimiter ofAccount(String account, Window... windows) {
    return AccountLimiters.of(account, () -> of(windows));
  }

  /**
   * No limit. The SDK then retries when it hits the vendor's own limit.
   *
   * @return a limiter that never waits
   */
  public static RateLimiter unlimited() {
    return UNLIMITED;
  }

  /**
   * Closes the limiter for all callers, because the vendor reported that its limit is used up. It
   * opens again with one permit and then faster.
   *
   * @param nanoTime the current reading of the caller's monotonic clock, in nanoseconds
   * @param asked how long the vendor asks to wait; null for the rest of the window, at most the
   *     shortest window and at most a minute
   * @return the nanoseconds until the limiter opens again; zero for {@link #unlimited()}, which
   *     never closes
   */
  public long pause(long nanoTime, @Nullable Duration asked) {
    return this == UNLIMITED ? 0 : store.pause(nanoTime, asked);
  }

  /**
   * What is left of the limit.
   *
   * @param time the clock of the limiter's clients
   * @return a view, read anew at each question
   */
  public LimiterState state(TimeSource time) {
    return new LimiterState(this, InvalidRequestException.refuseNull("time", time));
  }

  OptionalInt available(long now) {
    return this == UNLIMITED ? OptionalInt.empty() : store.available(now);
  }

  long nextPermitIn(long now) {
    return this == UNLIMITED ? 0 : store.nextPermitIn(now);
  }

  /**
   * Takes a permit if one is free and no caller is waiting.
   *
   * @param time the caller's clock
   * @return whether a permit was taken
   */
  public boolean tryTake(TimeSource time) {
    if (this == UNLIMITED) {
      return true;
    }
    // Skips the fair lock, where threads would wait for each other although permits are free.
    return !turn.isLocked() && !turn.hasQueuedThreads() && store.tryTake(time.nanoTime()) <= 0;
  }

  /**
   * Takes a permit, and waits its turn if necessary.
   *
   * @param deadline the latest time for the permit
   * @return zero when the permit was taken; else the wait that exceeds the deadline, in nanoseconds
   *     from now
   * @throws InterruptedException when the thread is interrupted; no permit was taken
   */
  public long take(Deadline deadline) throws InterruptedException {
    if (this == UNLIMITED) {
      return 0;
    }
    long missing = untilNextPermit(deadline.time().nanoTime());
    if (missing > Math.max(0, deadline.remainingNanos())) {
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

  /** As known from the first caller in the queue. Avoids a wait that cannot succeed. */
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
