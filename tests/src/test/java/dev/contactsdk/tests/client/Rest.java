package dev.contactsdk.tests.client;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tells whether a thread waits. There is no event for that, so its state is looked at. */
final class Rest {
  private static final long GIVE_UP = TimeUnit.SECONDS.toNanos(30);

  private Rest() {}

  /** A thread that waits within OkHttp waits for the server, and is not at rest. */
  static boolean isAtRest(Thread thread) {
    return switch (thread.getState()) {
      case TERMINATED -> true;
      case WAITING, TIMED_WAITING ->
          Arrays.stream(thread.getStackTrace())
              .noneMatch(frame -> frame.getClassName().startsWith("okhttp3."));
      default -> false;
    };
  }

  /** Returns when the thread has been seen at rest several times. */
  static void await(Thread thread) {
    long start = System.nanoTime();
    for (int seen = 0; seen < 10; seen = isAtRest(thread) ? seen + 1 : 0) {
      if (System.nanoTime() - start > GIVE_UP) {
        throw new IllegalStateException(
            thread + " does not wait: " + Arrays.toString(thread.getStackTrace()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
