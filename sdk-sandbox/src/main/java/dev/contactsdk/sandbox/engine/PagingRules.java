package dev.contactsdk.sandbox.engine;

/**
 * How lists are paged.
 *
 * @param style which query parameters are honoured
 * @param maxLimit the largest page, in rows
 * @param emptyPage the page that is returned without rows, from 1; 0 for none
 * @param repeatedPage the page that repeats the one before it, from 2; 0 for none
 * @param wrongTotal the number of rows to report; negative for the true one
 * @param more the reported flag for more rows, 0 or 1; negative for the true one
 * @param fields whether the answer has paging fields
 */
public record PagingRules(
    Style style,
    int maxLimit,
    int emptyPage,
    int repeatedPage,
    long wrongTotal,
    int more,
    boolean fields) {

  /** Which query parameters are honoured. */
  public enum Style {
    /** A page number, from 1. */
    PAGE,
    /** A number of rows to skip. */
    SKIP,
    /** None. */
    IGNORED
  }

  /** Paging without misbehaviour. */
  public static PagingRules of(Style style) {
    return new PagingRules(style, Integer.MAX_VALUE, 0, 0, -1, -1, true);
  }

  /** The same misbehaviour in another style. */
  public PagingRules by(Style other) {
    return new PagingRules(other, maxLimit, emptyPage, repeatedPage, wrongTotal, more, fields);
  }

  public PagingRules withMaxLimit(int rows) {
    return new PagingRules(style, rows, emptyPage, repeatedPage, wrongTotal, more, fields);
  }

  public PagingRules withEmptyPage(int page) {
    return new PagingRules(style, maxLimit, page, repeatedPage, wrongTotal, more, fields);
  }

  public PagingRules withRepeatedPage(int page) {
    return new PagingRules(style, maxLimit, emptyPage, page, wrongTotal, more, fields);
  }

  public PagingRules withTotal(long rows) {
    return new PagingRules(style, maxLimit, emptyPage, repeatedPage, rows, more, fields);
  }

  public PagingRules withMore(int value) {
    return new PagingRules(style, maxLimit, emptyPage, repeatedPage, wrongTotal, value, fields);
  }

  public PagingRules withFields(boolean value) {
    return new PagingRules(style, maxLimit, emptyPage, repeatedPage, wrongTotal, more, value);
  }

  int clamp(int limit) {
    return Math.min(limit, maxLimit);
  }

  long total(long truth) {
    return wrongTotal < 0 ? truth : wrongTotal;
  }

  boolean hasMore(boolean truth) {
    return more < 0 ? truth : more == 1;
  }
}
