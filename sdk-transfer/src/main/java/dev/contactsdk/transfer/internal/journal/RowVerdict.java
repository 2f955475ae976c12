package dev.contactsdk.transfer.internal.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a listing says about a row.
 *
 * @param verdict a word
 * @param field the first field that it is about; null if it is about the row
 */
public record RowVerdict(String verdict, @Nullable String field) {}
