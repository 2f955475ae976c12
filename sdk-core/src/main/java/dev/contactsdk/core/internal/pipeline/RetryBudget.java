package dev.contactsdk.core.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a client from hammering a vendor that is down: each retry costs tokens, each success brings
 * one back, and without tokens failures are final. As in AWS's standard retry mode: 500 tokens, 5 a
 * retry, so 100 retries in a row and then one retry per five successes. Waiting out a rate limit
 * costs nothing, for there the vendor has said when to come back.
 */
public final class RetryBudget {
  private static final int CAPACITY = 500;
  private static final int COST = 5;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  /** A full budget. */
  public RetryBudget() {}

  /**
   * Pays for a retry.
   *
   * @return false when there are too few tokens, and none were taken
   */
  public boolean pay() {
    int left = tokens.getAndUpdate(t -> t >= COST ? t - COST : t);
    return left >= COST;
  }

  /** Notes a success. */
  public void succeeded() {
    if (tokens.get() < CAPACITY) {
      tokens.updateAndGet(t -> Math.min(CAPACITY, t + 1));
    }
  }
}
