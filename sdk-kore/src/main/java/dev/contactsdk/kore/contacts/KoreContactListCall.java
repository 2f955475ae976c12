package dev.contactsdk.kore.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.list.QueryListCall;
import java.util.Iterator;

/**
 * Lists contacts. Kore.ai documents pages, but neither their parameters nor a maximum size. The
 * call sends {@code page}, {@code skip} and {@code limit}: 100 rows by default, at most 1000. If a
 * server refuses them, it omits {@code limit}, and sends no query for the first page. If a server
 * ignores them, the iteration fails; it never ends early.
 *
 * <p>Source: Kore.ai, "Get All Contacts".
 */
@CheckReturnValue
public final class KoreContactListCall extends QueryListCall<KoreContact, KoreContactListCall> {
  private final ContactPages.Taken taken;

  KoreContactListCall(State<KoreContact> state) {
    this(state, new ContactPages.Taken());
  }

  private KoreContactListCall(State<KoreContact> state, ContactPages.Taken taken) {
    super(state);
    this.taken = taken;
  }

  @Override
  protected KoreContactListCall copy(State<KoreContact> changed) {
    return new KoreContactListCall(changed, taken);
  }

  @Override
  protected PageSource<KoreContact> source() {
    return new ContactPages(engine(), state().list().endpoint(), taken);
  }

  /** Reads all pages as part of one run. */
  Iterator<Page<KoreContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
