package dev.contactsdk.core.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of unused answers. Most of them come again in a later page. The rest are handed out at the
 * end. Rows without ids are dropped, because a repeat cannot be recognized.
 */
final class Aside<T> {
  private final Function<T, @Nullable String> idOf;
  private final RowIds handedOut;
  private final List<T> rows = new ArrayList<>();

  Aside(Function<T, @Nullable String> idOf, RowIds handedOut) {
    this.idOf = idOf;
    this.handedOut = handedOut;
  }

  void add(List<T> unused) {
    rows.addAll(unused);
    rows.removeIf(row -> id(row) == RowIds.NONE || handedOut.contains(id(row)));
  }

  private long id(T row) {
    return RowIds.hash(idOf.apply(row));
  }

  /** The rows of a page, followed by the rows set aside that no page contained. */
  List<T> after(List<T> page) {
    if (rows.isEmpty()) {
      return page;
    }
    List<T> all = new ArrayList<>(page);
    RowIds taken = new RowIds();
    page.forEach(row -> taken.add(id(row)));
    for (T row : rows) {
      if (!handedOut.contains(id(row)) && taken.add(id(row))) {
        all.add(row);
      }
    }
    return all;
  }
}
