package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Capabilities;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.internal.journal.RowNote;
import dev.contactsdk.transfer.internal.target.Differences;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a listing proves about a row of unknown fate. */
final class Evidence {
  /** Clocks of servers are wrong by seconds, seldom by more. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  /** Nobody documents how long a listing may lag behind. */
  private static final Duration LAG = Duration.ofMinutes(5);

  static final String TAKEN = "the number is another contact's since the plan was made";

  private static final String FOUND =
      "a listing shows exactly these values, made after the row was sent";

  private final Target target;
  private final Differences differences;
  private final Capabilities capabilities;
  private final TimeSource time;

  Evidence(Target target, Capabilities capabilities, TimeSource time) {
    this.target = target;
    this.time = time;
    this.differences = new Differences(target);
    this.capabilities = capabilities;
  }

  /** Whether a contact no longer has the values that the plan wants to replace. */
  boolean isChanged(PlanRow row, Stored contact) {
    return row.fields().keySet().stream()
        .anyMatch(field -> !row.before().getOrDefault(field, "").equals(shown(field, contact)));
  }

  private static String shown(String field, Stored contact) {
    return field.equals(Fields.PHONE)
        ? String.valueOf(contact.phone())
        : contact.fields().getOrDefault(field, "");
  }

  /** The row's new state. */
  RowChange settle(PlanRow row, List<Stored> contacts, long notComparable) {
    return row.action() == RowAction.CREATE
        ? created(row, contacts, notComparable)
        : updated(row, contacts);
  }

  /** The row's new state if the target has it already; else null, and it stays as it is. */
  @Nullable RowChange present(PlanRow row, List<Stored> contacts) {
    if (contacts.isEmpty()) {
      return null;
    }
    RowChange change = settle(row, contacts, 0);
    boolean written = change.state() == RowState.CREATED || change.state() == RowState.UPDATED;
    return written ? change : null;
  }

  private RowChange created(PlanRow row, List<Stored> contacts, long notComparable) {
    if (contacts.isEmpty()) {
      return absent(row, notComparable);
    }
    if (row.refusedIn() != null) {
      capabilities.arraysStoreSome();
    }
    for (Stored contact : contacts) {
      if (isOurs(row, contact)) {
        return new RowChange(
            row.number(), RowState.CREATED, contact.id(), FOUND, row.mostTogether(), null);
      }
    }
    return new RowChange(
        row.number(),
        RowState.PRESENT,
        contacts.get(0).id(),
        "the number is there, and nothing proves that this row made the contact",
        0,
        null);
  }

  /**
   * A contact that cannot be compared may be the row's. Where the target itself refuses a taken
   * number, sending again is safe all the same.
   */
  private RowChange absent(PlanRow row, long notComparable) {
    if (row.note() == RowNote.TAKEN_BEFORE) {
      return isListedLate(row)
          ? RowChange.takenBefore(row, Judge.TAKEN_BEFORE + "; not listed yet")
          : RowChange.to(RowState.PRESENT, row, "the number is taken, and no contact is listed");
    }
    if (notComparable == 0 || target.refusesTakenNumbers()) {
      return RowChange.to(RowState.PLANNED, row, row.reason());
    }
    return RowChange.to(
        RowState.UNKNOWN,
        row,
        "not in the listing, but " + notComparable + " contacts there cannot be compared");
  }

  private boolean isListedLate(PlanRow row) {
    Instant sent = row.sentAt();
    Instant now = time.now();
    // Sent in the future means that the clock was set back; the lag must not last until then.
    return sent != null && !sent.isAfter(now) && sent.plus(LAG).isAfter(now);
  }

  /** Made after the row was first sent, with exactly its values. The plan's listing had none. */
  private boolean isOurs(PlanRow row, Stored contact) {
    Instant sent = row.firstSentAt();
    Instant made = contact.createdAt();
    return sent != null
        && made != null
        && !made.isBefore(sent.minus(SKEW))
        && differences.of(row.fields(), contact).isEmpty();
  }

  private RowChange updated(PlanRow row, List<Stored> contacts) {
    for (Stored contact : contacts) {
      if (contact.id().equals(row.existingId())) {
        return updated(row, contact, contacts);
      }
    }
    return RowChange.to(RowState.DRIFTED, row, "the contact is gone");
  }

  private RowChange updated(PlanRow row, Stored contact, List<Stored> contacts) {
    if (differences.of(row.fields(), contact).isEmpty()) {
      return RowChange.done(RowState.UPDATED, row, contact.id());
    }
    boolean taken =
        row.changesPhone()
            && contacts.stream()
                .filter(other -> !other.id().equals(contact.id()))
                .anyMatch(other -> String.valueOf(row.phone()).equals(other.phone()));
    if (taken) {
      return RowChange.to(RowState.DRIFTED, row, TAKEN);
    }
    return isChanged(row, contact)
        ? RowChange.to(
            RowState.DRIFTED, row, "the contact has neither the old values nor the wanted ones")
        : RowChange.to(RowState.PLANNED, row, row.reason());
  }
}
