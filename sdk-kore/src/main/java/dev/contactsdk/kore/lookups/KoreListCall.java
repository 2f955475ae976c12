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
 * Lists groups, queues, skills or roles.
 *
 * @param <T> the type of the rows
 */
@CheckReturnValue
public final class KoreListCall<T> extends QueryListCall<T, KoreListCall<T>> {
  private KoreListCall(State<T> state) {
    super(state);
  }

  static <T> KoreListCall<T> of(ApiEngine engine, ListEndpoint<T> list) {
    return of(engine, list, UnaryOperator.identity());
  }

  static <T> KoreListCall<T> of(
      ApiEngine engine, ListEndpoint<T> list, UnaryOperator<ApiRequest<PageAnswer<T>>> input) {
    State<T> state = State.of(engine, CallOptions.DEFAULT, list);
    return new KoreListCall<>(state.with(input.apply(state.request())));
  }

  @Override
  protected KoreListCall<T> copy(State<T> changed) {
    return new KoreListCall<>(changed);
  }
}
