package dev.contactsdk.core.spi.list;

import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a vendor is asked for a page. */
@FunctionalInterface
public interface PageQuery {
  /**
   * The parameters of a page.
   *
   * @param page the page
   * @return names and values; null leaves a parameter out
   */
  Map<String, @Nullable Object> of(PageRequest page);

  /**
   * Adds a page to a request: to its query, unless a vendor expects pages elsewhere.
   *
   * @param request path and filters
   * @param page the page
   * @param <T> the rows' type
   * @return the complete request
   */
  default <T> ApiRequest<PageAnswer<T>> ask(ApiRequest<PageAnswer<T>> request, PageRequest page) {
    return request.query(of(page));
  }
}
