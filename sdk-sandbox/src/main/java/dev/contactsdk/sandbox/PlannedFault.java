package dev.contactsdk.sandbox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A fault in force. Thread-safe. */
public final class PlannedFault {

  private final Fault fault;
  private final IntPredicate turns;
  private final int lastTurn;
  private final BooleanSupplier chance;
  private final Predicate<SandboxRequest> matching;
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger hits = new AtomicInteger();

  PlannedFault(
      Fault fault,
      IntPredicate turns,
      int lastTurn,
      BooleanSupplier chance,
      Predicate<SandboxRequest> matching) {
    this.fault = fault;
    this.turns = turns;
    this.lastTurn = lastTurn;
    this.chance = chance;
    this.matching = matching;
  }

  /** Counts a request that matches; true when it is this fault's turn. */
  boolean strikes(SandboxRequest request) {
    return matching.test(request) && turns.test(seen.incrementAndGet()) && chance.getAsBoolean();
  }

  Fault hit() {
    hits.incrementAndGet();
    return fault;
  }

  boolean isSpent() {
    return seen.get() >= lastTurn;
  }

  /**
   * How many requests this fault has met.
   *
   * @return the number so far
   */
  public int hits() {
    return hits.get();
  }

  /**
   * How many requests matched, whether it was their turn or not.
   *
   * @return the number so far
   */
  public int matches() {
    return seen.get();
  }
}
