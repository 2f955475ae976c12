package dev.contactsdk.kore;

import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.ApiRequest;
import dev.contactsdk.core.CallOptions;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageAnswer;
import dev.contactsdk.core.paging.PageSource;
import java.util.Iterator;

/**
 * Lists contacts. Kore.ai documents that it answers in pages, not how to ask for one, nor a largest
 * page: {@code page}, {@code skip} and {@code limit} are sent, 100 rows unless set, at most 1000.
 * Where the server ignores them the iteration fails loudly instead of ending short.
 *
 * <p>Source: Kore.ai, "Get All Contacts".
 */
public final class KoreContactListCall extends ListCall<KoreContact, KoreContactListCall> {
  private final ListQuery<KoreContact> query;
  private final ApiRequest<PageAnswer<KoreContact>> request;

  KoreContactListCall(
      ApiEngine engine, ListQuery<KoreContact> query, ApiRequest<PageAnswer<KoreContact>> request) {
    this(engine, CallOptions.DEFAULT, query.first(), query, request);
  }

  private KoreContactListCall(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListQuery<KoreContact> query,
      ApiRequest<PageAnswer<KoreContact>> request) {
    super(engine, options, position);
    this.query = query;
    this.request = request;
  }

  @Override
  protected KoreContactListCall with(CallOptions changed) {
    return new KoreContactListCall(engine(), changed, position(), query, request);
  }

  @Override
  protected KoreContactListCall at(Position changed) {
    return new KoreContactListCall(engine(), options(), changed, query, request);
  }

  @Override
  protected PageSource<KoreContact> source() {
    return query.source(engine(), request);
  }

  /** All pages, within the run that they are part of. */
  Iterator<Page<KoreContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
