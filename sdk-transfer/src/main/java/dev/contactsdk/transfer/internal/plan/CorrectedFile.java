package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A file of refused rows, and the plans that refused them. */
final class CorrectedFile {
  private final Database database;
  private final List<String> columns;

  /** The plans of the first files. */
  private final Set<Long> first = new TreeSet<>();

  private final Set<Long> refused = new TreeSet<>();
  private final Set<Long> refusedLast = new TreeSet<>();
  private @Nullable Origin unknown;

  private CorrectedFile(Database database, List<String> columns) {
    this.database = database;
    this.columns = columns;
  }

  /** Reads the rows; null if it is another file, or has none. */
  static @Nullable CorrectedFile of(Rows rows, Database database, String account) {
    if (!rows.isRejectedFile() || !rows.hasNext()) {
      return null;
    }
    Map<Long, Set<Long>> named = new TreeMap<>();
    while (rows.hasNext()) {
      Origin origin = rows.next().origin();
      if (origin != null) {
        named.computeIfAbsent(origin.plan(), plan -> new TreeSet<>()).add(origin.row());
      }
    }
    CorrectedFile file = new CorrectedFile(database, rows.columns());
    named.forEach((plan, ofPlan) -> file.add(plan, ofPlan, account));
    return file;
  }

  /** Of corrections of one file, the newest counts for all of its rows. */
  private void add(long plan, Set<Long> rows, String account) {
    Map<Long, Long> known = new JournalStore(database).refusedLast(plan, rows, account);
    first.add(plan);
    refused.addAll(known.values());
    known.values().stream().max(Long::compare).ifPresent(refusedLast::add);
    for (long row : rows) {
      if (!known.containsKey(row) && unknown == null) {
        unknown = new Origin(plan, row);
      }
    }
  }

  /**
   * The mapping of the plans. The file itself has few rows, and those were wrong, so they would
   * prove no column: another one's number might be called.
   */
  Mapping mapping() {
    if (unknown != null) {
      throw refused(
          "row %d of plan %d, which the file corrects, is not among the refused rows of this"
              + " journal: plan it with the journal that it comes from",
          unknown.row(), unknown.plan());
    }
    if (refusedLast.isEmpty()) {
      throw refused(
          "no row of the file says which one it corrects: remove the columns plan, row, reason and"
              + " suggestion to have its mapping found");
    }
    JournalStore journal = new JournalStore(database);
    Set<Mapping> mappings = new HashSet<>();
    refusedLast.forEach(plan -> mappings.add(Mapping.fromJson(journal.plan(plan).mapping())));
    if (mappings.size() > 1) {
      throw refused(
          "the plans %s, whose rows the file corrects, have different mappings: make a file for"
              + " each",
          refusedLast);
    }
    Mapping mapping = mappings.iterator().next();
    List<String> missing = mapping.missing(columns);
    if (!missing.isEmpty()) {
      throw refused(
          "the mapping of plan %s, whose rows the file corrects, takes from the columns %s, which"
              + " it does not have: put them back",
          refusedLast.iterator().next(), missing);
    }
    return mapping;
  }

  private static TransferException refused(String problem, Object... values) {
    return new TransferException(
        Kind.INPUT, String.format(Locale.ROOT, problem + ", or give a mapping", values));
  }

  /** What nobody would see who only looks at the corrected rows. */
  List<String> notices(Set<String> excluded) {
    List<String> notices = new ArrayList<>();
    Set<Long> all = new TreeSet<>(first);
    all.addAll(refused);
    for (long plan : all) {
      Set<String> before = new HashSet<>(new DraftStore(database, plan).excluded());
      before.removeAll(excluded);
      add(notices, "numbers that plan %d excludes and this one does not: %,d", plan, before.size());
    }
    for (long plan : first) {
      Map<RowState, Long> states = new PlanStore(database, plan).counts().states();
      add(
          notices,
          "rows of plan %d that did not run: %,d; only the newest plan runs, so plan its file"
              + " again",
          plan,
          states.getOrDefault(RowState.PLANNED, 0L));
    }
    return notices;
  }

  private static void add(List<String> notices, String notice, long plan, long count) {
    if (count > 0) {
      notices.add(String.format(Locale.ROOT, notice, plan, count));
    }
  }
}
