package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PageAnswer;

/**
 * Decides whether a page is the last. Servers contradict themselves (more pages but a total that is
 * reached, no more but a total that is not), so the list ends only where all that the server says
 * agrees, or where a further page brings nothing.
 */
final class ListEnd {
  private ListEnd() {}

  /**
   * Whether the list ends with this page.
   *
   * @param afterNothing whether the page before brought nothing new: then the offset has moved on
   *     by guesses, and only the rows that came count
   */
  static boolean isAt(Arrival<?> page, boolean afterNothing) {
    return page.bringsNothing() ? isAfterNothing(page, afterNothing) : isAfterRows(page);
  }

  private static boolean isAfterRows(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    if (answer.saysNothing()) {
      return page.at().isStart() && page.rows() > page.at().place().limit();
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
    long asked = page.at().request().page();
    return pages != null && asked > 0 && asked < pages;
  }

  /**
   * Then a total above what was read counts rows that came in on pages read before, and a flag that
   * says more is contradicted.
   */
  static boolean isBeyondLastPage(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    return answer.page() != null
        && answer.totalPages() != null
        && page.at().request().page() > answer.totalPages();
  }

  /**
   * Whether only figures say so that may be wrong or mean something else: a full page is seldom the
   * last one, and a number of pages means little where rows may be counted. A page is full also
   * when it is no smaller than those before.
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
