package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.kore.internal.ListQuery;

/**
 * Lists groups, queues, skills or roles.
 *
 * @param <T> the type of the rows
 */
public final class KoreListCall<T> extends ListCall<T, KoreListCall<T>> {
  private final ListQuery<T> query;
  private final ApiRequest<PageAnswer<T>> request;

  KoreListCall(ApiEngine engine, ListQuery<T> query, ApiRequest<PageAnswer<T>> request) {
    this(engine, CallOptions.DEFAULT, query.first(), query, request);
  }

  private KoreListCall(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListQuery<T> query,
      ApiRequest<PageAnswer<T>> request) {
    super(engine, options, position);
    this.query = query;
    this.request = request;
  }

  @Override
  protected KoreListCall<T> with(CallOptions changed) {
    return new KoreListCall<>(engine(), changed, position(), query, request);
  }

  @Override
  protected KoreListCall<T> at(Position changed) {
    return new KoreListCall<>(engine(), options(), changed, query, request);
  }

  @Override
  protected PageSource<T> source() {
    return query.source(engine(), request);
  }
}
