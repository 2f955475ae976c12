package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PagingStyle;
import dev.contactsdk.core.spi.list.ListEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Truedy is asked for pages. Pages are full, because each request counts against the limit. */
public final class TruedyLists {
  /** The usual page size, which is the largest. */
  public static final Position FULL_PAGES = Position.first(100, 100);

  private TruedyLists() {}

  /** A list that is documented to page by offset. */
  public static <T extends Stored> ListEndpoint<T> byOffset(Endpoint<PageAnswer<T>> endpoint) {
    return new ListEndpoint<>(endpoint, Stored::id, page -> query(page, false), FULL_PAGES);
  }

  /**
   * A list that is documented both ways: both numbers are sent until the server shows its style.
   */
  public static <T extends Stored> ListEndpoint<T> byOffsetOrPage(
      Endpoint<PageAnswer<T>> endpoint) {
    return new ListEndpoint<>(endpoint, Stored::id, TruedyLists::query, FULL_PAGES);
  }

  /** The query of a page, with both numbers until the server has shown its style. */
  public static Map<String, @Nullable Object> query(PageRequest page) {
    return query(page, true);
  }

  private static Map<String, @Nullable Object> query(PageRequest page, boolean maybeByPage) {
    boolean byPage = page.style() == PagingStyle.PAGE && page.page() > 0;
    boolean both = maybeByPage && page.style() == PagingStyle.UNKNOWN && page.page() > 1;
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    query.put("limit", page.limit());
    query.put("offset", byPage ? null : page.offset());
    query.put("page", byPage || both ? page.page() : null);
    return query;
  }
}
