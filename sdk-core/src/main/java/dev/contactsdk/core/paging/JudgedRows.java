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

/** The rows of an answer: which of them were handed out before, and which are new. */
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
   * Judges rows. One without an id is handed out where it comes, except in a page that came before
   * just so. Rows of one page that share an id and differ otherwise are different rows.
   *
   * @param knownAtHead which ids show that the rows up to there were passed
   */
  static <T> JudgedRows<T> of(
      Answered answered,
      List<T> items,
      Function<T, @Nullable String> idOf,
      LongPredicate handedOut,
      LongPredicate knownAtHead) {
    long[] ids = items.stream().mapToLong(item -> RowIds.hash(idOf.apply(item))).toArray();
    long[] keys = keys(items, ids);
    boolean isAgain = handedOut.test(RowIds.hashOfAll(keys)) && !areFurther(keys, answered);
    int passed = isAgain ? ids.length : passed(answered.at(), ids, knownAtHead);
    List<T> fresh = new ArrayList<>();
    Set<T> withId = new HashSet<>();
    int repeated = 0;
    for (int i = 0; i < ids.length; i++) {
      boolean isNamed = ids[i] != RowIds.NONE;
      if (isNamed && !withId.add(items.get(i))) {
        repeated++;
      } else if ((isNamed || i >= passed) && !handedOut.test(ids[i])) {
        fresh.add(items.get(i));
      }
    }
    return new JudgedRows<>(ids, keys, Collections.unmodifiableList(fresh), repeated);
  }

  private static long[] keys(List<?> items, long[] ids) {
    long[] keys = ids.clone();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ids[i] == RowIds.NONE ? RowIds.hashOfContent(items.get(i)) : ids[i];
    }
    return keys;
  }

  /** Rows may all be alike, as those that cannot be read; then others look like them. */
  private static boolean areFurther(long[] keys, Answered answered) {
    return Arrays.stream(keys).distinct().count() == 1 && answered.countsRowsAsFurther();
  }

  /**
   * How many rows at the head were passed before: those up to the last that is known, and those
   * without ids that follow the anchor.
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

  /** Stands for a row: its id, or else its content. */
  long key(int row) {
    return keys[row];
  }

  /** The rows that were not handed out yet. */
  List<T> fresh() {
    return fresh;
  }

  /** How many rows the page itself has twice, alike in all they hold. */
  int repeated() {
    return repeated;
  }

  /** Stands for all the rows, in any order. */
  long fingerprint() {
    return RowIds.hashOfAll(keys);
  }
}
