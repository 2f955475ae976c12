package dev.contactsdk.sandbox.reliability;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual time for many threads: it goes on to the next moment at which somebody wakes, and only
 * when every thread that takes part is at rest, so that no time passes for a thread that still has
 * something to do.
 */
final class LimiterTime implements TimeSource {
  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
  private static final long POLL_NANOS = 20_000;

  private record Wake(long at, long number) {}

  private final AtomicLong now = new AtomicLong(-5_000_000_000L);
  private final AtomicLong sleepers = new AtomicLong();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final ConcurrentSkipListSet<Wake> pending =
      new ConcurrentSkipListSet<>(
          Comparator.comparingLong(Wake::at).thenComparingLong(Wake::number));

  /** To be called before the thread starts. */
  void takesPart(Thread thread) {
    threads.add(thread);
  }

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public Instant now() {
    return START.plusNanos(now.get());
  }

  @Override
  public double random() {
    return 0.5;
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    Wake own = new Wake(now.get() + nanos, sleepers.incrementAndGet());
    pending.add(own);
    try {
      int calm = 0;
      while (now.get() < own.at) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        calm = own.equals(pending.first()) && othersRest() ? calm + 1 : 0;
        if (calm == 2) {
          now.accumulateAndGet(own.at, Math::max);
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    } finally {
      pending.remove(own);
    }
  }

  private boolean othersRest() {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    return threads.stream().allMatch(LimiterTime::rests);
  }

  private static boolean rests(Thread thread) {
    Thread.State state = thread.getState();
    return thread == Thread.currentThread()
        || state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING
        || state == Thread.State.TERMINATED;
  }
}
