package dev.contactsdk.kore.lookups;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.core.spi.list.QueryListCall;
import java.util.function.UnaryOperator;

/**
 * A list without filters: groups, queues, skills, roles, and what contact lists and reports hold.
 *
 * @param <T> the type of the rows
 */
@CheckReturnValue
public final class KoreListCall<T> extends QueryListCall<T, KoreListCall<T>> {
  private KoreListCall(State<T> state) {
    super(state);
  }

  /**
   * Created by a resource.
   *
   * @param engine runs the call
   * @param list the operation
   * @param <T> the type of the rows
   * @return the call
   */
  public static <T> KoreListCall<T> of(ApiEngine engine, ListEndpoint<T> list) {
    return of(engine, list, UnaryOperator.identity());
  }

  /**
   * Created by a resource whose operation has an input.
   *
   * @param engine runs the call
   * @param list the operation
   * @param input adds the input to the request
   * @param <T> the type of the rows
   * @return the call
   */
  public static <T> KoreListCall<T> of(
      ApiEngine engine, ListEndpoint<T> list, UnaryOperator<ApiRequest<PageAnswer<T>>> input) {
    State<T> state = State.of(engine, CallOptions.DEFAULT, list);
    return new KoreListCall<>(state.with(input.apply(state.request())));
  }

  @Override
  protected KoreListCall<T> copy(State<T> changed) {
    return new KoreListCall<>(changed);
  }
}
