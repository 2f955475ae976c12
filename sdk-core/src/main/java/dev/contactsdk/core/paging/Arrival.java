package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PagingStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** An answer at the place it was asked for, judged row by row. */
final class Arrival<T> {
  private final PageCursor at;
  private final ApiResponse<PageAnswer<T>> response;
  private final PagingStyle style;
  private final boolean steppedBack;
  private final long[] ids;
  private final List<T> fresh;
  private final int repeated;

  /**
   * @param style how the server counts, as far as it has shown by now
   * @param steppedBack whether the place is further back than the list was read
   * @param ids the hashes of the rows' ids
   * @param fresh the rows that were not handed out yet
   * @param repeated how many rows the page itself has twice
   */
  private Arrival(
      PageCursor at,
      ApiResponse<PageAnswer<T>> response,
      PagingStyle style,
      boolean steppedBack,
      long[] ids,
      List<T> fresh,
      int repeated) {
    this.at = at;
    this.response = response;
    this.style = style;
    this.steppedBack = steppedBack;
    this.ids = ids;
    this.fresh = fresh;
    this.repeated = repeated;
  }

  static <T> Arrival<T> of(
      PageCursor at,
      ApiResponse<PageAnswer<T>> response,
      Function<T, @Nullable String> idOf,
      LongPredicate handedOut,
      boolean steppedBack) {
    List<T> items = response.body().items();
    long[] ids = items.stream().mapToLong(item -> RowIds.hash(idOf.apply(item))).toArray();
    int passed = passed(at, ids, steppedBack ? handedOut : at::isAnchor);
    List<T> fresh = new ArrayList<>();
    RowIds inPage = new RowIds();
    int repeated = 0;
    for (int i = 0; i < ids.length; i++) {
      boolean first = inPage.add(ids[i]);
      boolean wasPassed = ids[i] == RowIds.NONE && i < passed;
      repeated += first ? 0 : 1;
      if (first && !wasPassed && !handedOut.test(ids[i])) {
        fresh.add(items.get(i));
      }
    }
    PagingStyle style = shownStyle(at, response.body());
    return new Arrival<>(
        at, response, style, steppedBack, ids, Collections.unmodifiableList(fresh), repeated);
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

  private static PagingStyle shownStyle(PageCursor at, PageAnswer<?> answer) {
    if (answer.page() != null) {
      return PagingStyle.PAGE;
    }
    boolean atRow = answer.offset() != null && answer.offset() == at.request().offset();
    if (atRow != isAtPage(at, answer)) {
      return atRow ? PagingStyle.OFFSET : PagingStyle.PAGE;
    }
    return atRow && at.place().style() == PagingStyle.UNKNOWN
        ? PagingStyle.OFFSET
        : at.place().style();
  }

  private static boolean isAtPage(PageCursor at, PageAnswer<?> answer) {
    long page = at.request().page();
    long size = answer.limit() == null ? at.place().pageRows() : answer.limit();
    return answer.offset() != null && page > 0 && answer.offset() == (page - 1) * size;
  }

  Arrival<T> as(PagingStyle shown) {
    return new Arrival<>(at, response, shown, steppedBack, ids, fresh, repeated);
  }

  PageCursor at() {
    return at;
  }

  ApiResponse<PageAnswer<T>> response() {
    return response;
  }

  PageAnswer<T> answer() {
    return response.body();
  }

  PagingStyle style() {
    return style;
  }

  boolean isSteppedBack() {
    return steppedBack;
  }

  long[] ids() {
    return ids;
  }

  List<T> fresh() {
    return fresh;
  }

  int rows() {
    return ids.length;
  }

  /** Whether no row comes but the one that was asked for once more. */
  boolean bringsNothing() {
    return rows() == 0 || (rows() <= at.overlap() && startsWithAnchor());
  }

  boolean startsWithAnchor() {
    return rows() > 0 && at.isAnchor(ids[0]);
  }

  boolean endsWithAnchor() {
    return rows() > 0 && at.isAnchor(ids[rows() - 1]);
  }

  /** Whether this page's rows follow right after those before the place. */
  boolean continues() {
    return startsWithAnchor() || (style == PagingStyle.PAGE && !steppedBack);
  }

  /** Whether the server says that this is another place than the one it was asked for. */
  boolean isMisplaced() {
    PageRequest asked = at.request();
    Long page = answer().page();
    Long offset = answer().offset();
    boolean otherPage = page != null && asked.page() > 0 && page != asked.page();
    boolean otherRow = offset != null && offset != asked.offset() && !isAtPage(at, answer());
    return otherPage || otherRow;
  }

  /** A row that moved to the next page; where pages have one row only, it says nothing more. */
  boolean isSingleRowInPlace() {
    return rows() == 1 && ((tellsPlace() && !isMisplaced()) || !endsWithAnchor());
  }

  private boolean tellsPlace() {
    return answer().page() != null || answer().offset() != null;
  }

  /**
   * Whether this page, which was asked for further back, shows that the server does not count rows
   * as it seemed to.
   */
  boolean contradicts(Arrival<T> page) {
    return page.style == PagingStyle.OFFSET && !page.tellsPlace() && startsLike(page);
  }

  /** By how much the server's total grew since the page before; 0 when it says no total. */
  long growth() {
    Long before = at.place().total();
    Long now = answer().total();
    return before == null || now == null ? 0 : now - before;
  }

  /** Whether both start with the same row, or have none. */
  boolean startsLike(Arrival<T> other) {
    boolean bothEmpty = rows() == 0 && other.rows() == 0;
    return bothEmpty || (rows() > 0 && other.rows() > 0 && ids[0] == other.ids[0]);
  }

  /**
   * Whether this page, which was asked for further back, and the other overlap as they should: then
   * the server counts rows.
   */
  boolean isFollowedBy(Arrival<T> other) {
    int distance = (int) (other.at.place().offset() - at.place().offset());
    return rows() > distance
        ? other.rows() > 0 && ids[distance] == other.ids[0]
        : other.rows() == 0 && rows() > 0;
  }

  /** How many rows the server has up to the end of this page. */
  long passed() {
    return at.place().passed() + (bringsNothing() ? 0 : rows() - repeated - overlap());
  }

  /**
   * Where the next page starts: by the rows that came, because a server may lower the page size.
   * After an empty page this is a guess.
   */
  long nextOffset() {
    long start = at.place().offset() - overlap();
    return start + (bringsNothing() ? overlap() + fullPage() : rows());
  }

  /** Up to which row the list was gone through, holes included. */
  long reached() {
    return style == PagingStyle.OFFSET ? at.request().offset() + rows() : passed();
  }

  boolean hasNoIds() {
    return rows() > 0 && Arrays.stream(ids).allMatch(id -> id == RowIds.NONE);
  }

  /** Stands for the page's rows, in any order. */
  long fingerprint() {
    return RowIds.hashOfAll(
        hasNoIds() ? answer().items().stream().mapToLong(Object::hashCode).toArray() : ids);
  }

  private int overlap() {
    return style == PagingStyle.OFFSET ? at.overlap() : 0;
  }

  /** The size of a full page, as far as it is known. */
  int fullPage() {
    Long said = answer().limit();
    long known = said == null ? at.place().pageRows() : said;
    return known > 0 ? (int) Math.min(known, at.place().limit()) : at.place().limit();
  }
}
