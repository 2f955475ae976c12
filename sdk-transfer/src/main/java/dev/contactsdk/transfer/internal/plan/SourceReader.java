package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.CheckedRow;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Problem;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a source into a plan: maps and checks each row, and finds repeated numbers. */
final class SourceReader {
  /** Large enough that a commit costs little per row, small enough to stay out of memory's way. */
  private static final int ROWS_PER_COMMIT = 2000;

  private final PlanSpec spec;
  private final Mapping mapping;
  private final RowCheck check;
  private final PlanStore store;
  private final PhoneIndex seen = new PhoneIndex();
  private final LongConsumer progress;

  SourceReader(PlanSpec spec, Mapping mapping, PlanStore store, LongConsumer progress) {
    this.spec = spec;
    this.mapping = mapping;
    this.check = new RowCheck(spec.target(), spec.source().region(), spec.clearBlanks());
    this.store = store;
    this.progress = progress;
  }

  /** Reads all rows; returns where the numbers of planned rows are. */
  PhoneIndex read(Rows rows, Losses losses) {
    List<PlanRow> batch = new ArrayList<>();
    long count = 0;
    while (rows.hasNext()) {
      SourceRow row = rows.next();
      losses.note(row);
      batch.add(planned(rows.columns(), row));
      count++;
      if (batch.size() == ROWS_PER_COMMIT) {
        flush(batch, count);
      }
    }
    flush(batch, count);
    return seen;
  }

  private void flush(List<PlanRow> batch, long count) {
    store.add(batch);
    batch.clear();
    progress.accept(count);
  }

  private PlanRow planned(List<String> columns, SourceRow row) {
    if (row.damage() != null) {
      return refused(row, null, row.damage(), null);
    }
    CheckedRow checked = check.check(mapping.apply(columns, row));
    String phone = checked.phone();
    boolean isOnlyIncomplete =
        checked.problems().stream().allMatch(each -> each.reason().equals(RowCheck.MISSING));
    if (!isOnlyIncomplete || phone == null) {
      return refused(row, phone, reason(checked.problems()), suggestion(checked.problems()));
    }
    if (spec.excluded().contains(phone)) {
      return skipped(row, phone, "excluded", null);
    }
    long first = seen.put(phone, row.number());
    return first < 0
        ? planned(row, phone, checked)
        : skipped(row, phone, "repeats the number of an earlier row", "It is row " + first);
  }

  /** A create needs what is missing; an update of a contact that is there does not. */
  private static PlanRow planned(SourceRow row, String phone, CheckedRow checked) {
    List<Problem> missing = checked.problems();
    return PlanRow.read(
        row.number(),
        phone,
        RowState.PLANNED,
        missing.isEmpty() ? null : reason(missing),
        suggestion(missing),
        row.cells(),
        checked.fields());
  }

  private static PlanRow refused(
      SourceRow row, @Nullable String phone, String reason, @Nullable String suggestion) {
    return PlanRow.read(
        row.number(), phone, RowState.REFUSED, reason, suggestion, row.cells(), Map.of());
  }

  private static PlanRow skipped(
      SourceRow row, String phone, String reason, @Nullable String suggestion) {
    return PlanRow.read(
        row.number(), phone, RowState.SKIPPED, reason, suggestion, row.cells(), Map.of());
  }

  private static String reason(List<Problem> problems) {
    return problems.isEmpty()
        ? "has no phone number"
        : problems.stream().map(SourceReader::reason).collect(Collectors.joining("; "));
  }

  private static String reason(Problem problem) {
    return problem.field() == null ? problem.reason() : problem.field() + " " + problem.reason();
  }

  private static @Nullable String suggestion(List<Problem> problems) {
    String all =
        problems.stream()
            .map(Problem::suggestion)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }
}
