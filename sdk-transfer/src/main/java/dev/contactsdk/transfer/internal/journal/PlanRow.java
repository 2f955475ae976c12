package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import dev.contactsdk.transfer.target.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan, with what became of it.
 *
 * @param cells the source's cells, for the file of refused rows; empty after they were forgotten
 * @param fields what is written; for an update only what changes
 * @param found what the row wants and the contact had already, for an update
 * @param before what the contact had, for an update
 * @param existingId the contact that was there
 * @param targetId the contact that this row created or changed
 * @param mostTogether the most rows of a request that may carry this row; 0 for any number
 * @param attempts how often it was sent
 * @param firstSentAt when it was sent first
 * @param sentAt when it was sent last
 * @param refusedIn the first request of several rows that was refused with this row in it
 * @param note what a later decision needs to know
 * @param origin the row that this one corrects; null if it corrects none
 * @param key what the source calls the person, whatever the number; null if it does not
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
    Map<String, String> found,
    Map<String, String> before,
    @Nullable String existingId,
    @Nullable String targetId,
    int mostTogether,
    int attempts,
    @Nullable Instant firstSentAt,
    @Nullable Instant sentAt,
    @Nullable Long refusedIn,
    @Nullable RowNote note,
    @Nullable Origin origin,
    @Nullable String key) {
  /** A row that is to be sent, or only noted, as the plan finds it in the source. */
  public static PlanRow read(
      long number,
      @Nullable String phone,
      RowState state,
      @Nullable String reason,
      @Nullable String suggestion,
      List<String> cells,
      Map<String, String> fields,
      @Nullable Origin origin) {
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
        Map.of(),
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        origin,
        null);
  }

  /**
   * The row that this one corrects, or this one.
   *
   * @param plan the row's plan
   */
  public Origin originIn(long plan) {
    return origin == null ? new Origin(plan, number) : origin;
  }

  /** Whether the row is an update that gives its contact another number. */
  public boolean changesPhone() {
    return action == RowAction.UPDATE
        && fields.containsKey(Fields.PHONE)
        && !fields.get(Fields.PHONE).equals(before.get(Fields.PHONE));
  }

  /** The row with the values that are sent. */
  public PlanRow withFields(Map<String, String> values) {
    return planned(action, state, reason, suggestion, values, found, before, existingId, note, key);
  }

  /** The row with what the source calls its person. */
  public PlanRow withKey(@Nullable String name) {
    return planned(
        action, state, reason, suggestion, fields, found, before, existingId, note, name);
  }

  /** The row with what a later decision needs to know. */
  public PlanRow withNote(@Nullable RowNote about) {
    return planned(
        action, state, reason, suggestion, fields, found, before, existingId, about, key);
  }

  /** The row as a create of a contact that is not there: what is incomplete cannot be one. */
  public PlanRow created() {
    return note == RowNote.INCOMPLETE
        ? planned(
            RowAction.NONE,
            RowState.REFUSED,
            reason,
            suggestion,
            fields,
            found,
            before,
            existingId,
            null,
            key)
        : this;
  }

  /** The row with what the plan does about a contact that is there. */
  public PlanRow decided(
      RowAction decidedAction,
      RowState decidedState,
      @Nullable String why,
      @Nullable String suggested,
      Map<String, String> changes,
      Map<String, String> foundAlready,
      Map<String, String> had,
      String contactIds) {
    return planned(
        decidedAction,
        decidedState,
        why,
        suggested,
        changes,
        foundAlready,
        had,
        contactIds,
        null,
        key);
  }

  private PlanRow planned(
      RowAction newAction,
      RowState newState,
      @Nullable String newReason,
      @Nullable String newSuggestion,
      Map<String, String> newFields,
      Map<String, String> newFound,
      Map<String, String> newBefore,
      @Nullable String newExistingId,
      @Nullable RowNote newNote,
      @Nullable String newKey) {
    return new PlanRow(
        number,
        phone,
        newAction,
        newState,
        newReason,
        newSuggestion,
        cells,
        newFields,
        newFound,
        newBefore,
        newExistingId,
        targetId,
        mostTogether,
        attempts,
        firstSentAt,
        sentAt,
        refusedIn,
        newNote,
        origin,
        newKey);
  }

  @Override
  public String toString() {
    return "PlanRow[number=" + number + ", state=" + state + "]";
  }
}
