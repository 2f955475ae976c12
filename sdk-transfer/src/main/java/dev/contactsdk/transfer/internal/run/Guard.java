package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.run.RowState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices when rows fail one after the other for one reason: then it is not the rows. Not
 * thread-safe.
 */
final class Guard {
  static final int IN_A_ROW = 5;

  private final List<RowChange> refused = new ArrayList<>();

  /** Why the rows in a row were refused; null if the target gave no reason, or none was. */
  private @Nullable String reason;

  /** Returns the rows that failed for one reason, once they are too many; else none. */
  List<RowChange> note(List<RowChange> changes) {
    for (RowChange change : changes) {
      switch (change.state()) {
        case CREATED, UPDATED -> refused.clear();
        case REJECTED -> refused(change);
        default -> {}
      }
    }
    return refused.size() < IN_A_ROW ? List.of() : List.copyOf(refused);
  }

  private void refused(RowChange change) {
    if (change.reason() == null || !change.reason().equals(reason)) {
      refused.clear();
    }
    reason = change.reason();
    refused.add(change);
  }

  /** The rows are not to blame: they go again when the target takes them. */
  static List<RowChange> putBack(List<RowChange> changes) {
    return changes.stream()
        .map(
            change ->
                new RowChange(change.number(), RowState.PLANNED, null, change.reason(), 1, null))
        .toList();
  }
}
