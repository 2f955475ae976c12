package dev.contactsdk.core.spi.list;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import org.jspecify.annotations.Nullable;

/**
 * A list call whose pages and filters are query parameters.
 *
 * @param <T> the rows' type
 * @param <C> the call's own type
 */
@CheckReturnValue
public abstract class QueryListCall<T, C extends ApiCall<Page<T>>> extends ListCall<T, C> {
  private final State<T> state;

  /**
   * All that a call is made of.
   *
   * @param engine what carries it out
   * @param options its settings
   * @param position where it begins
   * @param list the operation
   * @param request path and filters
   * @param <T> the rows' type
   */
  public record State<T>(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListEndpoint<T> list,
      ApiRequest<PageAnswer<T>> request) {
    /**
     * A call without settings and filters.
     *
     * @param engine what carries it out
     * @param options its settings
     * @param list the operation
     * @param <T> the rows' type
     * @return the state
     */
    public static <T> State<T> of(ApiEngine engine, CallOptions options, ListEndpoint<T> list) {
      return new State<>(engine, options, list.first(), list, ApiRequest.of(list.endpoint()));
    }

    /**
     * The same with another request.
     *
     * @param changed path and filters
     * @return a copy
     */
    public State<T> with(ApiRequest<PageAnswer<T>> changed) {
      return new State<>(engine, options, position, list, changed);
    }

    @Override
    public String toString() {
      return list.endpoint().toString();
    }
  }

  /**
   * Creates a call.
   *
   * @param state what it is made of
   */
  protected QueryListCall(State<T> state) {
    super(state.engine, state.options, state.position);
    this.state = state;
  }

  /**
   * A call of this type.
   *
   * @param changed what it is made of
   * @return a new call
   */
  protected abstract C copy(State<T> changed);

  /**
   * What the call is made of.
   *
   * @return the state
   */
  protected final State<T> state() {
    return state;
  }

  /**
   * This call with a filter.
   *
   * @param name the query parameter; one of the same name is replaced
   * @param value its value as text; null leaves the parameter out
   * @return a changed copy
   */
  protected final C filter(String name, @Nullable Object value) {
    return copy(state.with(state.request.withoutQuery(name).query(name, value)));
  }

  @Override
  protected final C with(CallOptions changed) {
    return copy(new State<>(state.engine, changed, state.position, state.list, state.request));
  }

  @Override
  protected final C at(Position changed) {
    return copy(new State<>(state.engine, state.options, changed, state.list, state.request));
  }

  @Override
  protected PageSource<T> source() {
    return new Source<>(state);
  }

  @Override
  public final String toString() {
    return state.toString();
  }

  private record Source<T>(State<T> state) implements PageSource<T> {
    @Override
    public String operation() {
      return state.list.endpoint().operation();
    }

    @Override
    public String filters() {
      return state.request.filters();
    }

    @Override
    public ApiResponse<PageAnswer<T>> fetch(PageRequest page, CallScope scope) {
      return state.engine.send(state.list.pages().ask(state.request, page), scope);
    }

    @Override
    public @Nullable String id(T item) {
      return state.list.idOf().apply(item);
    }
  }
}
