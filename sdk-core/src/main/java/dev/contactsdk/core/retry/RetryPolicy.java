package dev.contactsdk.core.retry;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;

/**
 * How often a call is retried, and after what waits. The outcome and the operation decide whether
 * it may be retried at all: a write with an unknown outcome is retried only if it may be repeated,
 * such as a delete.
 *
 * @param maxAttempts all attempts of a call, including the first; at least 1
 * @param baseDelay the upper bound of the first random wait; it doubles with every attempt
 * @param maxDelay the upper bound of every random wait
 * @param limitDelay the upper bound of the first random wait after a rate limit answer that names
 *     no time
 * @param maxServerWait the longest vendor wait that is honoured; the call fails at once if the
 *     vendor asks for more
 */
public record RetryPolicy(
    int maxAttempts,
    Duration baseDelay,
    Duration maxDelay,
    Duration limitDelay,
    Duration maxServerWait) {
  private static final RetryPolicy STANDARD =
      new RetryPolicy(
          4,
          Duration.ofMillis(200),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(65));

  /**
   * Checks the values.
   *
   * @param maxAttempts all attempts
   * @param baseDelay the bound of the first wait
   * @param maxDelay the bound of every wait
   * @param limitDelay the bound of the first wait after a rate limit
   * @param maxServerWait the longest vendor wait that is honoured
   * @throws InvalidRequestException when there is no attempt, or a duration is negative
   */
  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new InvalidRequestException(
          "RetryPolicy", "maxAttempts must be at least 1: it includes the first attempt");
    }
    if (baseDelay.isNegative()
        || maxDelay.isNegative()
        || limitDelay.isNegative()
        || maxServerWait.isNegative()) {
      throw new InvalidRequestException("RetryPolicy", "delays and waits must not be negative");
    }
  }

  /**
   * The default: 4 attempts, random waits up to 0.2, 0.4, 0.8 s (5, 10, 20 s after a limit that
   * names no time), and a vendor wait up to 65 s, slightly more than one window of both vendors'
   * limits.
   *
   * @return the standard policy
   */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /**
   * One attempt only.
   *
   * @return a policy that never retries
   */
  public static RetryPolicy none() {
    return STANDARD.withMaxAttempts(1);
  }

  /**
   * Returns this policy with another number of attempts.
   *
   * @param attempts all attempts, including the first
   * @return a new policy
   */
  public RetryPolicy withMaxAttempts(int attempts) {
    return new RetryPolicy(attempts, baseDelay, maxDelay, limitDelay, maxServerWait);
  }

  /**
   * The upper bound of the random wait after a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param limited whether it hit a rate limit
   * @return the bound
   */
  public Duration delayBound(int attempt, boolean limited) {
    Duration first = limited ? limitDelay : baseDelay;
    long factor = 1L << Math.min(attempt - 1, 20);
    return first.compareTo(maxDelay.dividedBy(factor)) > 0 ? maxDelay : first.multipliedBy(factor);
  }
}
