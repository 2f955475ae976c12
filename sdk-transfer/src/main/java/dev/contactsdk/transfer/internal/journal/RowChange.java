package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import org.jspecify.annotations.Nullable;

/**
 * A row's new state.
 *
 * @param targetId the contact; null keeps what is there
 * @param mostTogether the most rows of the next request that carries this row; 0 for any number
 * @param refusedIn the request of several rows that was refused; null keeps what is there
 * @param note what a later decision needs to know; null removes what is there
 */
public record RowChange(
    long number,
    RowState state,
    @Nullable String targetId,
    @Nullable String reason,
    int mostTogether,
    @Nullable Long refusedIn,
    @Nullable RowNote note) {
  public RowChange(
      long number,
      RowState state,
      @Nullable String targetId,
      @Nullable String reason,
      int mostTogether,
      @Nullable Long refusedIn) {
    this(number, state, targetId, reason, mostTogether, refusedIn, null);
  }

  /** A row whose number was taken, perhaps by its own earlier request. */
  public static RowChange takenBefore(PlanRow row, String reason) {
    return new RowChange(
        row.number(),
        RowState.UNKNOWN,
        null,
        reason,
        row.mostTogether(),
        null,
        RowNote.TAKEN_BEFORE);
  }

  public static RowChange to(RowState state, PlanRow row, @Nullable String reason) {
    return new RowChange(row.number(), state, null, reason, row.mostTogether(), null);
  }

  public static RowChange done(RowState state, PlanRow row, String targetId) {
    return new RowChange(row.number(), state, targetId, null, row.mostTogether(), null);
  }
}
