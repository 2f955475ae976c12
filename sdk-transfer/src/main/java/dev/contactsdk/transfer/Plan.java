package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.Mapping;
import java.time.Instant;

/** A plan in a journal: what a run does with each row of a source. It reads the journal. */
public final class Plan {
  private final PlanHead head;
  private final PlanStore store;

  Plan(PlanHead head, PlanStore store) {
    this.head = head;
    this.store = store;
  }

  /**
   * The plan's number in its journal.
   *
   * @return 1 for the first
   */
  public long id() {
    return head.id();
  }

  /**
   * When the plan was made.
   *
   * @return the time
   */
  public Instant createdAt() {
    return head.createdAt();
  }

  /**
   * Where the rows go.
   *
   * @return the target's name, such as {@code Kore.ai}
   */
  public String target() {
    return head.target();
  }

  /**
   * Which account they go to.
   *
   * @return no secret
   */
  public String account() {
    return head.account();
  }

  /**
   * Which column is which field.
   *
   * @return as it was given or found
   */
  public Mapping mapping() {
    return Mapping.fromJson(head.mapping());
  }

  /**
   * What the plan does, and what could not be proved, as of now.
   *
   * @return counts and a text to print
   */
  public PlanSummary summary() {
    return PlanSummary.of(head, store.counts());
  }

  @Override
  public String toString() {
    return "Plan[" + head.id() + ", " + head.source() + " to " + head.target() + "]";
  }
}
