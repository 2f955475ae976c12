package dev.contactsdk.core.spi.list;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.PageAnswer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation that lists. Made once and kept as a constant.
 *
 * @param endpoint the operation
 * @param idOf what tells one row from another; null for a row without an id
 * @param pages how the vendor is asked for a page
 * @param first the usual page size and the largest
 * @param <T> the rows' type
 */
public record ListEndpoint<T>(
    Endpoint<PageAnswer<T>> endpoint,
    Function<? super T, @Nullable String> idOf,
    PageQuery pages,
    Position first) {}
