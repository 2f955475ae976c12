package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.PagingRules;

/**
 * How a sandbox pages its lists, misbehaviour included. Immutable; each method gives a changed
 * copy.
 *
 * <p>Kore.ai starts with {@link #byPage()} and 10 rows a page, Truedy with {@link #bySkip()} and
 * 50.
 */
public final class Paging {

  final PagingRules rules;

  private Paging(PagingRules rules) {
    this.rules = rules;
  }

  /**
   * The query parameters {@code page} (from 1) and {@code limit} are honoured, {@code skip} and
   * {@code offset} are not looked at.
   *
   * @return the paging
   */
  public static Paging byPage() {
    return new Paging(PagingRules.of(PagingRules.Style.PAGE));
  }

  /**
   * The query parameters {@code skip} (Kore.ai) or {@code offset} (Truedy), in rows, and {@code
   * limit} are honoured, {@code page} is not looked at.
   *
   * @return the paging
   */
  public static Paging bySkip() {
    return new Paging(PagingRules.of(PagingRules.Style.SKIP));
  }

  /**
   * No paging parameter is looked at: every request gets the first page, of the vendor's standard
   * size.
   *
   * @return the paging
   */
  public static Paging ignored() {
    return new Paging(PagingRules.of(PagingRules.Style.IGNORED));
  }

  /**
   * A larger {@code limit} is silently lowered to this one. Default: no clamp.
   *
   * @param rows the largest page, in rows
   * @return the changed copy
   */
  public Paging maxLimit(int rows) {
    return new Paging(rules.withMaxLimit(rows));
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
    return new Paging(rules.withEmptyPage(page));
  }

  /**
   * One page comes back with the rows of the page before it, under its own paging fields. Default:
   * none.
   *
   * @param page which page, from 2
   * @return the changed copy
   */
  public Paging repeatPage(int page) {
    return new Paging(rules.withRepeatedPage(page));
  }

  /**
   * The total number of rows, and the number of pages after it, is reported wrongly. Default: the
   * true one.
   *
   * @param rows what is reported, for example 0
   * @return the changed copy
   */
  public Paging wrongTotal(long rows) {
    return new Paging(rules.withTotal(rows));
  }

  /**
   * {@code hasMore} or {@code has_more} is always the same. Default: the truth.
   *
   * @param value what is reported
   * @return the changed copy
   */
  public Paging hasMoreAlways(boolean value) {
    return new Paging(rules.withMore(value ? 1 : 0));
  }

  /**
   * The answer holds the rows and no paging fields. Default: they are there.
   *
   * @return the changed copy
   */
  public Paging withoutFields() {
    return new Paging(rules.withFields(false));
  }
}
