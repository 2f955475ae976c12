package dev.contactsdk.core.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall;
import org.jspecify.annotations.Nullable;

/**
 * Lists any endpoint, also one that the SDK does not model, page by page as the vendor's other
 * lists.
 *
 * @param <T> the rows' type
 */
@CheckReturnValue
public final class EndpointListCall<T> extends QueryListCall<T, EndpointListCall<T>> {
  private EndpointListCall(State<T> state) {
    super(state);
  }

  /**
   * A call of a list. Applications get it from a vendor's client.
   *
   * @param engine the client's engine
   * @param list the operation; its endpoint and its ids must not be null
   * @param <T> the rows' type
   * @return the call, ready to be given its input
   */
  public static <T> EndpointListCall<T> of(ApiEngine engine, ListEndpoint<T> list) {
    InvalidRequestException.refuseNull("list", "the endpoint", list.endpoint());
    InvalidRequestException.refuseNull(list.endpoint().operation(), "idOf", list.idOf());
    return new EndpointListCall<>(State.of(engine, CallOptions.DEFAULT, list));
  }

  /**
   * Fills a placeholder of the path. Those that the client knows need not be filled.
   *
   * @param name the placeholder's name
   * @param value its value; not blank, without path separators; percent-encoded when it is sent
   * @return a changed copy
   */
  public EndpointListCall<T> path(String name, String value) {
    String operation = source().operation();
    InvalidRequestException.refuseNull(operation, "name of a path parameter", name);
    InvalidRequestException.refuseNull(operation, "path parameter " + name, value);
    return copy(state().with(state().request().path(name, value)));
  }

  /**
   * Adds a query parameter, such as a filter.
   *
   * @param name its name
   * @param value its value as text; null leaves the parameter out
   * @return a changed copy
   */
  public EndpointListCall<T> query(String name, @Nullable Object value) {
    return copy(state().with(state().request().query(name, value)));
  }

  @Override
  protected EndpointListCall<T> copy(State<T> changed) {
    return new EndpointListCall<>(changed);
  }
}
