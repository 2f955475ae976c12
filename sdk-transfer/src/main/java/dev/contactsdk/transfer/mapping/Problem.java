package dev.contactsdk.transfer.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be sent.
 *
 * @param field the field; null if it is the row as a whole
 * @param reason what is wrong, without the value
 * @param suggestion what to do; null if there is nothing to suggest
 */
public record Problem(@Nullable String field, String reason, @Nullable String suggestion) {}
