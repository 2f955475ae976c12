package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.mapping.CheckedRow;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Problem;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps and checks one row of a source, which says whether it can be sent. */
final class RowReader {
  private static final int MOST_NAMED = 5;

  private final List<String> columns;
  private final Mapping mapping;
  private final RowCheck check;
  private final List<Long> notInUse = new ArrayList<>();
  private long countNotInUse;

  RowReader(List<String> columns, Mapping mapping, RowCheck check) {
    this.columns = columns;
    this.mapping = mapping;
    this.check = check;
  }

  /** The row as a create, or refused. */
  PlanRow read(SourceRow row) {
    if (row.damage() != null) {
      return refused(row, null, row.damage(), null);
    }
    CheckedRow checked = check.check(mapping.apply(columns, row));
    String phone = checked.phone();
    List<Problem> problems = checked.problems();
    if (phone == null || !problems.stream().allMatch(Problem::onlyForCreate)) {
      return refused(row, phone, reason(problems), suggestion(problems));
    }
    if (!checked.inUse()) {
      noteNotInUse(row.number());
    }
    return planned(row, phone, checked);
  }

  private void noteNotInUse(long row) {
    countNotInUse++;
    if (notInUse.size() < MOST_NAMED) {
      notInUse.add(row);
    }
  }

  /** What is sent, but deserves a look, a line each. */
  List<String> notices() {
    return countNotInUse == 0
        ? List.of()
        : List.of(
            countNotInUse
                + (countNotInUse == 1 ? " phone number" : " phone numbers")
                + " of a possible length that no country has in use: row "
                + notInUse.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (countNotInUse > notInUse.size() ? ", ..." : ""));
  }

  /** A create needs what is missing; an update of a contact that is there does not. */
  private static PlanRow planned(SourceRow row, String phone, CheckedRow checked) {
    List<Problem> missing = checked.problems();
    PlanRow read =
        PlanRow.read(
            row.number(),
            phone,
            RowState.PLANNED,
            missing.isEmpty() ? null : reason(missing),
            suggestion(missing),
            row.cells(),
            checked.fields());
    return missing.isEmpty() ? read : read.incomplete();
  }

  private static PlanRow refused(
      SourceRow row, @Nullable String phone, String reason, @Nullable String suggestion) {
    return PlanRow.read(
        row.number(), phone, RowState.REFUSED, reason, suggestion, row.cells(), Map.of());
  }

  private static String reason(List<Problem> problems) {
    return problems.isEmpty()
        ? "has no phone number"
        : problems.stream().map(RowReader::reason).collect(Collectors.joining("; "));
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
