package dev.contactsdk.transfer.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be sent.
 *
 * @param field the field; null if it is the row as a whole
 * @param reason what is wrong, without the value
 * @param suggestion what to do; null if there is nothing to suggest
 * @param onlyForCreate whether it prevents only a create: an update of a contact that is there can
 *     be sent
 */
public record Problem(
    @Nullable String field, String reason, @Nullable String suggestion, boolean onlyForCreate) {
  /**
   * A problem that prevents a create and an update.
   *
   * @param field the field; null if it is the row as a whole
   * @param reason what is wrong, without the value
   * @param suggestion what to do; null if there is nothing to suggest
   */
  public Problem(@Nullable String field, String reason, @Nullable String suggestion) {
    this(field, reason, suggestion, false);
  }
}
