package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowCounts;
import dev.contactsdk.transfer.internal.journal.VerdictStore;
import dev.contactsdk.transfer.internal.run.Verifier.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a listing of the target shows of the rows that a plan wrote. {@code toString} is the text to
 * print; it has no personal data.
 *
 * @param same rows whose every value is there
 * @param differs rows of which a value is not the one that was written
 * @param notComparable rows of which the listing lacks a value
 * @param missing rows whose number no contact has
 * @param twice rows whose number another contact has too
 * @param differsIn the fields in which rows differ, the first of each row, and how many rows; the
 *     most frequent first
 * @param notComparableIn the fields that the listing lacks, the first of each row, and how many
 *     rows; the most frequent first
 * @param examples the first rows that differ, are missing or are there twice, by their numbers
 * @param unknown rows of which nobody knows whether they were written
 * @param unreadable contacts of the target whose number cannot be read
 */
public record Verification(
    long same,
    long differs,
    long notComparable,
    long missing,
    long twice,
    Map<String, Long> differsIn,
    Map<String, Long> notComparableIn,
    List<Long> examples,
    long unknown,
    long unreadable) {
  private static final int MOST_EXAMPLES = 100;

  static Verification of(Database database, long plan, long unreadable) {
    RowCounts rows = new PlanStore(database, plan).counts();
    Map<String, Long> counts = rows.verdicts();
    return new Verification(
        counts.getOrDefault(Verdict.SAME.name(), 0L),
        counts.getOrDefault(Verdict.DIFFERS.name(), 0L),
        counts.getOrDefault(Verdict.NOT_COMPARABLE.name(), 0L),
        counts.getOrDefault(Verdict.MISSING.name(), 0L),
        counts.getOrDefault(Verdict.TWICE.name(), 0L),
        Collections.unmodifiableMap(rows.verdictFields(Verdict.DIFFERS.name())),
        Collections.unmodifiableMap(rows.verdictFields(Verdict.NOT_COMPARABLE.name())),
        new VerdictStore(database, plan)
            .rows(
                List.of(Verdict.DIFFERS.name(), Verdict.MISSING.name(), Verdict.TWICE.name()),
                MOST_EXAMPLES),
        Result.unknown(rows.states()),
        unreadable);
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
                Reasons.count(twice, "there twice")));
    String rows = examples.isEmpty() ? "" : "\nLook at the rows " + examples;
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
    return (counts.isEmpty() ? "No rows were written" : counts)
        + rows
        + "\nNot proved: "
        + (open.isEmpty() ? "nothing." : open + ".");
  }

  private static String in(Map<String, Long> fields) {
    return fields.isEmpty() ? "" : " (" + String.join(", ", fields.keySet()) + ")";
  }
}
