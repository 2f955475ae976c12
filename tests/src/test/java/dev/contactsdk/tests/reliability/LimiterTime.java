package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.time.TimeSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Virtual time for many threads: it goes on to the next moment at which somebody wakes, and only
 * when every thread that takes part is at rest, so that no time passes for a thread that still has
 * something to do.
 */
final class LimiterTime implements TimeSource {
  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  private record Wake(long at, long number, Thread thread) {}

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

  @SuppressWarnings("ThreadPriorityCheck") // A virtual thread has to let go of its carrier.
  @Override
  public void sleep(long nanos) throws InterruptedException {
    Thread self = Thread.currentThread();
    Wake own = new Wake(now.get() + nanos, sleepers.incrementAndGet(), self);
    pending.add(own);
    try {
      while (now.get() < own.at) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (own.equals(pending.first()) && othersRest(self)) {
          now.accumulateAndGet(own.at, Math::max);
        } else {
          Thread.yield();
        }
      }
    } finally {
      pending.remove(own);
    }
  }

  private boolean othersRest(Thread self) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    return threads.stream().allMatch(thread -> thread == self || rests(thread));
  }

  /** Whether it waits: for this clock, or for another thread. */
  boolean rests(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING
        || state == Thread.State.TERMINATED
        || pending.stream().anyMatch(wake -> wake.thread == thread && wake.at > now.get());
  }
}
