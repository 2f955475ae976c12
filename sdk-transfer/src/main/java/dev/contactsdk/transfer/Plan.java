package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.Mapping;
import java.time.Instant;
import java.util.Map;

/** A plan in a journal: what a run does with each row of a source. It reads the journal. */
public final class Plan {
  private final PlanHead head;
  private final PlanStore store;
  private final Map<String, String> capabilities;

  Plan(PlanHead head, PlanStore store, Map<String, String> capabilities) {
    this.head = head;
    this.store = store;
    this.capabilities = Map.copyOf(capabilities);
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
   * The target's settings beside its account, such as {@code TruedyTarget}'s folder.
   *
   * @return those of {@code Target.settings()} when the plan was made
   */
  public Map<String, String> targetSettings() {
    return head.settings().target();
  }

  /**
   * What runs have learned about the account that the vendor does not document, such as whether a
   * refused array stores nothing, and how many rows a request carried.
   *
   * @return names and values for people to read; empty before a run has learned anything
   */
  public Map<String, String> capabilities() {
    return capabilities;
  }

  /**
   * Which column is which field.
   *
   * @return the mapping that was set or detected
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
