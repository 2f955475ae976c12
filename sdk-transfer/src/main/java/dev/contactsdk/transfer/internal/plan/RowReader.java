package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowNote;
import dev.contactsdk.transfer.mapping.CheckedRow;
import dev.contactsdk.transfer.mapping.KeyCheck;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Problem;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps and checks one row of a source, which says whether it can be sent. */
final class RowReader {
  private final List<String> columns;
  private final Mapping mapping;
  private final RowCheck check;
  private final int keyPlace;
  private final NamedRows notInUse = new NamedRows();
  private final NamedRows garbled = new NamedRows();

  /**
   * A reader.
   *
   * @param key the column that says who a person is; null if none does
   */
  RowReader(List<String> columns, Mapping mapping, RowCheck check, @Nullable String key) {
    this.columns = columns;
    this.mapping = mapping;
    this.check = check;
    this.keyPlace = key == null ? -1 : columns.indexOf(key);
  }

  /** The row as a create, or refused. */
  PlanRow read(SourceRow row) {
    if (row.damage() != null) {
      return refused(row, null, row.damage(), null);
    }
    CheckedRow checked = check.check(mapping.apply(columns, row));
    String phone = checked.phone();
    String key = key(row);
    Problem ofKey = key == null ? null : KeyCheck.problem(key);
    List<Problem> problems = checked.problems();
    if (phone == null || !problems.stream().allMatch(Problem::onlyForCreate)) {
      return refused(row, phone, reason(problems), suggestion(problems))
          .withKey(ofKey == null ? key : null);
    }
    if (ofKey != null) {
      return refused(row, phone, reason(ofKey), ofKey.suggestion());
    }
    if (!checked.inUse()) {
      notInUse.add(row.number());
    }
    if (checked.garbled()) {
      garbled.add(row.number());
    }
    return planned(row, phone, checked).withKey(key);
  }

  /** Whether a column says who a person is. */
  boolean readsKeys() {
    return keyPlace >= 0;
  }

  private @Nullable String key(SourceRow row) {
    boolean given = keyPlace >= 0 && keyPlace < row.cells().size();
    return given ? KeyCheck.key(row.cells().get(keyPlace)) : null;
  }

  /** What is sent, but deserves a look, a line each. */
  List<String> notices() {
    return Stream.concat(
            notInUse
                .lines("phone number", "of a possible length that no country has in use")
                .stream(),
            garbled
                .lines(
                    "row",
                    "with a text that a wrong encoding damaged, such as Zo\u00C3\u00AB or ???; save"
                        + " the file as UTF-8 where it comes from, and plan it again")
                .stream())
        .toList();
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
            checked.fields(),
            row.origin());
    return missing.isEmpty() ? read : read.withNote(RowNote.INCOMPLETE);
  }

  private static PlanRow refused(
      SourceRow row, @Nullable String phone, String reason, @Nullable String suggestion) {
    return PlanRow.read(
        row.number(),
        phone,
        RowState.REFUSED,
        reason,
        suggestion,
        row.cells(),
        Map.of(),
        row.origin());
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
