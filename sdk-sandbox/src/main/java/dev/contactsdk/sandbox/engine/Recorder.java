package dev.contactsdk.sandbox.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the last requests and counts all. */
public final class Recorder {

  private final int capacity;
  private final Deque<Received> kept = new ArrayDeque<>();
  private final Deque<Received> untaken = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long total;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  public Recorder(int capacity) {
    this.capacity = capacity;
  }

  public void add(Received request) {
    lock.lock();
    try {
      total++;
      counts.merge(request.operation(), 1L, Long::sum);
      keep(kept, request);
      keep(untaken, request);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void keep(Deque<Received> requests, Received request) {
    requests.addLast(request);
    while (requests.size() > capacity) {
      requests.removeFirst();
    }
  }

  public List<Received> requests() {
    lock.lock();
    try {
      return List.copyOf(kept);
    } finally {
      lock.unlock();
    }
  }

  public Received take(Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (untaken.isEmpty()) {
        if (nanos <= 0) {
          throw new NoSuchElementException("no request came within " + timeout);
        }
        nanos = arrived.awaitNanos(nanos);
      }
      return untaken.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  public long count() {
    lock.lock();
    try {
      return total;
    } finally {
      lock.unlock();
    }
  }

  public long count(String operation) {
    lock.lock();
    try {
      return counts.getOrDefault(operation, 0L);
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      kept.clear();
      untaken.clear();
      counts.clear();
      total = 0;
    } finally {
      lock.unlock();
    }
  }
}
