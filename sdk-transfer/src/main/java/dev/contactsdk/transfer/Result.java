package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.PlanStore.Counted;
import dev.contactsdk.transfer.run.RowState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What has become of a plan's rows. {@code toString} is the text to print; it has no personal data.
 *
 * @param states how many rows are in each state; states without rows are left out
 * @param reasons why rows were refused, rejected, present, drifted or unknown, and how many
 * @param requests the requests that wrote, in all runs
 */
public record Result(
    Map<RowState, Long> states, Map<RowState, Map<String, Long>> reasons, long requests) {
  private static final List<RowState> EXPLAINED =
      List.of(
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
   */
  public Result {
    states = Map.copyOf(states);
    reasons = Map.copyOf(reasons);
  }

  static Result of(PlanStore store) {
    Map<RowState, Map<String, Long>> reasons = new EnumMap<>(RowState.class);
    for (RowState state : EXPLAINED) {
      Map<String, Long> ofState = Reasons.grouped(store.reasons(state));
      if (!ofState.isEmpty()) {
        reasons.put(state, ofState);
      }
    }
    return new Result(store.counts(), reasons, store.requests());
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

  @Override
  public String toString() {
    long rows = states.values().stream().mapToLong(Long::longValue).sum();
    String counts =
        Reasons.counts(
            new EnumMap<>(states.isEmpty() ? Map.of(RowState.PLANNED, 0L) : states)
                .entrySet().stream()
                    .map(each -> new Counted(name(each.getKey()), each.getValue()))
                    .toList());
    StringBuilder text = new StringBuilder();
    text.append(Reasons.number(rows, "row"))
        .append(": ")
        .append(counts)
        .append("; ")
        .append(Reasons.number(requests, "request"))
        .append('\n');
    for (RowState state : EXPLAINED) {
      for (String line : Reasons.lines(reasons.getOrDefault(state, Map.of()))) {
        text.append("  ").append(name(state)).append(", ").append(line).append('\n');
      }
    }
    long unknown = count(RowState.UNKNOWN);
    text.append(
        unknown == 0
            ? "Not proved: nothing."
            : String.format(
                Locale.ROOT,
                "Not proved: %,d rows are unknown; run again to settle them.",
                unknown));
    return text.toString();
  }

  private static String name(RowState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
