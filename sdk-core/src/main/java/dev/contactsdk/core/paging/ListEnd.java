package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PagingStyle;

/**
 * Decides whether a page is the last. Servers contradict themselves: they report more pages when
 * the total is reached, or no more when it is not. So the list ends only when everything the server
 * says agrees, or when a further page has no rows.
 */
final class ListEnd {
  private ListEnd() {}

  /**
   * Whether the list ends with this page.
   *
   * @param afterNothing whether the previous page had nothing new. The offset then advanced by
   *     guesses, so only the rows received count
   */
  static boolean isAt(Arrival<?> page, boolean afterNothing) {
    return page.bringsNothing() ? isAfterNothing(page, afterNothing) : isAfterRows(page);
  }

  private static boolean isAfterRows(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    if (answer.saysNothing()) {
      return false;
    }
    long reached = page.reached();
    Long total = answer.total();
    boolean otherTotal =
        total != null && (Math.min(reached, page.passed()) < total || reached > total);
    boolean more = Boolean.TRUE.equals(answer.hasMore()) || hasMorePages(page);
    return !(otherTotal || more || isDoubtful(page));
  }

  private static boolean isAfterNothing(Arrival<?> page, boolean afterNothing) {
    PageAnswer<?> answer = page.answer();
    long reached = afterNothing ? page.passed() : page.reached();
    boolean more = Boolean.TRUE.equals(answer.hasMore());
    boolean moreRows = answer.total() != null && reached < answer.total();
    if (page.at().isStart()) {
      return !(more || moreRows || hasMorePages(page));
    }
    if (answer.saysNothing() || answer.hasMore() != null) {
      return !more;
    }
    return isBeyondLastPage(page) || !(moreRows || hasMorePages(page));
  }

  private static boolean hasMorePages(Arrival<?> page) {
    Long pages = page.answer().totalPages();
    long asked = askedPage(page);
    return pages != null && asked > 0 && asked < pages;
  }

  /**
   * Pages that overlap are more requests than the server has pages, so a server that counts rows is
   * at the page of the last row that it sent. Without a total, the larger size decides, so no page
   * is left out.
   */
  private static long askedPage(Arrival<?> page) {
    PageRequest asked = page.at().request();
    int size = page.answer().total() == null ? page.fullPage() : page.shownPage();
    long lastRow = asked.offset() + Math.max(0, page.rows() - 1);
    return page.style() == PagingStyle.OFFSET ? lastRow / size + 1 : asked.page();
  }

  /**
   * Whether the page lies beyond the last one. A higher total then counts rows inserted on earlier
   * pages, and a "has more" flag is wrong.
   */
  static boolean isBeyondLastPage(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    return answer.page() != null
        && answer.totalPages() != null
        && page.at().request().page() > answer.totalPages();
  }

  /**
   * Whether the end rests on unreliable figures only. A full page is rarely the last one, and a
   * number of pages means little if the server may count rows. A page also counts as full when it
   * is no smaller than the earlier ones.
   */
  private static boolean isDoubtful(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    if (answer.hasMore() != null && answer.total() != null) {
      return false;
    }
    int before = page.at().place().pageRows();
    boolean full = page.rows() >= page.fullPage() || (before > 0 && page.rows() >= before);
    return full || (answer.hasMore() == null && answer.total() == null && answer.page() == null);
  }
}
