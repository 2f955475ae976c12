package dev.contactsdk.kore.internal;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list operation and its paging parameters. Kore.ai documents {@code page} for agents, {@code
 * page} with {@code limit} for skills, and nothing for the others, although they return pages. So
 * the first page is requested as documented, and later ones with both {@code page} and {@code
 * skip}.
 */
public record ListQuery<T>(
    Endpoint<PageAnswer<T>> endpoint,
    Function<T, @Nullable String> idOf,
    boolean firstPageIsNumbered,
    boolean limitIsUsual,
    Position first) {
  private static final int KORES_OWN_LIMIT = 10;
  private static final int MAX_LIMIT = 1000;

  /** The limit is always sent. */
  public static <T> ListQuery<T> sized(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int limit) {
    return new ListQuery<>(endpoint, idOf, true, true, Position.first(limit, MAX_LIMIT));
  }

  /** The limit is sent only when the caller sets one. */
  public static <T> ListQuery<T> numbered(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf) {
    return new ListQuery<>(endpoint, idOf, true, false, Position.first(KORES_OWN_LIMIT, MAX_LIMIT));
  }

  /** Nothing is sent for the first page unless the caller sets a limit. */
  public static <T> ListQuery<T> undocumented(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf) {
    return new ListQuery<>(
        endpoint, idOf, false, false, Position.first(KORES_OWN_LIMIT, MAX_LIMIT));
  }

  /** The limit is always sent and cannot be raised. */
  public static <T> ListQuery<T> capped(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int limit) {
    return new ListQuery<>(endpoint, idOf, false, true, Position.first(limit, limit));
  }

  public ApiRequest<PageAnswer<T>> request() {
    return ApiRequest.of(endpoint);
  }

  public PageSource<T> source(ApiEngine engine, ApiRequest<PageAnswer<T>> request) {
    return new PageSource<>() {
      @Override
      public String operation() {
        return endpoint.operation();
      }

      @Override
      public ApiResponse<PageAnswer<T>> fetch(PageRequest page, CallScope scope) {
        return engine.send(at(request, page), scope);
      }

      @Override
      public @Nullable String id(T item) {
        return idOf.apply(item);
      }
    };
  }

  private ApiRequest<PageAnswer<T>> at(ApiRequest<PageAnswer<T>> request, PageRequest page) {
    boolean sized = limitIsUsual || page.limit() != KORES_OWN_LIMIT;
    return at(request, page, sized ? page.limit() : null);
  }

  public ApiRequest<PageAnswer<T>> at(
      ApiRequest<PageAnswer<T>> request, PageRequest page, @Nullable Integer limit) {
    boolean numbered = page.page() > 1 || (page.page() == 1 && firstPageIsNumbered);
    return request
        .query("page", numbered ? page.page() : null)
        .query("skip", page.offset() > 0 ? page.offset() : null)
        .query("limit", limit);
  }
}
