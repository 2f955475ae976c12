package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PagingStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a list has been read, in numbers.
 *
 * @param offset the offset of the first unread row
 * @param page the number of the next page; 0 when the list did not start on a page boundary
 * @param limit the number of rows to request
 * @param style how the server counts, as far as known
 * @param handedOut the number of rows handed out, or left out at the start
 * @param passed the number of rows that the server has before this place
 * @param total the total that the server reported last
 * @param pageRows the number of rows of the largest page; 0 before the first row
 */
record Place(
    long offset,
    long page,
    int limit,
    PagingStyle style,
    long handedOut,
    long passed,
    @Nullable Long total,
    int pageRows) {

  static Place start(long skip, int limit) {
    long page = skip % limit == 0 ? skip / limit + 1 : 0;
    return new Place(skip, page, limit, PagingStyle.UNKNOWN, skip, skip, null, 0);
  }

  boolean isPossible() {
    boolean counts = handedOut >= 0 && passed >= 0 && pageRows >= 0;
    return offset >= 0 && page >= 0 && limit > 0 && counts;
  }

  private long nextPage() {
    return page == 0 ? 0 : page + 1;
  }

  Place after(Arrival<?> taken, int handedOutNow) {
    return new Place(
        taken.nextOffset(),
        taken.isAskedAgain() ? page : nextPage(),
        limit,
        taken.style(),
        handedOut + handedOutNow,
        taken.passed(),
        taken.answer().total(),
        Math.max(pageRows, taken.rows()));
  }

  /** The place after a page of that many rows. */
  Place ahead(int rows) {
    return new Place(
        offset + rows, nextPage(), limit, style, handedOut, passed + rows, total, pageRows);
  }

  Place back(long rows, long pages, @Nullable Long newTotal) {
    return new Place(
        Math.max(0, offset - rows),
        page == 0 ? 0 : Math.max(1, page - pages),
        limit,
        style,
        handedOut,
        Math.max(0, passed - rows),
        newTotal,
        pageRows);
  }

  /** This place with what a later place knows about the list. */
  Place knowing(Place later) {
    return new Place(
        offset, page, limit, later.style, later.handedOut, passed, later.total, later.pageRows);
  }

  Place withHandedOut(long rows) {
    return new Place(offset, page, limit, style, rows, passed, total, pageRows);
  }
}
