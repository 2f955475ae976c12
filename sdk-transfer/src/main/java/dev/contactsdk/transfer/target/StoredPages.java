package dev.contactsdk.transfer.target;

import dev.contactsdk.core.paging.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's pages as a target's. After a failure the next call asks for the failed page again.
 *
 * @param <T> the vendor's contacts
 */
final class StoredPages<T> implements Iterator<StoredPage> {
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
  StoredPages(
      Iterator<Page<T>> pages,
      Function<T, @Nullable String> id,
      Function<T, @Nullable Stored> stored) {
    this.pages = pages;
    this.id = id;
    this.stored = stored;
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
