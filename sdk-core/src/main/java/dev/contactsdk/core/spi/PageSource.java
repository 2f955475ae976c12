package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * Requests the pages of a vendor's list.
 *
 * @param <T> the rows' type
 */
public interface PageSource<T> {
  /**
   * The list operation.
   *
   * @return its name
   */
  String operation();

  /**
   * What restricts the list, such as query parameters. A cursor is valid only for the same filters.
   *
   * @return the same text for the same filters, in every process; empty when there are none
   */
  default String filters() {
    return "";
  }

  /**
   * Requests a page.
   *
   * @param request the page
   * @param scope the run it belongs to
   * @return the server's answer
   */
  ApiResponse<PageAnswer<T>> fetch(PageRequest request, CallScope scope);

  /**
   * Identifies a row.
   *
   * @param item a row
   * @return its id; null when it has none
   */
  @Nullable String id(T item);
}
