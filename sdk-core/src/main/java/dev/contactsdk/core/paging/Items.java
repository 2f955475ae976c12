package dev.contactsdk.core.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Iterates over the rows. Requests a page only when the previous one is used up. */
final class Items<T> implements Iterator<T> {
  private final Pages<T> pages;
  private Iterator<T> page = Collections.emptyIterator();

  Items(Pages<T> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && pages.hasNext()) {
      page = pages.next().items().iterator();
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has ended");
    }
    return page.next();
  }
}
