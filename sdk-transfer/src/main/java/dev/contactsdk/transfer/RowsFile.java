package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanRows;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.RejectedFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a plan's rows as a file that can be planned again. */
final class RowsFile {
  private RowsFile() {}

  static long write(Path file, PlanHead head, PlanRows rows, Set<RowState> states) {
    AtomicLong written = new AtomicLong();
    try (RejectedFile rejected = RejectedFile.create(file, head.columns())) {
      rows.each(
          states,
          some ->
              some.forEach(
                  row -> {
                    String reason = row.reason() == null ? "" : row.reason();
                    rejected.row(row.originIn(head.id()), row.cells(), reason, row.suggestion());
                    written.incrementAndGet();
                  }));
    }
    return written.get();
  }
}
