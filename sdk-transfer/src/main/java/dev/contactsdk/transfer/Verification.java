package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowCounts;
import dev.contactsdk.transfer.internal.journal.VerdictStore;
import dev.contactsdk.transfer.internal.run.Verifier.Verdict;
import dev.contactsdk.transfer.run.RowState;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a listing of the target shows of the rows that plans wrote, and of those with a key that a
 * run found as wanted. {@code toString} is the text to print; it has no personal data.
 *
 * @param plans the numbers of the plans, the oldest first
 * @param same rows whose every value is there
 * @param differs rows of which a value is not the one that was written
 * @param notComparable rows of which the listing lacks a value
 * @param missing rows whose contact is not there; another one may have their number
 * @param twice rows whose number another contact has too
 * @param replaced rows that were written and whose contact a newer of these plans wrote again, or
 *     with a key found as wanted: the contact counts there. Also rows without a key whose number a
 *     newer plan wrote, since the number says who it is
 * @param differsIn the fields in which rows differ, the first of each row, and how many rows; the
 *     most frequent first
 * @param notComparableIn the fields that the listing lacks, the first of each row, and how many
 *     rows; the most frequent first
 * @param examples the first rows that differ, are missing or are there twice, by their numbers; by
 *     plan
 * @param unknown rows of which nobody knows whether they were written
 * @param unreadable contacts of the target whose number cannot be read
 */
public record Verification(
    List<Long> plans,
    long same,
    long differs,
    long notComparable,
    long missing,
    long twice,
    long replaced,
    Map<String, Long> differsIn,
    Map<String, Long> notComparableIn,
    Map<Long, List<Long>> examples,
    long unknown,
    long unreadable) {
  private static final int MOST_EXAMPLES = 100;

  private static final List<String> WRONG =
      List.of(
          Verdict.DIFFERS.name(),
          Verdict.MISSING.name(),
          Verdict.ANOTHERS.name(),
          Verdict.TWICE.name());

  static Verification of(Database database, List<Long> plans, long unreadable) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> differsIn = new HashMap<>();
    Map<String, Long> notComparableIn = new HashMap<>();
    Map<Long, List<Long>> examples = new TreeMap<>();
    long unknown = 0;
    long replaced = 0;
    for (long plan : plans) {
      RowCounts rows = new PlanStore(database, plan).counts();
      Map<String, Long> verdicts = rows.verdicts();
      add(counts, verdicts);
      add(differsIn, rows.verdictFields(Verdict.DIFFERS.name()));
      add(notComparableIn, rows.verdictFields(Verdict.NOT_COMPARABLE.name()));
      Map<RowState, Long> states = rows.states();
      unknown += Result.unknown(states);
      replaced += rows.writtenWithoutVerdict();
      List<Long> wrong = new VerdictStore(database, plan).rows(WRONG, MOST_EXAMPLES);
      if (!wrong.isEmpty()) {
        examples.put(plan, wrong);
      }
    }
    return new Verification(
        List.copyOf(plans),
        counts.getOrDefault(Verdict.SAME.name(), 0L),
        counts.getOrDefault(Verdict.DIFFERS.name(), 0L),
        counts.getOrDefault(Verdict.NOT_COMPARABLE.name(), 0L),
        counts.getOrDefault(Verdict.MISSING.name(), 0L)
            + counts.getOrDefault(Verdict.ANOTHERS.name(), 0L),
        counts.getOrDefault(Verdict.TWICE.name(), 0L),
        replaced,
        mostFirst(differsIn),
        mostFirst(notComparableIn),
        Collections.unmodifiableMap(examples),
        unknown,
        unreadable);
  }

  private static void add(Map<String, Long> sums, Map<String, Long> counts) {
    counts.forEach((name, rows) -> sums.merge(name, rows, Long::sum));
  }

  private static Map<String, Long> mostFirst(Map<String, Long> fields) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    fields.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return Collections.unmodifiableMap(sorted);
  }

  /**
   * Whether the target has all that was written, once.
   *
   * @return false if a row differs, is missing, is there twice or is unknown; rows that are not
   *     comparable in every value do not count
   */
  public boolean isClean() {
    return differs + missing + twice + unknown == 0;
  }

  @Override
  public String toString() {
    String counts =
        Reasons.list(
            Stream.of(
                Reasons.count(same, "as written"),
                Reasons.count(differs, "with another value" + in(differsIn)),
                Reasons.count(notComparable, "not comparable in every value" + in(notComparableIn)),
                Reasons.count(missing, "missing"),
                Reasons.count(twice, "there twice"),
                Reasons.count(replaced, "covered by a newer plan")));
    String several = plans.size() > 1 ? Reasons.number(plans.size(), "plan") + ": " : "";
    String open =
        Reasons.list(
            Stream.of(
                Reasons.count(
                    notComparable,
                    "row",
                    "of which the listing lacks a value" + in(notComparableIn)),
                Reasons.count(unknown, "row", "of unknown fate (run again)"),
                Reasons.count(
                    unreadable, "contact", "of the target without a number that can be read")));
    return several
        + (counts.isEmpty() ? "No rows were written" : counts)
        + look()
        + (open.isEmpty() ? "\nEverything could be compared." : "\nNot proved: " + open + ".");
  }

  /** Rows of different files may have the same number. */
  private String look() {
    String rows =
        examples.entrySet().stream()
            .map(each -> each.getValue() + (plans.size() > 1 ? " of plan " + each.getKey() : ""))
            .collect(Collectors.joining(", "));
    return rows.isEmpty() ? "" : "\nLook at the rows " + rows;
  }

  private static String in(Map<String, Long> fields) {
    return fields.isEmpty() ? "" : " (" + String.join(", ", fields.keySet()) + ")";
  }
}
