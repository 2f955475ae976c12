package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row. Without personal data.
 *
 * @param number the row's number in the source
 * @param action what the plan wants
 * @param state what became of it
 * @param reason why; null if the state says it all
 * @param suggestion what to do; null if there is nothing to suggest
 * @param existingId the contact that had the number when the plan was made; several are separated
 *     by commas, at most ten; null if there was none
 * @param targetId the contact that was created or changed; null if none is proved
 */
public record Row(
    long number,
    RowAction action,
    RowState state,
    @Nullable String reason,
    @Nullable String suggestion,
    @Nullable String existingId,
    @Nullable String targetId) {
  static Row of(PlanRow row) {
    return new Row(
        row.number(),
        row.action(),
        row.state(),
        row.reason(),
        row.suggestion(),
        row.existingId(),
        row.targetId());
  }
}
