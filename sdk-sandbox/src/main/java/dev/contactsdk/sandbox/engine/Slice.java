package dev.contactsdk.sandbox.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param rows the rows to send
 * @param page the page number, from 1
 * @param skip the number of rows before the page
 * @param limit the size of a full page
 * @param total the number of rows to report
 * @param more whether to report that more rows follow
 * @param fields whether the answer has paging fields
 */
public record Slice(
    List<Map<String, Object>> rows,
    long page,
    long skip,
    int limit,
    long total,
    boolean more,
    boolean fields) {

  private static final int MAX_LIMIT = 1_000_000;

  public long pages() {
    return (total + limit - 1) / limit;
  }

  /** Returns the requested page of a list, by the paging rules. */
  public static Slice of(
      List<Map<String, Object>> list,
      PagingRules paging,
      Query query,
      String skipName,
      int defaultLimit) {
    return of(list, paging, query, skipName, defaultLimit, MAX_LIMIT);
  }

  public static Slice of(
      List<Map<String, Object>> list,
      PagingRules paging,
      Query query,
      String skipName,
      int defaultLimit,
      int maxLimit) {
    int asked = query.integer("limit", defaultLimit, 1, maxLimit);
    int page = query.integer("page", 1, 1, Integer.MAX_VALUE);
    int skip = query.integer(skipName, 0, 0, Integer.MAX_VALUE);
    int limit = paging.clamp(paging.style() == PagingRules.Style.IGNORED ? defaultLimit : asked);
    long start =
        switch (paging.style()) {
          case PAGE -> (page - 1L) * limit;
          case SKIP -> skip;
          case IGNORED -> 0;
        };
    return at(list, paging, start, limit);
  }

  private static Slice at(
      List<Map<String, Object>> list, PagingRules paging, long start, int limit) {
    long page = start / limit + 1;
    long from = page == paging.repeatedPage() ? start - limit : start;
    List<Map<String, Object>> rows = new ArrayList<>();
    long hole = paging.emptyPage() == 0 ? Long.MAX_VALUE : (paging.emptyPage() - 1L) * limit;
    for (long i = from; i < from + limit; i++) {
      long row = i < hole ? i : i - limit;
      if (row < list.size() && (i < hole || i >= hole + limit)) {
        rows.add(list.get((int) row));
      }
    }
    long slots = list.size() + (hole < list.size() ? limit : 0L);
    boolean more = paging.hasMore(start + limit < slots);
    return new Slice(rows, page, start, limit, paging.total(list.size()), more, paging.fields());
  }
}
