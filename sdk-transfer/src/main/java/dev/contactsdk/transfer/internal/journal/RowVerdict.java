package dev.contactsdk.transfer.internal.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a contact of a listing says about a row.
 *
 * @param row the row's number
 * @param verdict a word
 * @param field the first field that it is about; null if it is about the row
 */
public record RowVerdict(long row, String verdict, @Nullable String field) {}
