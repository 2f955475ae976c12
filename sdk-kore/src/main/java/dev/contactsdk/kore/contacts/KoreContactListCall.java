package dev.contactsdk.kore.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.list.QueryListCall;
import java.util.Iterator;

/**
 * Lists contacts. Kore.ai documents that it answers in pages, not how to ask for one, nor a largest
 * page: {@code page}, {@code skip} and {@code limit} are sent, 100 rows unless set, at most 1000. A
 * server that refuses these parameters is asked without {@code limit}, and for the first page
 * without any query. A server that ignores them makes the iteration fail; it never ends short.
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

  /** All pages, within the run that they are part of. */
  Iterator<Page<KoreContact>> pagesIn(CallScope scope) {
    return pages(scope);
  }
}
