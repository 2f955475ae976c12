package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import dev.contactsdk.transfer.target.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of refused rows, and the plan that refused them last. */
final class CorrectedFile {
  /** Rows that a person added may be before the first one that names a plan. */
  private static final int FIRST_ROWS = 200;

  private final Database database;
  private final PlanHead plan;
  private final List<String> columns;

  private CorrectedFile(Database database, PlanHead plan, List<String> columns) {
    this.database = database;
    this.plan = plan;
    this.columns = columns;
  }

  /** Reads the first rows; null if the file corrects no rows of this journal for the target. */
  static @Nullable CorrectedFile of(Rows rows, Database database, Target target) {
    Origin origin = firstOrigin(rows);
    if (origin == null) {
      return null;
    }
    JournalStore journal = new JournalStore(database);
    List<Long> plans = journal.withCorrections(origin.plan());
    return journal.plans().stream()
        .filter(plan -> plans.contains(plan.id()))
        .filter(plan -> plan.target().equals(target.name()))
        .reduce((older, newer) -> newer)
        .map(plan -> new CorrectedFile(database, plan, rows.columns()))
        .orElse(null);
  }

  private static @Nullable Origin firstOrigin(Rows rows) {
    for (int i = 0; i < FIRST_ROWS && rows.hasNext(); i++) {
      Origin origin = rows.next().origin();
      if (origin != null) {
        return origin;
      }
    }
    return null;
  }

  long plan() {
    return plan.id();
  }

  /** The plan's mapping; null if it reads a column that the file has no more. */
  @Nullable Mapping mapping() {
    Mapping mapping = Mapping.fromJson(plan.mapping());
    return mapping.missing(columns).isEmpty() ? mapping : null;
  }

  /** What nobody would see who only looks at the corrected rows. */
  List<String> notices(Set<String> excluded) {
    Set<String> before = new HashSet<>(new DraftStore(database, plan.id()).excluded());
    before.removeAll(excluded);
    long left =
        new PlanStore(database, plan.id()).counts().states().getOrDefault(RowState.PLANNED, 0L);
    return Stream.of(
            line("numbers that plan %d excludes and this one does not: %,d", before.size()),
            line(
                "rows of plan %d that did not run: %,d; only the newest plan runs, so plan its file"
                    + " again",
                left))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> line(String format, long count) {
    return count == 0 ? List.of() : List.of(String.format(Locale.ROOT, format, plan.id(), count));
  }
}
