package dev.contactsdk.transfer.internal.target;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests go at the rate that the job may use, and waits where the target is in trouble.
 * Shared by the threads of a job.
 */
public final class Pace {
  private static final Duration SLICE = Duration.ofSeconds(10);
  private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  private final TimeSource time;
  private final RateLimiter limiter;
  private final Waits waits;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private int failures;
  private long failingSince;
  private long closedUntil;

  /**
   * A pace.
   *
   * @param limiter shared by the steps of a job, so that a plan and its run keep one rate
   * @param patience how long the target may be out of reach before the job gives up
   */
  public Pace(TimeSource time, RateLimiter limiter, Duration patience, Waits waits) {
    this.time = time;
    this.limiter = limiter;
    this.patience = patience;
    this.waits = waits;
    this.closedUntil = time.nanoTime();
  }

  /** Waits for the next request's turn. */
  public void take() {
    try {
      waitWhileClosed();
      long wait = limiter.take(Deadline.in(time, Duration.ZERO));
      while (wait > 0) {
        sleep(Duration.ofNanos(wait), "the rate limit is reached");
        wait = limiter.take(Deadline.in(time, Duration.ZERO));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void waitWhileClosed() throws InterruptedException {
    for (long left = closedFor(); left > 0; left = closedFor()) {
      sleep(Duration.ofNanos(left), "the target is in trouble");
    }
  }

  private long closedFor() {
    lock.lock();
    try {
      return closedUntil - time.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  /** A request was answered. */
  public void answered() {
    lock.lock();
    try {
      failures = 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A request was not answered, or its limit refused it. The next ones wait.
   *
   * @throws TransferException when that has gone on for too long
   */
  public void failed(String reason, Duration asked) {
    Duration wait;
    lock.lock();
    try {
      wait = close(asked);
    } finally {
      lock.unlock();
    }
    if (wait.compareTo(WORTH_TELLING) >= 0) {
      waits.waiting(wait, reason);
    }
  }

  private Duration close(Duration asked) {
    long now = time.nanoTime();
    if (failures == 0) {
      failingSince = now;
    }
    failures = Math.min(failures + 1, 30);
    if (now - failingSince > patience.toNanos()) {
      throw new TransferException(
          Kind.TARGET,
          "the target has not answered for "
              + Duration.ofNanos(now - failingSince).toMinutes()
              + " minutes: run again when it does; the journal goes on where it stopped");
    }
    Duration backoff = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
    Duration wait = backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
    wait = asked.compareTo(wait) > 0 ? asked : wait;
    // Readings of a monotonic clock may overflow, so only their difference counts.
    if (now + wait.toNanos() - closedUntil > 0) {
      closedUntil = now + wait.toNanos();
    }
    return wait;
  }

  /** Waits for a reason of the job's own. */
  public void pause(Duration wait, String reason) {
    try {
      sleep(wait, reason);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void sleep(Duration wait, String reason) throws InterruptedException {
    long end = time.nanoTime() + wait.toNanos();
    for (long left = end - time.nanoTime(); left > 0; left = end - time.nanoTime()) {
      if (left >= WORTH_TELLING.toNanos()) {
        waits.waiting(Duration.ofNanos(left), reason);
      }
      time.sleep(Math.min(left, SLICE.toNanos()));
      waits.alive();
    }
  }

  /** Ends a job whose thread was interrupted. The interrupt flag stays set. */
  public static TransferException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new TransferException(
        Kind.INTERRUPTED, "the job was interrupted: run again; the journal goes on", cause);
  }
}
