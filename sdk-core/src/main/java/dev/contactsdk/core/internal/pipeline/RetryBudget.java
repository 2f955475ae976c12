package dev.contactsdk.core.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a client from hammering a vendor that is down. Each retry costs tokens, each success
 * returns one, and without tokens there are no retries. Like AWS's standard retry mode: 500 tokens
 * and 5 per retry, so 100 retries in a row and then one retry per five successes. Waiting for a
 * rate limit costs nothing, because the vendor has said when to come back.
 */
public final class RetryBudget {
  private static final int CAPACITY = 500;
  private static final int COST = 5;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  /** Starts with a full budget. */
  public RetryBudget() {}

  /**
   * Pays for a retry.
   *
   * @return false when there are too few tokens; none are taken then
   */
  public boolean pay() {
    int left = tokens.getAndUpdate(t -> t >= COST ? t - COST : t);
    return left >= COST;
  }

  /** Records a success. */
  public void succeeded() {
    if (tokens.get() < CAPACITY) {
      tokens.updateAndGet(t -> Math.min(CAPACITY, t + 1));
    }
  }
}
