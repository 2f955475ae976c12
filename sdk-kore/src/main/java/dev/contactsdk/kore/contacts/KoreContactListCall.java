package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.kore.internal.ListQuery;
import java.util.Iterator;

/**
 * Lists contacts. Kore.ai documents that it answers in pages, not how to ask for one, nor a largest
 * page: {@code page}, {@code skip} and {@code limit} are sent, 100 rows unless set, at most 1000. A
 * server that refuses these parameters is asked without {@code limit}, and for the first page
 * without any query. A server that ignores them makes the iteration fail; it never ends short.
 *
 * <p>Source: Kore.ai, "Get All Contacts".
 */
public final class KoreContactListCall extends ListCall<KoreContact, KoreContactListCall> {
  private final ListQuery<KoreContact> query;
  private final ContactPages.Taken taken;

  KoreContactListCall(ApiEngine engine, ListQuery<KoreContact> query) {
    this(engine, CallOptions.DEFAULT, query.first(), query, new ContactPages.Taken());
  }

  private KoreContactListCall(
      ApiEngine engine,
      CallOptions options,
      Position position,
      ListQuery<KoreContact> query,
      ContactPages.Taken taken) {
    super(engine, options, position);
    this.query = query;
    this.taken = taken;
  }

  @Override
  protected KoreContactListCall with(CallOptions changed) {
    return new KoreContactListCall(engine(), changed, position(), query, taken);
  }

  @Override
  protected KoreContactListCall at(Position changed) {
    return new KoreContactListCall(engine(), options(), changed, query, taken);
  }

  @Override
  protected PageSource<KoreContact> source() {
    return new ContactPages(engine(), query, taken);
  }

  /** All pages, within the run that they are part of. */
  Iterator<Page<KoreContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
