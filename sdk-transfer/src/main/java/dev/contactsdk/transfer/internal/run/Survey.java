package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.internal.journal.RowFinder;
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
import java.util.Objects;
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

  /** Why the target is listed. */
  enum Purpose {
    /** To settle rows of unknown fate. */
    SETTLE,
    /** The same, and to find planned rows that are no longer as planned. */
    DRIFT,
    /** To find rows of unknown fate that are there. It is too early to say that one is not. */
    PRESENT
  }

  private final PlanStore store;
  private final Evidence evidence;
  private final Hears hears;
  private final Purpose purpose;
  private final @Nullable Verifier verifier;
  private final RowFinder finder;

  /** Few rows are of unknown fate at a time: those of the requests in flight, or of an import. */
  private final Map<Long, Map<String, Stored>> found = new TreeMap<>();

  private final BitSet seen = new BitSet();

  /**
   * A survey, for one listing.
   *
   * @param purpose what is looked for
   * @param verifier hears what the listing shows of the rows that are written; null if nobody does
   */
  Survey(
      PlanStore store,
      Evidence evidence,
      Hears hears,
      Purpose purpose,
      @Nullable Verifier verifier) {
    this.store = store;
    this.evidence = evidence;
    this.hears = hears;
    this.purpose = purpose;
    this.verifier = verifier;
    Set<RowState> states = purpose == Purpose.DRIFT ? OPEN : UNKNOWN;
    this.finder = RowFinder.of(store, states);
  }

  Listed read(Listing listing) {
    if (verifier != null) {
      verifier.begin();
    }
    Listed listed = listing.read(this);
    settle(listed);
    if (purpose == Purpose.DRIFT) {
      noteMissing();
    }
    if (verifier != null) {
      verifier.settled(found);
      verifier.end();
    }
    return listed;
  }

  @Override
  public void page(List<Stored> contacts) {
    if (verifier != null) {
      verifier.page(contacts);
    }
    Map<Long, List<Stored>> here = finder.rowsOf(contacts);
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
          RowChange.to(RowState.DRIFTED, row, "the contact is there since the plan was made"));
    } else {
      contacts.forEach(contact -> compare(row, contact, changes));
    }
  }

  private void compare(PlanRow row, Stored contact, List<RowChange> changes) {
    if (contact.id().equals(row.existingId())) {
      seen.set((int) row.number());
      if (evidence.isChanged(row, contact) || hasOtherNumber(row, contact)) {
        changes.add(
            RowChange.to(RowState.DRIFTED, row, "the contact changed since the plan was made"));
      }
    } else if (row.changesPhone()) {
      changes.add(RowChange.to(RowState.DRIFTED, row, Evidence.TAKEN));
    }
  }

  private static boolean hasOtherNumber(PlanRow row, Stored contact) {
    return !row.changesPhone() && !Objects.equals(row.phone(), contact.phone());
  }

  private void settle(Listed listed) {
    store.rows().eachUnknown(rows -> change(rows, listed));
    // Rows that were proved absent once, and have turned up since.
    change(
        store.rows().numbered(found.keySet()).stream()
            .filter(row -> row.state() == RowState.PLANNED)
            .toList(),
        listed);
  }

  private void change(List<PlanRow> rows, Listed listed) {
    store.change(rows.stream().map(row -> settled(row, listed)).filter(Objects::nonNull).toList());
  }

  private @Nullable RowChange settled(PlanRow row, Listed listed) {
    List<Stored> contacts = List.copyOf(found.getOrDefault(row.number(), Map.of()).values());
    return purpose == Purpose.PRESENT
        ? evidence.present(row, contacts)
        : evidence.settle(row, contacts, listed.notComparable());
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
