package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.PagingStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests pages in the style of the server's first answer. Truedy documents both {@code offset}
 * and {@code page} for contacts, so both are sent until the server shows its style. The first page
 * needs no number.
 */
public record PageQuery<T>(
    ApiEngine engine,
    Endpoint<PageAnswer<T>> endpoint,
    boolean maybeByPage,
    Map<String, String> filters,
    Function<T, @Nullable String> idOf)
    implements PageSource<T> {
  /** The largest page, because each page counts against the limit. */
  public static final Position START = Position.first(100, 100);

  public static Map<String, String> with(Map<String, String> filters, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(filters);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }

  @Override
  public String operation() {
    return endpoint.operation();
  }

  @Override
  public ApiResponse<PageAnswer<T>> fetch(PageRequest wanted, CallScope scope) {
    ApiRequest<PageAnswer<T>> request = ApiRequest.of(endpoint);
    for (Map.Entry<String, String> filter : filters.entrySet()) {
      request = request.query(filter.getKey(), filter.getValue());
    }
    request = request.query("limit", wanted.limit());
    return engine.send(place(request, wanted), scope);
  }

  private ApiRequest<PageAnswer<T>> place(ApiRequest<PageAnswer<T>> request, PageRequest wanted) {
    if (wanted.style() == PagingStyle.PAGE && wanted.page() > 0) {
      return request.query("page", wanted.page());
    }
    boolean both = maybeByPage && wanted.style() == PagingStyle.UNKNOWN && wanted.page() > 1;
    return request.query("offset", wanted.offset()).query("page", both ? wanted.page() : null);
  }

  @Override
  public @Nullable String id(T item) {
    return idOf.apply(item);
  }

  @Override
  public String toString() {
    return "PageQuery[" + endpoint + ", " + filters.keySet() + "]";
  }
}
