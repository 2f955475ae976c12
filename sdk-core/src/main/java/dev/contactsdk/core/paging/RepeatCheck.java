package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PageAnswer;

/** Detects a server that repeats rows instead of sending the next ones. */
final class RepeatCheck {
  private RepeatCheck() {}

  /**
   * Whether the page was sent before: all its rows are known, and moved rows do not explain it.
   *
   * @param isSame whether an earlier page had the same rows
   * @param isFromStart whether the list was read from its start; otherwise earlier pages are not
   *     known
   */
  static boolean isRepetition(Arrival<?> page, boolean isSame, boolean isFromStart) {
    boolean isSameAgain = isSame && !page.isSingleRowInPlace();
    boolean onlyKnown = page.fresh().isEmpty() && !page.bringsNothing() && !page.isSteppedBack();
    return onlyKnown && (isSameAgain || !isFromStart) && !mayHaveMoved(page);
  }

  private static boolean mayHaveMoved(Arrival<?> page) {
    boolean follows = page.at().overlap() > 0 && page.startsWithAnchor();
    boolean otherRows = page.rows() < page.at().place().pageRows() || page.growth() > 0;
    return follows || (otherRows && !page.answer().saysNothing());
  }

  /** Whether the repeated rows are the whole list, because the server has no paging parameters. */
  static boolean isWholeList(Arrival<?> page) {
    Place place = page.at().place();
    PageAnswer<?> answer = page.answer();
    boolean more = Boolean.TRUE.equals(answer.hasMore()) && !ListEnd.isBeyondLastPage(page);
    long all = Math.min(place.passed(), place.handedOut());
    boolean reached = answer.total() != null && all >= answer.total() && !more;
    boolean wasOnePage = place.pageRows() == place.handedOut() && place.pageRows() != place.limit();
    return reached || (answer.saysNothing() && wasOnePage && !mayBeOneOfSeveral(page));
  }

  /**
   * Whether the server has pages, and this one is full as far as known. A size that the server does
   * not report may be smaller than the requested one.
   */
  private static boolean mayBeOneOfSeveral(Arrival<?> page) {
    Long said = page.answer().limit();
    long size = said == null ? 0 : said;
    return size > 0 ? page.rows() >= size : page.tellsPlace();
  }

  static String problem(Arrival<?> page) {
    return page.endsWithAnchor()
        ? "the server sent the same rows again for the next page: it seems to ignore the paging"
            + " parameters"
        : "the server sent the rows of an earlier page again: it goes in circles, or its rows"
            + " keep moving";
  }
}
