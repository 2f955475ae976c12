package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan, with what became of it.
 *
 * @param cells the source's cells, for the file of refused rows; empty after they were forgotten
 * @param fields what is written; for an update only what changes
 * @param before what the contact had, for an update
 * @param existingId the contact that was there
 * @param targetId the contact that this row created or changed
 * @param mostTogether the most rows of a request that may carry this row; 0 for any number
 * @param attempts how often it was sent
 * @param firstSentAt when it was sent first
 * @param sentAt when it was sent last
 * @param refusedIn the first request of several rows that was refused with this row in it
 */
public record PlanRow(
    long number,
    @Nullable String phone,
    RowAction action,
    RowState state,
    @Nullable String reason,
    @Nullable String suggestion,
    List<String> cells,
    Map<String, String> fields,
    Map<String, String> before,
    @Nullable String existingId,
    @Nullable String targetId,
    int mostTogether,
    int attempts,
    @Nullable Instant firstSentAt,
    @Nullable Instant sentAt,
    @Nullable Long refusedIn) {
  /** A row that is to be sent, or only noted, as the plan finds it in the source. */
  public static PlanRow read(
      long number,
      @Nullable String phone,
      RowState state,
      @Nullable String reason,
      @Nullable String suggestion,
      List<String> cells,
      Map<String, String> fields) {
    return new PlanRow(
        number,
        phone,
        state == RowState.PLANNED ? RowAction.CREATE : RowAction.NONE,
        state,
        reason,
        suggestion,
        cells,
        fields,
        Map.of(),
        null,
        null,
        0,
        0,
        null,
        null,
        null);
  }

  /** The row with what the plan does about a contact that is there. */
  public PlanRow decided(
      RowAction decidedAction,
      RowState decidedState,
      @Nullable String why,
      Map<String, String> changes,
      Map<String, String> had,
      String contactIds) {
    return new PlanRow(
        number,
        phone,
        decidedAction,
        decidedState,
        why,
        suggestion,
        cells,
        changes,
        had,
        contactIds,
        targetId,
        mostTogether,
        attempts,
        firstSentAt,
        sentAt,
        refusedIn);
  }

  @Override
  public String toString() {
    return "PlanRow[number=" + number + ", state=" + state + "]";
  }
}
