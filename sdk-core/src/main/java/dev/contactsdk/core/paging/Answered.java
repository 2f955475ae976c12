package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PagingStyle;

/** What an answer says about the place that was requested. */
record Answered(PageCursor at, PageAnswer<?> answer) {
  /** How the server counts, as far as known. */
  PagingStyle shownStyle() {
    if (answer.page() != null) {
      return PagingStyle.PAGE;
    }
    boolean atRow = answer.offset() != null && answer.offset() == at.request().offset();
    if (atRow != isAtPage()) {
      return atRow ? PagingStyle.OFFSET : PagingStyle.PAGE;
    }
    return atRow && at.place().style() == PagingStyle.UNKNOWN
        ? PagingStyle.OFFSET
        : at.place().style();
  }

  private boolean isAtPage() {
    long page = at.request().page();
    long size = answer.limit() == null ? at.place().pageRows() : answer.limit();
    return answer.offset() != null && page > 0 && answer.offset() == (page - 1) * size;
  }

  boolean tellsPlace() {
    return answer.page() != null || answer.offset() != null;
  }

  /** Whether the server reports another place than the one requested. */
  boolean isMisplaced() {
    PageRequest asked = at.request();
    Long page = answer.page();
    Long offset = answer.offset();
    boolean otherPage = page != null && asked.page() > 0 && page != asked.page();
    boolean otherRow = offset != null && offset != asked.offset() && !isAtPage();
    return otherPage || otherRow;
  }

  /** How much the server's total grew since the previous page; 0 when there is no total. */
  long growth() {
    Long before = at.place().total();
    Long now = answer.total();
    return before == null || now == null ? 0 : now - before;
  }

  /** Whether place and total show that these rows are new. The total guarantees an end. */
  boolean countsRowsAsFurther() {
    Long total = answer.total();
    boolean isInPlace = tellsPlace() && !isMisplaced();
    long end = at.place().passed() + answer.items().size();
    return isInPlace && total != null && growth() <= 0 && end <= total;
  }
}
