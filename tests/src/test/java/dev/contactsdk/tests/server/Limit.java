package dev.contactsdk.tests.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** The vendor's limit of requests. Refused requests do not count. */
@FunctionalInterface
public interface Limit {
  long MINUTE = TimeUnit.MINUTES.toNanos(1);

  boolean admits(long nanos);

  static Limit none() {
    return nanos -> true;
  }

  /** Windows of a minute that follow each other; of the first, all is used up. */
  static Limit fixedWindow(int permits, long firstEndsAt) {
    return new Limit() {
      private long endsAt = firstEndsAt;
      private int left;

      @Override
      public synchronized boolean admits(long nanos) {
        while (nanos >= endsAt) {
          endsAt += MINUTE;
          left = permits;
        }
        return left-- > 0;
      }
    };
  }

  /** At most so many in any minute; all were used within the one before, evenly spread. */
  static Limit slidingWindow(int permits, long lastUsedAt, long apart) {
    Queue<Long> used = new ArrayDeque<>();
    for (int i = permits - 1; i >= 0; i--) {
      used.add(lastUsedAt - i * apart);
    }
    return new Limit() {
      @Override
      public synchronized boolean admits(long nanos) {
        while (!used.isEmpty() && nanos - used.peek() >= MINUTE) {
          used.remove();
        }
        return used.size() < permits && used.add(nanos);
      }
    };
  }
}
