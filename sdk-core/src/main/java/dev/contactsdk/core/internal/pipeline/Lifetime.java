package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.time.TimeSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether the client is open, how many of its requests are under way, and which threads wait.
 * Closing wakes those.
 */
public final class Lifetime {
  /** An interruptible wait. */
  @FunctionalInterface
  public interface Wait {
    long run() throws InterruptedException;
  }

  private static final class Waiter {
    private final Thread thread = Thread.currentThread();
    private boolean woken;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Set<Waiter> waiters = new HashSet<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ThreadLocal<int[]> ofThisThread = ThreadLocal.withInitial(() -> new int[1]);
  private volatile boolean closed;

  public boolean isClosed() {
    return closed;
  }

  /** Returns false when the client is closed. Otherwise {@link #exit} must follow. */
  public boolean enter() {
    underWay.incrementAndGet();
    ofThisThread.get()[0]++;
    if (closed) {
      exit();
      return false;
    }
    return true;
  }

  /** Ends what {@link #enter} began. */
  public void exit() {
    ofThisThread.get()[0]--;
    leave(1);
  }

  private void leave(int requests) {
    if (underWay.addAndGet(-requests) == 0 && closed) {
      lock.lock();
      try {
        idle.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Waits until nothing is under way. Call it after {@link #close}. Does not wait for the requests
   * of threads that wait here themselves, because an interceptor or a listener closes the client.
   *
   * @param nanos for how long at most, in nanoseconds
   * @throws InterruptedException when the thread is interrupted
   */
  public void awaitIdle(long nanos) throws InterruptedException {
    int own = ofThisThread.get()[0];
    leave(own);
    try {
      awaitOthers(nanos);
    } finally {
      underWay.addAndGet(own);
    }
  }

  private void awaitOthers(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (underWay.get() > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the wait ends, the thread is interrupted, or the client is closed.
   *
   * @param failure the facts to report if the wait is cut short
   * @param purpose such as "waiting for a permit"
   * @return the result of the wait
   * @throws CanceledException when the wait is cut short; an interrupt by the application stays set
   */
  public long during(Failure failure, String purpose, Wait wait) {
    Waiter waiter = new Waiter();
    try {
      begin(waiter, failure, purpose);
      return wait.run();
    } catch (InterruptedException e) {
      if (end(waiter)) {
        throw closed(failure, purpose);
      }
      Thread.currentThread().interrupt();
      throw new CanceledException(failure, "cancelled while " + purpose, e);
    } finally {
      end(waiter);
    }
  }

  /**
   * Sleeps, unless the thread is interrupted or the client is closed.
   *
   * @param nanos the length, in nanoseconds
   */
  public void sleep(Failure failure, String purpose, TimeSource time, long nanos) {
    during(
        failure,
        purpose,
        () -> {
          time.sleep(nanos);
          return nanos;
        });
  }

  private void begin(Waiter waiter, Failure failure, String purpose) {
    lock.lock();
    try {
      if (closed) {
        throw closed(failure, purpose);
      }
      waiters.add(waiter);
    } finally {
      lock.unlock();
    }
  }

  private static CanceledException closed(Failure failure, String purpose) {
    return new CanceledException(failure, "the client was closed while " + purpose, null);
  }

  /** Clears the interrupt from closing, which may arrive after the wait. */
  private boolean end(Waiter waiter) {
    lock.lock();
    try {
      if (waiters.remove(waiter) && waiter.woken) {
        Thread.interrupted();
      }
      return waiter.woken;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses new calls and new waits, and wakes those that wait. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiters.forEach(
          waiter -> {
            waiter.woken = true;
            waiter.thread.interrupt();
          });
    } finally {
      lock.unlock();
    }
  }
}
