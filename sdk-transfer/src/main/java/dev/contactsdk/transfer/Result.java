package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowCounts;
import dev.contactsdk.transfer.run.RowState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has become of a plan's rows. {@code toString} is the text to print; it has no personal data.
 *
 * @param states how many rows are in each state; states without rows are left out
 * @param reasons why rows were refused, rejected, present, drifted or unknown, and how many
 * @param requests the requests that wrote, in all runs
 * @param notComparable the contacts of the last listing whose number could not be read: each may be
 *     one of these rows
 */
public record Result(
    Map<RowState, Long> states,
    Map<RowState, Map<String, Long>> reasons,
    long requests,
    long notComparable) {
  private static final List<RowState> EXPLAINED =
      List.of(
          RowState.CREATED,
          RowState.REFUSED,
          RowState.REJECTED,
          RowState.PRESENT,
          RowState.DRIFTED,
          RowState.UNKNOWN);

  /**
   * Makes the maps unmodifiable.
   *
   * @param states how many rows are in each state
   * @param reasons why, and how many
   * @param requests the requests that wrote
   * @param notComparable the contacts whose number could not be read
   */
  public Result {
    states = Map.copyOf(states);
    reasons = Map.copyOf(reasons);
  }

  static Result of(PlanStore store, long notComparable) {
    RowCounts counts = store.counts();
    Map<RowState, Map<String, Long>> reasons = counts.reasons();
    reasons.keySet().retainAll(EXPLAINED);
    return new Result(counts.states(), reasons, store.requests(), notComparable);
  }

  /**
   * How many rows are in a state.
   *
   * @param state the state
   * @return zero or more
   */
  public long count(RowState state) {
    return states.getOrDefault(state, 0L);
  }

  /**
   * Whether every row has its last state: none is still to be sent, under way or unknown.
   *
   * @return true if another run would do nothing
   */
  public boolean isEnded() {
    return count(RowState.PLANNED) + count(RowState.SENT) + count(RowState.UNKNOWN) == 0;
  }

  /**
   * The first line of the text.
   *
   * @return such as {@code 2,000 rows: 1,996 created, 4 refused; 5 requests}
   */
  public String line() {
    String counts =
        Reasons.list(
            Stream.of(RowState.values()).map(state -> Reasons.count(count(state), name(state))));
    return Reasons.number(Reasons.sum(states), "row")
        + (counts.isEmpty() ? "" : ": " + counts)
        + "; "
        + Reasons.number(requests, "request");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(line()).append('\n');
    for (RowState state : EXPLAINED) {
      for (String line : Reasons.lines(reasons.getOrDefault(state, Map.of()))) {
        text.append("  ").append(name(state)).append(", ").append(line).append('\n');
      }
    }
    text.append(open().isEmpty() ? "Every outcome is proved." : "Not proved: " + open() + ".");
    return text.toString();
  }

  /**
   * The rows of which nobody knows whether they were written: those of unknown fate, and those
   * whose request was under way when the process ended.
   *
   * @return zero or more
   */
  public long unknown() {
    return unknown(states);
  }

  static long unknown(Map<RowState, Long> states) {
    return states.getOrDefault(RowState.UNKNOWN, 0L) + states.getOrDefault(RowState.SENT, 0L);
  }

  private String open() {
    return Reasons.list(
        Stream.of(
            Reasons.count(unknown(), "row", "of unknown fate (run again)"),
            Reasons.count(
                notComparable,
                "contact",
                "of the target without a number that can be read (each may be a row's)")));
  }

  private static String name(RowState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
