package dev.contactsdk.sandbox;

/**
 * How a sandbox pages its lists, misbehaviour included. Immutable; each method gives a changed
 * copy.
 *
 * <p>Kore.ai starts with {@link #byPage()} and 10 rows a page, Truedy with {@link #bySkip()} and
 * 50.
 */
public final class Paging {

  enum Style {
    PAGE,
    SKIP,
    IGNORED
  }

  private static final Paging BY_PAGE = new Paging(Style.PAGE);

  private final Style style;
  private int maxLimit = Integer.MAX_VALUE;
  private int emptyPage;
  private int repeatedPage;
  private long total = -1;
  private int more = -1;
  private boolean fields = true;

  private Paging(Style style) {
    this.style = style;
  }

  private Paging(Paging from, Style style) {
    this.style = style;
    this.maxLimit = from.maxLimit;
    this.emptyPage = from.emptyPage;
    this.repeatedPage = from.repeatedPage;
    this.total = from.total;
    this.more = from.more;
    this.fields = from.fields;
  }

  /**
   * The query parameters {@code page} (from 1) and {@code limit} are honoured, {@code skip} and
   * {@code offset} are not looked at.
   *
   * @return the paging
   */
  public static Paging byPage() {
    return BY_PAGE;
  }

  /**
   * The query parameters {@code skip} (Kore.ai) or {@code offset} (Truedy), in rows, and {@code
   * limit} are honoured, {@code page} is not looked at.
   *
   * @return the paging
   */
  public static Paging bySkip() {
    return new Paging(Style.SKIP);
  }

  /**
   * No paging parameter is looked at: every request gets the first page, of the vendor's standard
   * size.
   *
   * @return the paging
   */
  public static Paging ignored() {
    return new Paging(Style.IGNORED);
  }

  /**
   * A larger {@code limit} is silently lowered to this one. Default: no clamp.
   *
   * @param rows the largest page, in rows
   * @return the changed copy
   */
  public Paging maxLimit(int rows) {
    Paging copy = new Paging(this, style);
    copy.maxLimit = rows;
    return copy;
  }

  /**
   * One page comes back without rows, although more rows follow. No row is lost: the rows of that
   * page and of all later ones are found one page further on, as if there were a hole in the list.
   * Default: none.
   *
   * @param page which page, from 1
   * @return the changed copy
   */
  public Paging emptyPage(int page) {
    Paging copy = new Paging(this, style);
    copy.emptyPage = page;
    return copy;
  }

  /**
   * One page comes back with the rows of the page before it, under its own paging fields. Default:
   * none.
   *
   * @param page which page, from 2
   * @return the changed copy
   */
  public Paging repeatPage(int page) {
    Paging copy = new Paging(this, style);
    copy.repeatedPage = page;
    return copy;
  }

  /**
   * The total number of rows, and the number of pages after it, is reported wrongly. Default: the
   * true one.
   *
   * @param rows what is reported, for example 0
   * @return the changed copy
   */
  public Paging wrongTotal(long rows) {
    Paging copy = new Paging(this, style);
    copy.total = rows;
    return copy;
  }

  /**
   * {@code hasMore} or {@code has_more} is always the same. Default: the truth.
   *
   * @param value what is reported
   * @return the changed copy
   */
  public Paging hasMoreAlways(boolean value) {
    Paging copy = new Paging(this, style);
    copy.more = value ? 1 : 0;
    return copy;
  }

  /**
   * The answer holds the rows and no paging fields. Default: they are there.
   *
   * @return the changed copy
   */
  public Paging withoutFields() {
    Paging copy = new Paging(this, style);
    copy.fields = false;
    return copy;
  }

  Style style() {
    return style;
  }

  int clamp(int limit) {
    return Math.min(limit, maxLimit);
  }

  int emptyPage() {
    return emptyPage;
  }

  int repeatedPage() {
    return repeatedPage;
  }

  long total(long truth) {
    return total < 0 ? truth : total;
  }

  boolean hasMore(boolean truth) {
    return more < 0 ? truth : more == 1;
  }

  boolean fields() {
    return fields;
  }
}
