package dev.contactsdk.core.retry;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;

/**
 * How often and after what waits a call is tried again. Whether it may be tried again at all is not
 * decided here, but by the outcome and the operation: a write of unknown fate is never repeated by
 * a policy.
 *
 * @param maxAttempts all attempts of a call, the first among them; at least 1
 * @param baseDelay the upper bound of the first random wait; it doubles with every attempt
 * @param maxDelay the upper bound of every random wait
 * @param limitDelay the upper bound of the first random wait after a rate limit whose answer names
 *     no time
 * @param maxServerWait the longest wait asked for by the vendor that is honoured; when it asks for
 *     more the call fails at once
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
   * Checks the figures.
   *
   * @param maxAttempts all attempts
   * @param baseDelay bound of the first wait
   * @param maxDelay bound of every wait
   * @param limitDelay bound of the first wait after a limit
   * @param maxServerWait the longest vendor's wait that is honoured
   * @throws InvalidRequestException when there is no attempt, or a duration is negative
   */
  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new InvalidRequestException(
          "RetryPolicy", "maxAttempts counts the first attempt too, so it is at least 1");
    }
    if (baseDelay.isNegative()
        || maxDelay.isNegative()
        || limitDelay.isNegative()
        || maxServerWait.isNegative()) {
      throw new InvalidRequestException("RetryPolicy", "a wait cannot be negative");
    }
  }

  /**
   * The default: 4 attempts, random waits up to 0.2, 0.4, 0.8 s (5, 10, 20 s after a limit that
   * names no time), and a vendor's wait up to 65 s, which is one window of both vendors' limits and
   * a little.
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
   * This policy with another number of attempts.
   *
   * @param attempts all attempts, the first among them
   * @return a new policy
   */
  public RetryPolicy withMaxAttempts(int attempts) {
    return new RetryPolicy(attempts, baseDelay, maxDelay, limitDelay, maxServerWait);
  }

  /**
   * The upper bound of the random wait after a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param limited whether a rate limit refused it
   * @return the bound
   */
  public Duration delayBound(int attempt, boolean limited) {
    Duration first = limited ? limitDelay : baseDelay;
    long factor = 1L << Math.min(attempt - 1, 20);
    return first.compareTo(maxDelay.dividedBy(factor)) > 0 ? maxDelay : first.multipliedBy(factor);
  }
}
