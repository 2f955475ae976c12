package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import org.jspecify.annotations.Nullable;

/**
 * A row's new state.
 *
 * @param targetId the contact; null keeps what is there
 * @param mostTogether the most rows of the next request that carries this row; 0 for any number
 * @param refusedIn the request of several rows that was refused; null keeps what is there
 */
public record RowChange(
    long number,
    RowState state,
    @Nullable String targetId,
    @Nullable String reason,
    int mostTogether,
    @Nullable Long refusedIn) {
  public static RowChange to(RowState state, PlanRow row, @Nullable String reason) {
    return new RowChange(row.number(), state, null, reason, row.mostTogether(), null);
  }

  public static RowChange done(RowState state, PlanRow row, String targetId) {
    return new RowChange(row.number(), state, targetId, null, row.mostTogether(), null);
  }
}
