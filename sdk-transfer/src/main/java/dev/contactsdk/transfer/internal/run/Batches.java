package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanRows;
import dev.contactsdk.transfer.run.RowAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes planned rows in their order, and puts those together that one request can carry. */
final class Batches {
  private static final int READ_AHEAD = 500;

  private final PlanRows rows;
  private final BatchSizes creates;
  private final BatchSizes updates;
  private final long lastRow;
  private final Deque<PlanRow> ahead = new ArrayDeque<>();
  private long after = Long.MIN_VALUE;

  Batches(PlanRows rows, BatchSizes creates, BatchSizes updates, long lastRow) {
    this.rows = rows;
    this.creates = creates;
    this.updates = updates;
    this.lastRow = lastRow;
  }

  /** The rows of the next request; empty at the end of the plan. */
  List<PlanRow> next() {
    List<PlanRow> batch = new ArrayList<>();
    int limit = Integer.MAX_VALUE;
    while (batch.size() < limit) {
      PlanRow row = peek();
      if (row == null || row.number() > lastRow || !fits(row, batch)) {
        break;
      }
      limit = Math.min(limit, limit(row));
      if (batch.size() < limit) {
        batch.add(ahead.remove());
      }
    }
    return batch;
  }

  private static boolean fits(PlanRow row, List<PlanRow> batch) {
    return batch.isEmpty() || batch.get(0).action() == row.action();
  }

  private int limit(PlanRow row) {
    int size = row.action() == RowAction.CREATE ? creates.now() : updates.now();
    return row.mostTogether() == 0 ? size : Math.min(size, row.mostTogether());
  }

  private @Nullable PlanRow peek() {
    if (ahead.isEmpty()) {
      ahead.addAll(rows.planned(after, READ_AHEAD));
      if (!ahead.isEmpty()) {
        after = ahead.getLast().number();
      }
    }
    return ahead.peek();
  }
}
