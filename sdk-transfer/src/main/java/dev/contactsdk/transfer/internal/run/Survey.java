package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Stored;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists the target once, and settles with it what became of rows of unknown fate. Also finds rows
 * that are no longer as planned.
 */
final class Survey implements Listing.Reader {
  private static final Set<RowState> UNKNOWN = Set.of(RowState.UNKNOWN);
  private static final Set<RowState> OPEN = Set.of(RowState.UNKNOWN, RowState.PLANNED);

  private final PlanStore store;
  private final Evidence evidence;
  private final Hears hears;
  private final boolean drift;
  private final PhoneIndex numbers = new PhoneIndex();

  /** Few rows are of unknown fate at a time: those of the requests in flight. */
  private final Map<Long, Map<String, Stored>> found = new TreeMap<>();

  private final BitSet seen = new BitSet();

  /**
   * A survey, for one listing.
   *
   * @param drift whether planned rows are looked at too
   */
  Survey(PlanStore store, Evidence evidence, Hears hears, boolean drift) {
    this.store = store;
    this.evidence = evidence;
    this.hears = hears;
    this.drift = drift;
    store.rows().phones(drift ? OPEN : UNKNOWN, numbers);
  }

  Listed read(Listing listing) {
    Listed listed = listing.read(this);
    settle(listed);
    if (drift) {
      noteMissing();
    }
    return listed;
  }

  @Override
  public void page(List<Stored> contacts) {
    Map<Long, List<Stored>> here = numbers.rowsOf(contacts);
    if (!here.isEmpty()) {
      List<RowChange> changes = new ArrayList<>();
      for (PlanRow row : store.rows().numbered(here.keySet())) {
        note(row, here.getOrDefault(row.number(), List.of()), changes);
      }
      store.change(changes);
    }
  }

  private void note(PlanRow row, List<Stored> contacts, List<RowChange> changes) {
    if (row.state() == RowState.UNKNOWN || row.attempts() > 0) {
      Map<String, Stored> ofRow =
          found.computeIfAbsent(row.number(), number -> new LinkedHashMap<>());
      contacts.forEach(contact -> ofRow.put(contact.id(), contact));
    } else if (row.action() == RowAction.CREATE) {
      changes.add(
          RowChange.to(RowState.DRIFTED, row, "the number is there since the plan was made"));
    } else {
      contacts.forEach(contact -> compare(row, contact, changes));
    }
  }

  private void compare(PlanRow row, Stored contact, List<RowChange> changes) {
    if (contact.id().equals(row.existingId())) {
      seen.set((int) row.number());
      if (evidence.isChanged(row, contact)) {
        changes.add(
            RowChange.to(RowState.DRIFTED, row, "the contact changed since the plan was made"));
      }
    }
  }

  private void settle(Listed listed) {
    store
        .rows()
        .eachUnknown(rows -> store.change(rows.stream().map(row -> settled(row, listed)).toList()));
    settleSentBefore(listed);
  }

  /** Rows that were proved absent once, and have turned up since. */
  private void settleSentBefore(Listed listed) {
    List<RowChange> changes = new ArrayList<>();
    for (PlanRow row : store.rows().numbered(found.keySet())) {
      if (row.state() == RowState.PLANNED) {
        changes.add(settled(row, listed));
      }
    }
    store.change(changes);
  }

  private RowChange settled(PlanRow row, Listed listed) {
    List<Stored> contacts = List.copyOf(found.getOrDefault(row.number(), Map.of()).values());
    return evidence.settle(row, contacts, listed.notComparable());
  }

  private void noteMissing() {
    store
        .rows()
        .eachNewUpdate(
            rows ->
                store.change(
                    rows.stream()
                        .filter(row -> !seen.get((int) row.number()))
                        .map(row -> RowChange.to(RowState.DRIFTED, row, "the contact is gone"))
                        .toList()));
  }

  @Override
  public void progress(long done, @Nullable Long total) {
    hears.progress(Step.LISTING, done, total);
  }
}
