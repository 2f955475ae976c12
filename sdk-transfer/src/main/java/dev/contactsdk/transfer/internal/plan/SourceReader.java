package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowNote;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a source into a plan, and finds excluded and repeated numbers. */
final class SourceReader {
  /** Large enough that a commit costs little per row, small enough to stay out of memory's way. */
  private static final int ROWS_PER_COMMIT = 2000;

  private final Set<String> excluded;
  private final RowReader reader;
  private final DraftStore drafts;
  private final PhoneIndex seen = new PhoneIndex();

  /** Rows with a number that lack what only a create needs. */
  private final PhoneIndex incomplete = new PhoneIndex();

  /** Of these, those whose number a later row has that lacks nothing, with that row. */
  private final Map<Long, Long> instead = new HashMap<>();

  /** The numbers in the first source of rows that mend it. */
  private final Map<Long, Long> origins = new HashMap<>();

  private final LongConsumer progress;

  SourceReader(Set<String> excluded, RowReader reader, DraftStore drafts, LongConsumer progress) {
    this.excluded = excluded;
    this.reader = reader;
    this.drafts = drafts;
    this.progress = progress;
  }

  /** Reads all rows; returns where the numbers of planned rows are. */
  PhoneIndex read(Rows rows, Losses losses) {
    List<PlanRow> batch = new ArrayList<>();
    long count = 0;
    while (rows.hasNext()) {
      SourceRow row = rows.next();
      losses.note(row);
      batch.add(planned(row));
      count++;
      if (batch.size() == ROWS_PER_COMMIT) {
        flush(batch, count);
      }
    }
    flush(batch, count);
    return seen;
  }

  private void flush(List<PlanRow> batch, long count) {
    drafts.add(batch);
    batch.clear();
    progress.accept(count);
  }

  private PlanRow planned(SourceRow row) {
    PlanRow read = reader.read(row);
    String phone = read.phone();
    if (read.state() != RowState.PLANNED || phone == null) {
      return read;
    }
    if (excluded.contains(phone)) {
      return skipped(row, phone, "excluded", null);
    }
    Origin origin = row.origin();
    long first = seen.put(phone, row.number());
    if (first < 0 && origin != null) {
      origins.put(row.number(), origin.row());
    }
    if (first < 0) {
      noteIncomplete(read, phone);
      return read;
    }
    boolean better =
        !reader.readsKeys()
            && incomplete.get(phone) == first
            && read.note() != RowNote.INCOMPLETE
            && instead.putIfAbsent(first, row.number()) == null;
    PlanRow skipped =
        skipped(
                row,
                phone,
                "repeats the number of an earlier row",
                "It is row " + origins.getOrDefault(first, first))
            .withNote(RowNote.REPEATS);
    return better ? skipped.withFields(read.fields()) : skipped;
  }

  private void noteIncomplete(PlanRow row, String phone) {
    if (row.note() == RowNote.INCOMPLETE) {
      long unused = incomplete.put(phone, row.number());
    }
  }

  /**
   * The rows that go, in a plan without keys, if the first row with their number cannot, because
   * its contact is not there and it lacks what a create needs.
   *
   * @return by the number of that first row
   */
  Map<Long, Long> instead() {
    return instead;
  }

  private static PlanRow skipped(
      SourceRow row, String phone, String reason, @Nullable String suggestion) {
    return PlanRow.read(
        row.number(),
        phone,
        RowState.SKIPPED,
        reason,
        suggestion,
        row.cells(),
        Map.of(),
        row.origin());
  }
}
