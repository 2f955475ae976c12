package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.Notes;
import dev.contactsdk.transfer.internal.journal.RowCounts;
import dev.contactsdk.transfer.internal.target.Estimate;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan does. {@code toString} is the text to print; it has no personal data.
 *
 * @param source what was read, and how
 * @param target where the rows go
 * @param rows the rows of the source
 * @param creates the rows that are to be created
 * @param updates the rows that are to be changed
 * @param skipped why rows need nothing, and how many
 * @param refused why rows cannot be sent, and how many
 * @param mapping which column is which field, or the key, a line each
 * @param doubts columns that were left out because their names and values disagree
 * @param losses columns that the target does not get
 * @param notices what is sent, but deserves a look
 * @param requests the estimated requests that write
 * @param listingRequests the requests that listed the target; a run begins with as many
 * @param verifyRequests the estimated requests that list the target after the run
 * @param verifies whether the run ends with that listing, because the answers have no ids
 * @param time the estimated time of the run, at the rate of the plan; waits for lost answers come
 *     on top
 * @param notComparable the contacts of the target whose number could not be read: each may be a
 *     row's
 */
public record PlanSummary(
    String source,
    String target,
    long rows,
    long creates,
    long updates,
    Map<String, Long> skipped,
    Map<String, Long> refused,
    List<String> mapping,
    List<String> doubts,
    List<String> losses,
    List<String> notices,
    long requests,
    long listingRequests,
    long verifyRequests,
    boolean verifies,
    Duration time,
    long notComparable) {
  static PlanSummary of(PlanHead head, RowCounts counts) {
    Notes notes = head.notes();
    Map<RowAction, Long> actions = counts.plannedActions();
    Map<RowState, Map<String, Long>> reasons = counts.reasons();
    long creates = actions.getOrDefault(RowAction.CREATE, 0L);
    long requests = Estimate.requests(actions, notes.sizes());
    long verify = Estimate.listing(head.listed(), notes.pages(), creates, notes.sizes());
    boolean verifies = Boolean.TRUE.equals(notes.listsAtEnd()) && creates > 0;
    return new PlanSummary(
        head.source(),
        head.target(),
        counts.states().values().stream().mapToLong(Long::longValue).sum(),
        creates,
        actions.getOrDefault(RowAction.UPDATE, 0L),
        reasons.getOrDefault(RowState.SKIPPED, Map.of()),
        reasons.getOrDefault(RowState.REFUSED, Map.of()),
        mapping(head),
        notes.doubts(),
        notes.losses(),
        notes.notices(),
        requests,
        notes.pages(),
        verify,
        verifies,
        Estimate.time(
            requests + notes.pages() + (verifies ? verify : 0), notes.requestsPerMinute()),
        head.notComparable());
  }

  private static List<String> mapping(PlanHead head) {
    String key = head.settings().key();
    return Stream.concat(
            Mapping.fromJson(head.mapping()).describe().lines(),
            Stream.ofNullable(key).map(column -> column + " → key"))
        .toList();
  }

  /**
   * The first line of the text.
   *
   * @return such as {@code 5,200 rows: 4,599 to create, 200 repeat a number, 401 refused; 46
   *     requests, about 1 min}
   */
  public String line() {
    String counts =
        Reasons.list(
            Stream.of(
                Reasons.count(creates, "to create"),
                Reasons.count(updates, "to update"),
                Reasons.count(Reasons.sum(skipped), "to skip"),
                Reasons.count(Reasons.sum(refused), "refused")));
    return Reasons.number(rows, "row")
        + ": "
        + (counts.isEmpty() ? "nothing to do" : counts)
        + "; "
        + Reasons.number(requests, "request")
        + ", "
        + Reasons.time(time);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(source).append(" to ").append(target).append('\n').append(line()).append('\n');
    section(text, "Columns", mapping);
    section(text, "Not sure, so left out", doubts);
    section(text, "Lost", losses);
    section(text, "Worth a look", notices);
    section(text, "Skipped", Reasons.lines(skipped));
    section(text, "Refused", Reasons.lines(refused));
    text.append("Listing the target takes ")
        .append(Reasons.number(listingRequests, "request"))
        .append(" before the run, and about ")
        .append(verifyRequests)
        .append(verifies ? " at its end, which verifies the rows.\n" : " to verify.\n");
    text.append(
        notComparable == 0
            ? "All numbers of the target could be read."
            : String.format(
                Locale.ROOT,
                "Not proved: %,d contacts of the target have no number that can be read;"
                    + " each may be one of these rows.",
                notComparable));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(title)
          .append(":\n")
          .append(lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()));
    }
  }
}
