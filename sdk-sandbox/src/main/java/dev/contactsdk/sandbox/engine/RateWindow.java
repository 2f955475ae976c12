package dev.contactsdk.sandbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A sliding window: at most a fixed number of requests within any window of its length. Not
 * thread-safe.
 */
final class RateWindow {

  private final int limit;
  private final Duration length;
  private final Deque<Instant> admitted = new ArrayDeque<>();

  RateWindow(int limit, Duration length) {
    this.limit = limit;
    this.length = length;
  }

  int limit() {
    return limit;
  }

  /**
   * Returns zero if the request is admitted, else the time until one would be. A refused request
   * does not count.
   */
  Duration admit(Instant now) {
    if (limit <= 0) {
      return Duration.ZERO;
    }
    while (!admitted.isEmpty() && !admitted.peekFirst().plus(length).isAfter(now)) {
      admitted.removeFirst();
    }
    if (admitted.size() < limit) {
      admitted.addLast(now);
      return Duration.ZERO;
    }
    return Duration.between(now, admitted.getFirst().plus(length));
  }
}
