package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PagingStyle;
import org.jspecify.annotations.Nullable;

/** Checks that the server sent the requested place, if it reports one. */
final class PlaceCheck {
  private PlaceCheck() {}

  /** Describes the problem; null when there is none. */
  static @Nullable String problem(Arrival<?> page) {
    if (page.fresh().isEmpty()) {
      return null;
    }
    Place place = page.at().place();
    if (page.at().isStart() && place.offset() > place.passed()) {
      return emptyStartProblem(page);
    }
    boolean leavesRowsOut = page.at().isStart() && place.offset() > 0;
    return leavesRowsOut ? skipProblem(page) : placeProblem(page);
  }

  /** If the server lowers the page size, an empty first page covers fewer rows than requested. */
  private static @Nullable String emptyStartProblem(Arrival<?> page) {
    return page.style() == PagingStyle.PAGE || page.rows() >= page.fullPage()
        ? placeProblem(page)
        : "the first page has no rows, and the next one fewer than requested: rows between them"
            + " may be missing";
  }

  private static @Nullable String placeProblem(Arrival<?> page) {
    if (!page.isMisplaced()) {
      return null;
    }
    PageRequest asked = page.at().request();
    PageAnswer<?> answer = page.answer();
    return answer.page() == null
        ? "asked for rows from offset "
            + asked.offset()
            + ", but the server answered with rows from offset "
            + answer.offset()
        : "asked for page " + asked.page() + ", but the server answered with page " + answer.page();
  }

  /** A server that counts pages starts elsewhere when its pages are smaller than requested. */
  private static @Nullable String skipProblem(Arrival<?> page) {
    PageRequest asked = page.at().request();
    Long offset = page.answer().offset();
    Long number = page.answer().page();
    long start = number == null ? 0 : (number - 1) * pageSize(page);
    boolean isRight = offset != null ? offset == asked.offset() : start == asked.offset();
    if (isRight || (offset == null && number == null && pageSize(page) > 0)) {
      return null;
    }
    return "skip is "
        + asked.offset()
        + ", but the server "
        + startSaid(page.answer())
        + ": skip must be a multiple of pageSize, and the server must accept pageSize"
        + (pageSize(page) > 0 ? " (its pages have " + pageSize(page) + " rows)" : "");
  }

  private static String startSaid(PageAnswer<?> answer) {
    if (answer.offset() != null) {
      return "starts with row " + answer.offset();
    }
    return answer.page() != null ? "counts pages" : "does not report where its short page starts";
  }

  /** The server's page size; 0 when unknown. A short page shows it only at the end. */
  private static long pageSize(Arrival<?> page) {
    PageAnswer<?> answer = page.answer();
    if (answer.limit() != null) {
      return answer.limit();
    }
    long end = page.at().place().offset() + page.rows();
    boolean isEnd =
        Boolean.FALSE.equals(answer.hasMore()) && answer.total() != null && answer.total() == end;
    boolean isWhole = page.rows() == page.at().place().limit();
    return isWhole || isEnd ? page.at().place().limit() : 0;
  }
}
