package dev.contactsdk.sandbox.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** An active fault. Thread-safe. */
public final class PlannedDamage {

  private final Damage damage;
  private final IntPredicate turns;
  private final int lastTurn;
  private final BooleanSupplier chance;
  private final Predicate<Received> matching;
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger hits = new AtomicInteger();

  public PlannedDamage(
      Damage damage,
      IntPredicate turns,
      int lastTurn,
      BooleanSupplier chance,
      Predicate<Received> matching) {
    this.damage = damage;
    this.turns = turns;
    this.lastTurn = lastTurn;
    this.chance = chance;
    this.matching = matching;
  }

  /** Counts a matching request. Returns true if the fault affects it. */
  boolean strikes(Received request) {
    return matching.test(request) && turns.test(seen.incrementAndGet()) && chance.getAsBoolean();
  }

  Damage hit() {
    hits.incrementAndGet();
    return damage;
  }

  boolean isSpent() {
    return seen.get() >= lastTurn;
  }

  /** How many requests this fault has affected. */
  public int hits() {
    return hits.get();
  }

  /** How many requests matched, affected or not. */
  public int matches() {
    return seen.get();
  }
}
