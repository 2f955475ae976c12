package dev.contactsdk.transfer.target;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactListCall;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactListCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a vendor, page by page. After a failure the next call asks for the failed page
 * again.
 *
 * @param <T> the vendor's contacts
 */
public final class StoredPages<T> implements Iterator<StoredPage> {
  private final Iterator<Page<T>> pages;
  private final Function<T, @Nullable String> id;
  private final Function<T, @Nullable Stored> stored;

  /**
   * Wraps pages.
   *
   * @param pages the vendor's pages
   * @param id a row's id; null if the row could not be read
   * @param stored a readable row; null if it is deleted
   */
  private StoredPages(
      Iterator<Page<T>> pages,
      Function<T, @Nullable String> id,
      Function<T, @Nullable Stored> stored) {
    this.pages = pages;
    this.id = id;
    this.stored = stored;
  }

  /**
   * The contacts of Kore.ai, without deleted ones.
   *
   * @param list the call that lists them
   * @return their pages
   */
  public static Iterator<StoredPage> of(KoreContactListCall list) {
    return new StoredPages<>(list.pages().iterator(), KoreContact::id, KoreStored::of);
  }

  /**
   * The contacts of Truedy.
   *
   * @param list the call that lists them
   * @return their pages
   */
  public static Iterator<StoredPage> of(TruedyContactListCall list) {
    return new StoredPages<>(list.pages().iterator(), TruedyContact::id, TruedyStored::of);
  }

  @Override
  public boolean hasNext() {
    return pages.hasNext();
  }

  @Override
  public StoredPage next() {
    Page<T> page = pages.next();
    List<Stored> contacts = new ArrayList<>(page.items().size());
    int unreadable = 0;
    for (T row : page.items()) {
      String known = id.apply(row);
      if (known == null || known.isBlank()) {
        unreadable++;
        continue;
      }
      Stored contact = stored.apply(row);
      if (contact != null) {
        contacts.add(contact);
      }
    }
    return new StoredPage(contacts, unreadable, page.total());
  }
}
