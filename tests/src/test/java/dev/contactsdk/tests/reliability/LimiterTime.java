package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.time.TimeSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual time for many threads: it goes on to the next moment at which somebody wakes, and only
 * when every thread that takes part is at rest, so that no time passes for a thread that still has
 * something to do.
 */
final class LimiterTime implements TimeSource {
  private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

  /** Whether it waits: for this clock, or for another thread that rests. */
  boolean rests(Thread thread) {
    return switch (thread.getState()) {
      case TERMINATED -> true;
      case WAITING, TIMED_WAITING -> sleeps(thread.getId()) || !isAboutToWake(thread);
      default -> sleeps(thread.getId());
    };
  }

  private boolean sleeps(long threadId) {
    return pending.stream()
        .anyMatch(wake -> wake.thread.getId() == threadId && wake.at > now.get());
  }

  /**
   * A platform thread is still called waiting when the lock it waits for was given to it but the
   * machine has not let it run yet.
   */
  private boolean isAboutToWake(Thread thread) {
    if (!(LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer)) {
      return false;
    }
    ThreadInfo platformThread = THREADS.getThreadInfo(thread.getId());
    return platformThread != null && !ownerRests(platformThread.getLockOwnerId());
  }

  private boolean ownerRests(long owner) {
    return sleeps(owner)
        || threads.stream().anyMatch(thread -> thread.getId() == owner && rests(thread));
  }
}
