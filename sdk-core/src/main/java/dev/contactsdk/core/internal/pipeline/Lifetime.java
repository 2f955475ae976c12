package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.time.TimeSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Whether the client is open, and the threads that wait in its calls: closing wakes them. */
public final class Lifetime {
  /** Something that waits, and can be interrupted. */
  @FunctionalInterface
  public interface Wait {
    long run() throws InterruptedException;
  }

  private static final class Waiter {
    private final Thread thread = Thread.currentThread();
    private boolean woken;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Waiter> waiters = new HashSet<>();
  private volatile boolean closed;

  public boolean isClosed() {
    return closed;
  }

  /**
   * Waits until it is over, the thread is interrupted, or the client is closed.
   *
   * @param failure the facts, should the wait not come to its end
   * @param purpose such as "waiting for a permit"
   * @return what the wait answers
   * @throws CanceledException when the wait does not come to its end; an interrupt of the
   *     application's stays set
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
   * Sleeps, unless the thread is interrupted or the client closed.
   *
   * @param nanos how long, in nanoseconds
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

  /** Takes back the interrupt that closing sent, which may come when the wait is over. */
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

  /** Returns whether it was open. */
  public boolean close() {
    lock.lock();
    try {
      boolean open = !closed;
      closed = true;
      waiters.forEach(
          waiter -> {
            waiter.woken = true;
            waiter.thread.interrupt();
          });
      return open;
    } finally {
      lock.unlock();
    }
  }
}
