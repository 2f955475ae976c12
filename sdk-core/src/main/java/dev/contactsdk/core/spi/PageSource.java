package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor's list is asked for a page.
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
   * Asks for a page.
   *
   * @param request which page
   * @param scope the run it belongs to
   * @return the server's answer
   */
  ApiResponse<PageAnswer<T>> fetch(PageRequest request, CallScope scope);

  /**
   * What tells one row from another.
   *
   * @param item a row
   * @return its id; null when it has none
   */
  @Nullable String id(T item);
}
