package dev.contactsdk.kore.internal;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.paging.ListCall.Position;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.PageQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How Kore.ai is asked for pages. It documents {@code page} for agents and {@code page} with {@code
 * limit} for skills. It documents nothing for the other lists, though they answer in pages. So the
 * first page is asked for as documented, and further ones in both ways, by {@code page} and by
 * {@code skip}.
 */
public final class KoreLists {
  private static final int KORES_OWN_LIMIT = 10;
  private static final int MAX_LIMIT = 1000;
  private static final Position USUAL = Position.first(KORES_OWN_LIMIT, MAX_LIMIT);

  private KoreLists() {}

  /** The limit is sent always. */
  public static <T> ListEndpoint<T> sized(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int limit) {
    return new ListEndpoint<>(
        endpoint,
        idOf,
        page -> query(page, page.page() > 0, page.limit()),
        Position.first(limit, MAX_LIMIT));
  }

  /** The limit is sent only when the caller sets one. */
  public static <T> ListEndpoint<T> numbered(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf) {
    return new ListEndpoint<>(
        endpoint, idOf, page -> query(page, page.page() > 0, unusualLimit(page)), USUAL);
  }

  /** Nothing is sent for the first page unless the caller sets a limit. */
  public static <T> ListEndpoint<T> undocumented(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf) {
    return undocumented(endpoint, idOf, KORES_OWN_LIMIT);
  }

  /** The same for a list whose pages have another size than usual. */
  public static <T> ListEndpoint<T> undocumented(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int ownLimit) {
    return new ListEndpoint<>(
        endpoint,
        idOf,
        page -> query(page, page.page() > 1, page.limit() == ownLimit ? null : page.limit()),
        Position.first(ownLimit, MAX_LIMIT));
  }

  /** By row: {@code offset} and {@code limit} are sent always. */
  public static <T> ListEndpoint<T> byOffset(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, Position first) {
    return new ListEndpoint<>(endpoint, idOf, KoreLists::rows, first);
  }

  private static Map<String, @Nullable Object> rows(PageRequest page) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    query.put("limit", page.limit());
    query.put("offset", page.offset());
    return query;
  }

  /** The page is in the body, and the limit cannot be raised. */
  public static <T> ListEndpoint<T> inBody(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int limit) {
    return new ListEndpoint<>(endpoint, idOf, new PageInBody(), Position.first(limit, limit));
  }

  private record PageInBody() implements PageQuery {
    @Override
    public Map<String, @Nullable Object> of(PageRequest page) {
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      if (page.page() > 0) {
        body.put("page", page.page());
      }
      body.put("limit", page.limit());
      return body;
    }

    @Override
    public <T> ApiRequest<PageAnswer<T>> ask(ApiRequest<PageAnswer<T>> request, PageRequest page) {
      return request.json(of(page));
    }
  }

  /** The limit is sent always, and cannot be raised. */
  public static <T> ListEndpoint<T> capped(
      Endpoint<PageAnswer<T>> endpoint, Function<T, @Nullable String> idOf, int limit) {
    return new ListEndpoint<>(
        endpoint,
        idOf,
        page -> query(page, page.page() > 1, page.limit()),
        Position.first(limit, limit));
  }

  /** An operation of the application's. */
  public static <T> ListEndpoint<T> own(
      Endpoint<PageAnswer<T>> endpoint, Function<? super T, @Nullable String> idOf) {
    return new ListEndpoint<>(
        endpoint, idOf, page -> query(page, page.limit()), Position.first(100, MAX_LIMIT));
  }

  private static @Nullable Integer unusualLimit(PageRequest page) {
    return page.limit() == KORES_OWN_LIMIT ? null : Integer.valueOf(page.limit());
  }

  /**
   * The query of a page in both ways, because a server honours one of them, or both. One that
   * prefers {@code skip} must have it each time, or it would seem to count pages.
   */
  public static Map<String, @Nullable Object> query(PageRequest page, @Nullable Integer limit) {
    return query(page, page.page() > 0, limit);
  }

  private static Map<String, @Nullable Object> query(
      PageRequest page, boolean numbered, @Nullable Integer limit) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    query.put("page", numbered ? page.page() : null);
    boolean isFirst = page.offset() == 0 && page.page() <= 1;
    query.put("skip", isFirst ? null : page.offset());
    query.put("limit", limit);
    return query;
  }
}
