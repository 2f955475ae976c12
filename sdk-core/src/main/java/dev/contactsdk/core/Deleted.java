package dev.contactsdk.core;

import dev.contactsdk.core.json.SdkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a delete.
 *
 * @param alreadyGone true when an earlier attempt failed and the vendor answered a later one that
 *     nothing is left to delete. This counts as success
 * @param last the deleted record as the vendor returned it; null when it returned none
 * @param <T> the deleted record's type
 */
public record Deleted<T>(boolean alreadyGone, @Nullable T last) implements SdkRecord {}
