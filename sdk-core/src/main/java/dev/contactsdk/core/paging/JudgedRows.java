package dev.contactsdk.core.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The rows of an answer, split into new ones and ones handed out before. */
final class JudgedRows<T> {
  private final long[] ids;
  private final long[] keys;
  private final List<T> fresh;
  private final int repeated;

  private JudgedRows(long[] ids, long[] keys, List<T> fresh, int repeated) {
    this.ids = ids;
    this.keys = keys;
    this.fresh = fresh;
    this.repeated = repeated;
  }

  /**
   * Judges rows. A row without an id counts as new, unless an identical page came before. Rows of
   * one page that share an id but differ otherwise are different rows.
   *
   * @param knownAtHead which ids show that the rows up to that one were passed
   */
  static <T> JudgedRows<T> of(
      Answered answered,
      List<T> items,
      Function<T, @Nullable String> idOf,
      LongPredicate handedOut,
      LongPredicate knownAtHead) {
    long[] ids = ids(items, idOf);
    long[] keys = keys(items, ids);
    boolean isAgain = handedOut.test(RowIds.hashOfAll(keys)) && !areFurther(keys, answered);
    int passed = isAgain ? ids.length : passed(answered.at(), ids, knownAtHead);
    Set<T> withId = hasTwins(ids) ? new HashSet<>() : null;
    if (withId == null && isAllFresh(ids, passed, handedOut)) {
      return new JudgedRows<>(ids, keys, items, 0);
    }
    List<T> fresh = new ArrayList<>(ids.length);
    int repeated = 0;
    for (int i = 0; i < ids.length; i++) {
      if (withId != null && ids[i] != RowIds.NONE && !withId.add(items.get(i))) {
        repeated++;
      } else if (isFresh(ids, i, passed, handedOut)) {
        fresh.add(items.get(i));
      }
    }
    return new JudgedRows<>(ids, keys, Collections.unmodifiableList(fresh), repeated);
  }

  /** Nearly every page is, and then needs no second list. */
  private static boolean isAllFresh(long[] ids, int passed, LongPredicate handedOut) {
    for (int i = 0; i < ids.length; i++) {
      if (!isFresh(ids, i, passed, handedOut)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFresh(long[] ids, int row, int passed, LongPredicate handedOut) {
    boolean isNamed = ids[row] != RowIds.NONE;
    return (isNamed || row >= passed) && !handedOut.test(ids[row]);
  }

  private static <T> long[] ids(List<T> items, Function<T, @Nullable String> idOf) {
    long[] ids = new long[items.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = RowIds.hash(idOf.apply(items.get(i)));
    }
    return ids;
  }

  /** Comparing whole rows takes time and memory, and rows with different ids are different. */
  private static boolean hasTwins(long[] ids) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1] && sorted[i] != RowIds.NONE) {
        return true;
      }
    }
    return false;
  }

  private static long[] keys(List<?> items, long[] ids) {
    long[] keys = ids;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == RowIds.NONE) {
        keys = keys == ids ? ids.clone() : keys;
        keys[i] = RowIds.hashOfContent(items.get(i));
      }
    }
    return keys;
  }

  /** All rows may look alike, such as unreadable ones. Further rows then look the same. */
  private static boolean areFurther(long[] keys, Answered answered) {
    return Arrays.stream(keys).distinct().count() == 1 && answered.countsRowsAsFurther();
  }

  /**
   * The number of leading rows that were passed before: those up to the last known one, and those
   * without ids after the anchor.
   */
  private static int passed(PageCursor at, long[] ids, LongPredicate known) {
    int last = ids.length - 1;
    while (last >= 0 && (ids[last] == RowIds.NONE || !known.test(ids[last]))) {
      last--;
    }
    return last >= 0 && at.isAnchor(ids[last]) ? last + at.overlap() : last;
  }

  /** The hashes of the rows' ids. */
  long[] ids() {
    return ids;
  }

  /** A hash of the row's id, or of its content if it has none. */
  long key(int row) {
    return keys[row];
  }

  /** The rows not handed out yet. */
  List<T> fresh() {
    return fresh;
  }

  /** The number of identical duplicates within the page. */
  int repeated() {
    return repeated;
  }

  /** A hash of all rows, in any order. */
  long fingerprint() {
    return RowIds.hashOfAll(keys);
  }
}
