package dev.contactsdk.core.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of answers that were not used. Most come again in a page that is; the others are handed out
 * at the end, because they arrived too. Rows without ids are left out: they cannot be told from
 * those that come again.
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

  /** The rows of a page, then those that were set aside and are in no page. */
  List<T> after(List<T> page) {
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
