package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowFinder;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.target.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the rows whose contact the target already has, page by page, and writes down decisions. */
final class Matches {
  private final Decisions decisions;
  private final PlanStore store;
  private final DraftStore drafts;
  private final RowFinder rows;

  /** The plans whose rows have keys of the same column. */
  private final List<Long> ran;

  Matches(Decisions decisions, PlanStore store, DraftStore drafts, RowFinder rows, List<Long> ran) {
    this.decisions = decisions;
    this.store = store;
    this.drafts = drafts;
    this.rows = rows;
    this.ran = ran;
  }

  void page(List<Stored> contacts) {
    Map<Long, List<Stored>> found = rows.rowsOf(contacts);
    if (!found.isEmpty()) {
      Map<String, String> keys =
          store.keys().keysOf(contacts.stream().map(Stored::id).toList(), ran);
      List<PlanRow> decided = new ArrayList<>();
      for (PlanRow row : store.rows().numbered(found.keySet())) {
        if (isOpen(row)) {
          decided.add(decisions.decide(row, found.getOrDefault(row.number(), List.of()), keys));
        }
      }
      drafts.decide(decided);
    }
  }

  /** A row that its key has refused has no decision to wait for. */
  private static boolean isOpen(PlanRow row) {
    return row.action() != RowAction.NONE || row.existingId() != null;
  }
}
