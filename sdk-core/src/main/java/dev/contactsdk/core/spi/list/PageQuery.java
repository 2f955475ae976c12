package dev.contactsdk.core.spi.list;

import dev.contactsdk.core.spi.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a vendor is asked for a page. */
@FunctionalInterface
public interface PageQuery {
  /**
   * The query parameters of a page.
   *
   * @param page the page
   * @return names and values; null leaves a parameter out
   */
  Map<String, @Nullable Object> of(PageRequest page);
}
