package dev.contactsdk.core.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists any endpoint, including ones that the SDK does not model, page by page like the vendor's
 * other lists.
 *
 * @param <T> the rows' type
 */
@CheckReturnValue
public final class EndpointListCall<T> extends ListCall<T, EndpointListCall<T>> {
  private final Source<T> source;

  /** The query that requests a page from a vendor. */
  @FunctionalInterface
  public interface PageQuery {
    /**
     * The query parameters of a page.
     *
     * @param page the page
     * @return names and values; null omits a parameter
     */
    Map<String, @Nullable Object> of(PageRequest page);
  }

  /**
   * Creates a call.
   *
   * @param engine the client's engine
   * @param endpoint the list
   * @param idOf reads the id of a row; null for a row without an id
   * @param pages the query that requests a page
   * @param first the default and largest page size
   */
  public EndpointListCall(
      ApiEngine engine,
      Endpoint<PageAnswer<T>> endpoint,
      Function<? super T, @Nullable String> idOf,
      PageQuery pages,
      Position first) {
    this(
        engine,
        CallOptions.DEFAULT,
        first,
        new Source<>(
            engine,
            InvalidRequestException.refuseNull("list", "the endpoint", endpoint),
            ApiRequest.of(endpoint),
            InvalidRequestException.refuseNull(endpoint.operation(), "idOf", idOf),
            pages));
  }

  private EndpointListCall(
      ApiEngine engine, CallOptions options, Position position, Source<T> source) {
    super(engine, options, position);
    this.source = source;
  }

  /**
   * Sets a placeholder of the path. The client sets those it knows.
   *
   * @param name the placeholder's name
   * @param value its value; not blank, without path separators; percent-encoded when sent
   * @return a changed copy
   */
  public EndpointListCall<T> path(String name, String value) {
    InvalidRequestException.refuseNull(source.operation(), "name of a path parameter", name);
    InvalidRequestException.refuseNull(source.operation(), "path parameter " + name, value);
    return with(source.request.path(name, value));
  }

  /**
   * Adds a query parameter, such as a filter.
   *
   * @param name its name
   * @param value its value, converted to text; null omits the parameter
   * @return a changed copy
   */
  public EndpointListCall<T> query(String name, @Nullable Object value) {
    return with(source.request.query(name, value));
  }

  private EndpointListCall<T> with(ApiRequest<PageAnswer<T>> changed) {
    return new EndpointListCall<>(engine(), options(), position(), source.with(changed));
  }

  @Override
  protected EndpointListCall<T> with(CallOptions changed) {
    return new EndpointListCall<>(engine(), changed, position(), source);
  }

  @Override
  protected EndpointListCall<T> at(Position changed) {
    return new EndpointListCall<>(engine(), options(), changed, source);
  }

  @Override
  protected PageSource<T> source() {
    return source;
  }

  @Override
  public String toString() {
    return source.endpoint.toString();
  }

  private record Source<T>(
      ApiEngine engine,
      Endpoint<PageAnswer<T>> endpoint,
      ApiRequest<PageAnswer<T>> request,
      Function<? super T, @Nullable String> idOf,
      PageQuery pages)
      implements PageSource<T> {
    Source<T> with(ApiRequest<PageAnswer<T>> changed) {
      return new Source<>(engine, endpoint, changed, idOf, pages);
    }

    @Override
    public String operation() {
      return endpoint.operation();
    }

    @Override
    public ApiResponse<PageAnswer<T>> fetch(PageRequest page, CallScope scope) {
      ApiRequest<PageAnswer<T>> asked = request;
      for (Map.Entry<String, @Nullable Object> parameter : pages.of(page).entrySet()) {
        asked = asked.query(parameter.getKey(), parameter.getValue());
      }
      return engine.send(asked, scope);
    }

    @Override
    public @Nullable String id(T item) {
      return idOf.apply(item);
    }
  }
}
