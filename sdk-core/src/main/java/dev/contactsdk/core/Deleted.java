package dev.contactsdk.core;

import dev.contactsdk.core.json.SdkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a delete.
 *
 * @param alreadyGone true when an earlier attempt broke off and the vendor itself answered a later
 *     one that there is nothing to delete any more, which counts as done
 * @param last the deleted thing as the vendor answered it; null when it answered none
 * @param <T> what was deleted
 */
public record Deleted<T>(boolean alreadyGone, @Nullable T last) implements SdkRecord {}
