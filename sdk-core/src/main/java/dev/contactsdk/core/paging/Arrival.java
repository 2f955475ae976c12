package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PagingStyle;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** An answer with its requested place, checked row by row. */
final class Arrival<T> {
  private final PageCursor at;
  private final ApiResponse<PageAnswer<T>> response;
  private final PagingStyle style;
  private final boolean steppedBack;
  private final Answered answered;
  private final JudgedRows<T> rows;

  /**
   * @param style how the server counts, as far as known
   * @param steppedBack whether the place lies before the point that reading has reached
   */
  private Arrival(
      PageCursor at,
      ApiResponse<PageAnswer<T>> response,
      PagingStyle style,
      boolean steppedBack,
      JudgedRows<T> rows) {
    this.at = at;
    this.response = response;
    this.style = style;
    this.steppedBack = steppedBack;
    this.answered = new Answered(at, response.body());
    this.rows = rows;
  }

  static <T> Arrival<T> of(
      PageCursor at,
      ApiResponse<PageAnswer<T>> response,
      Function<T, @Nullable String> idOf,
      LongPredicate handedOut,
      boolean steppedBack) {
    Answered answered = new Answered(at, response.body());
    LongPredicate known = steppedBack ? handedOut : at::isAnchor;
    JudgedRows<T> rows = JudgedRows.of(answered, response.body().items(), idOf, handedOut, known);
    return new Arrival<>(at, response, answered.shownStyle(), steppedBack, rows);
  }

  Arrival<T> as(PagingStyle shown) {
    return new Arrival<>(at, response, shown, steppedBack, rows);
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
    return rows.ids();
  }

  List<T> fresh() {
    return rows.fresh();
  }

  int rows() {
    return rows.ids().length;
  }

  /** Whether the page has no rows except those requested again. */
  boolean bringsNothing() {
    return rows() == 0 || (rows() <= at.overlap() && startsWithAnchor());
  }

  boolean startsWithAnchor() {
    return rows() > 0 && at.isAnchor(ids()[0]);
  }

  boolean endsWithAnchor() {
    return rows() > 0 && at.isAnchor(ids()[rows() - 1]);
  }

  /** Whether this page's rows directly follow the rows before the place. */
  boolean continues() {
    return startsWithAnchor() || (style == PagingStyle.PAGE && !steppedBack);
  }

  /** Whether the server reports a place at all. */
  boolean tellsPlace() {
    return answered.tellsPlace();
  }

  /** Whether the server reports another place than the one requested. */
  boolean isMisplaced() {
    return answered.isMisplaced();
  }

  /** One row that moved to the next page. With one row per page, it proves nothing else. */
  boolean isSingleRowInPlace() {
    boolean isInPlace = tellsPlace() && !isMisplaced();
    return rows() == 1 && ids()[0] != RowIds.NONE && (isInPlace || !endsWithAnchor());
  }

  /**
   * Whether this page, requested further back, shows that the server does not count rows after all.
   */
  boolean contradicts(Arrival<T> page) {
    return page.style == PagingStyle.OFFSET && !page.answered.tellsPlace() && startsLike(page);
  }

  /** How much the server's total grew since the previous page; 0 when there is no total. */
  long growth() {
    return answered.growth();
  }

  /** Whether both start with the same row, or both are empty. */
  boolean startsLike(Arrival<T> other) {
    boolean bothEmpty = rows() == 0 && other.rows() == 0;
    return bothEmpty || (rows() > 0 && other.rows() > 0 && rows.key(0) == other.rows.key(0));
  }

  /**
   * Whether this page, requested further back, overlaps the other as expected. If so, the server
   * counts rows.
   */
  boolean isFollowedBy(Arrival<T> other) {
    int distance = (int) (other.at.place().offset() - at.place().offset());
    return rows() > distance
        ? other.rows() > 0 && rows.key(distance) == other.rows.key(0)
        : other.rows() == 0 && rows() > 0;
  }

  /** The number of rows that the server has up to the end of this page. */
  long passed() {
    return at.place().passed() + rowsPassed();
  }

  /** The number of rows of this page that the server has after the place. */
  int rowsPassed() {
    return bringsNothing() ? 0 : rows() - rows.repeated() - overlap();
  }

  /**
   * Whether only rows requested again came, or not even those. The same place is then requested
   * without them, because a gap starts where the server's page starts.
   */
  boolean isAskedAgain() {
    return bringsNothing() && at.overlap() > 0;
  }

  /**
   * The offset of the next page. It counts the rows received, because a server may lower the page
   * size. After an empty page it is a guess.
   */
  long nextOffset() {
    if (bringsNothing()) {
      return at.place().offset() + (isAskedAgain() ? 0 : shownPage());
    }
    return at.place().offset() - overlap() + rows();
  }

  /** The number of rows read so far, including gaps. */
  long reached() {
    return style == PagingStyle.OFFSET ? at.request().offset() + rows() : passed();
  }

  /** A hash of the page's rows, in any order. */
  long fingerprint() {
    return rows.fingerprint();
  }

  private int overlap() {
    return style == PagingStyle.OFFSET ? at.overlap() : 0;
  }

  /**
   * The size of a full page, as far as pages have shown it: a server may report a size that it does
   * not apply.
   */
  int shownPage() {
    int most = at.place().pageRows();
    return most > 0 ? Math.min(most, fullPage()) : fullPage();
  }

  /** The size of a full page, as far as known. */
  int fullPage() {
    Long said = answer().limit();
    long known = said == null ? at.place().pageRows() : said;
    return known > 0 ? (int) Math.min(known, at.place().limit()) : at.place().limit();
  }
}
