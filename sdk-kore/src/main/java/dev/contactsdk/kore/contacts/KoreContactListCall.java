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
 * Lists contacts. Kore.ai documents pages, but neither their parameters nor a maximum size. The
 * call sends {@code page}, {@code skip} and {@code limit}: 100 rows by default, at most 1000. If a
 * server refuses them, it omits {@code limit}, and sends no query for the first page. If a server
 * ignores them, the iteration fails; it never ends early.
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

  /** Reads all pages as part of one run. */
  Iterator<Page<KoreContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
