package dev.contactsdk.core.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the pages. After a failure, the next call requests the same page again, so no row
 * is lost.
 */
final class Pages<T> implements Iterator<Page<T>> {
  private final Function<PageCursor, Page<T>> read;
  private @Nullable PageCursor next;

  Pages(PageCursor start, Function<PageCursor, Page<T>> read) {
    this.next = start;
    this.read = read;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Page<T> next() {
    PageCursor at = next;
    if (at == null) {
      throw new NoSuchElementException("the list has ended");
    }
    Page<T> page = read.apply(at);
    next = page.next();
    return page;
  }
}
