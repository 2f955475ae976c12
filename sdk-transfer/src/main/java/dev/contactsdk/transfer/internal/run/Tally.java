package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.run.RowState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many rows are in each state, kept while rows move. Not thread-safe. */
final class Tally {
  private final Map<RowState, Long> counts;

  Tally(Map<RowState, Long> counts) {
    this.counts = new EnumMap<>(RowState.class);
    this.counts.putAll(counts);
  }

  void sent(List<PlanRow> rows) {
    rows.forEach(row -> move(row.state(), RowState.SENT));
  }

  void answered(List<RowChange> changes) {
    changes.forEach(change -> move(RowState.SENT, change.state()));
  }

  void putBack(List<RowChange> changes) {
    changes.forEach(change -> move(RowState.REJECTED, change.state()));
  }

  private void move(RowState from, RowState to) {
    counts.merge(from, -1L, Long::sum);
    counts.merge(to, 1L, Long::sum);
  }

  Map<RowState, Long> states() {
    Map<RowState, Long> states = new EnumMap<>(counts);
    states.values().removeIf(count -> count == 0);
    return states;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows whose fate is still open. */
  long open() {
    return counts.getOrDefault(RowState.PLANNED, 0L)
        + counts.getOrDefault(RowState.SENT, 0L)
        + counts.getOrDefault(RowState.UNKNOWN, 0L);
  }
}
