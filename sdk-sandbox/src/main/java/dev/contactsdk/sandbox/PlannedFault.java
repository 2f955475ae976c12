package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.PlannedDamage;

/** An active fault. Thread-safe. */
public final class PlannedFault {

  private final PlannedDamage planned;

  PlannedFault(PlannedDamage planned) {
    this.planned = planned;
  }

  /**
   * How many requests this fault has affected.
   *
   * @return the number so far
   */
  public int hits() {
    return planned.hits();
  }

  /**
   * How many requests matched, affected or not.
   *
   * @return the number so far
   */
  public int matches() {
    return planned.matches();
  }
}
