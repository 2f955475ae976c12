package dev.contactsdk.core.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as the server answered it. What the server does not say is null.
 *
 * @param items the rows
 * @param offset the number of rows before them
 * @param page the page's number, from 1
 * @param limit the page size that was used
 * @param total the number of rows in all
 * @param totalPages the number of pages in all
 * @param hasMore whether there are more
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
   * Whether the answer tells nothing about further pages.
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
