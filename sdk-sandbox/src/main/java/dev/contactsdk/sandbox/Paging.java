package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.PagingRules;

/**
 * How a sandbox pages its lists, including misbehaviour. Immutable: each method returns a copy.
 *
 * <p>The default is {@link #byPage()} with 10 rows per page for Kore.ai, and {@link #bySkip()} with
 * 50 for Truedy.
 */
public final class Paging {

  final PagingRules rules;

  private Paging(PagingRules rules) {
    this.rules = rules;
  }

  /**
   * Honours the query parameters {@code page} (from 1) and {@code limit}; ignores {@code skip} and
   * {@code offset}.
   *
   * @return the paging
   */
  public static Paging byPage() {
    return new Paging(PagingRules.of(PagingRules.Style.PAGE));
  }

  /**
   * Honours the query parameters {@code skip} (Kore.ai) or {@code offset} (Truedy), in rows, and
   * {@code limit}; ignores {@code page}.
   *
   * @return the paging
   */
  public static Paging bySkip() {
    return new Paging(PagingRules.of(PagingRules.Style.SKIP));
  }

  /**
   * Ignores all paging parameters: every request gets the first page, in the vendor's default size.
   *
   * @return the paging
   */
  public static Paging ignored() {
    return new Paging(PagingRules.of(PagingRules.Style.IGNORED));
  }

  /**
   * Silently lowers a larger {@code limit} to this one. Default: no clamp.
   *
   * @param rows the largest page, in rows
   * @return the changed copy
   */
  public Paging maxLimit(int rows) {
    return new Paging(rules.withMaxLimit(rows));
  }

  /**
   * Returns one page without rows, although more rows follow. No row is lost: the rows of that page
   * and of all later ones move one page on, as if the list had a hole. Default: none.
   *
   * @param page which page, from 1
   * @return the changed copy
   */
  public Paging emptyPage(int page) {
    return new Paging(rules.withEmptyPage(page));
  }

  /**
   * Returns one page with the rows of the page before it, but its own paging fields. Default: none.
   *
   * @param page which page, from 2
   * @return the changed copy
   */
  public Paging repeatPage(int page) {
    return new Paging(rules.withRepeatedPage(page));
  }

  /**
   * Reports a wrong total of rows, and the number of pages that follows from it. Default: the true
   * total.
   *
   * @param rows the reported total, for example 0
   * @return the changed copy
   */
  public Paging wrongTotal(long rows) {
    return new Paging(rules.withTotal(rows));
  }

  /**
   * Always reports the same {@code hasMore} or {@code has_more}. Default: the true value.
   *
   * @param value the reported value
   * @return the changed copy
   */
  public Paging hasMoreAlways(boolean value) {
    return new Paging(rules.withMore(value ? 1 : 0));
  }

  /**
   * Omits all paging fields. Default: includes them.
   *
   * @return the changed copy
   */
  public Paging withoutFields() {
    return new Paging(rules.withFields(false));
  }
}
