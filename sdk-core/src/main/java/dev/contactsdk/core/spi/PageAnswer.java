package dev.contactsdk.core.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as the server sent it. Values that the server does not report are null.
 *
 * @param items the rows
 * @param offset the number of rows before the page
 * @param page the page's number, from 1
 * @param limit the page size that the server used
 * @param total the total number of rows
 * @param totalPages the total number of pages
 * @param hasMore whether there are more rows
 * @param <T> the rows' type
 */
public record PageAnswer<T>(
    List<T> items,
    @Nullable Long offset,
    @Nullable Long page,
    @Nullable Long limit,
    @Nullable Long total,
    @Nullable Long totalPages,
    @Nullable Boolean hasMore) {
  /**
   * Whether the answer says nothing about further pages.
   *
   * @return true when total, number of pages and "has more" are all missing
   */
  public boolean saysNothing() {
    return total == null && totalPages == null && hasMore == null;
  }

  @Override
  public String toString() {
    return "PageAnswer[" + items.size() + " items, total=" + total + ", hasMore=" + hasMore + "]";
  }
}
