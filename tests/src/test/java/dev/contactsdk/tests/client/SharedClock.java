package dev.contactsdk.tests.client;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A clock that many callers and the server share. Its time passes only when every caller waits, and
 * then up to the first of the waits' ends.
 */
public final class SharedClock implements TimeSource {
  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
  private static final long GIVE_UP = TimeUnit.SECONDS.toNanos(60);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final PriorityQueue<Long> ends = new PriorityQueue<>();
  private final List<Thread> callers = new ArrayList<>();
  private final LongSupplier progress;
  private long nanos;
  private long changes;
  private long lastMove = System.nanoTime();

  /** The progress of the server counts: while it changes, nobody is waiting yet. */
  public SharedClock(LongSupplier progress) {
    this.progress = progress;
  }

  @Override
  public long nanoTime() {
    lock.lock();
    try {
      return nanos;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanoTime());
  }

  @Override
  public void sleep(long length) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Long end = nanos + Math.max(0, length);
      ends.add(end);
      changes++;
      try {
        while (nanos < end) {
          moved.await();
        }
      } finally {
        ends.remove(end);
        changes++;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public double random() {
    return 0.5;
  }

  /** Runs calls, each on a thread of its own. */
  public void start(int count, Runnable call) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(call, "caller-" + callers.size());
      thread.setDaemon(true);
      callers.add(thread);
      thread.start();
    }
  }

  /** Lets time pass until all calls are over. */
  public void run() {
    settle();
    while (callers.stream().anyMatch(Thread::isAlive)) {
      advance();
      settle();
    }
  }

  /** Lets time pass until a moment, or until all calls are over. */
  public void runUntil(long end) {
    settle();
    while (nanoTime() < end && callers.stream().anyMatch(Thread::isAlive)) {
      advance();
      settle();
    }
  }

  private void advance() {
    lock.lock();
    try {
      // None, where a caller has been woken by another one and not yet run.
      Long next = ends.peek();
      if (next != null) {
        lastMove = System.nanoTime();
        nanos = Math.max(nanos, next);
        moved.signalAll();
      } else if (System.nanoTime() - lastMove > GIVE_UP) {
        throw new IllegalStateException("all callers wait, and none by this clock: " + stacks());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when every caller waits or is over. */
  public void settle() {
    long start = System.nanoTime();
    long before = -1;
    int quiet = 0;
    while (quiet < 8) {
      long now = progress.getAsLong() + changes();
      quiet = now == before && callers.stream().allMatch(Rest::isAtRest) ? quiet + 1 : 0;
      before = now;
      if (System.nanoTime() - start > GIVE_UP) {
        throw new IllegalStateException("the callers do not come to rest: " + stacks());
      }
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(300));
    }
  }

  private long changes() {
    lock.lock();
    try {
      // A sleeper whose time has come has still to wake.
      return ends.isEmpty() || ends.peek() > nanos ? changes : changes + System.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  private String stacks() {
    StringBuilder text = new StringBuilder();
    callers.forEach(
        caller -> text.append(caller).append(Arrays.toString(caller.getStackTrace())).append('\n'));
    return text.toString();
  }
}
