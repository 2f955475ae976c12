package dev.contactsdk.core.paging;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a list whose server counts rows. Each page starts with the last row of the page
 * before, the anchor. Where another row stands in its place, rows moved.
 */
record OffsetWalker(long firstRow) implements Walker {
  /**
   * Where a row that was passed stands in the anchor's place, no unread row can stand before it
   * because others were deleted. A page of one row has no anchor: there, only a total that shrinks
   * shows that rows moved.
   */
  @Override
  public @Nullable PageCursor back(Arrival<?> page, LongPredicate passed) {
    boolean isKnown = page.rows() > 0 && passed.test(page.ids()[0]);
    if (isKnown) {
      return null;
    }
    return page.at().overlap() > 0 ? toKnownRows(page, firstRow) : byTotal(page);
  }

  private @Nullable PageCursor byTotal(Arrival<?> page) {
    PageCursor at = page.at();
    long rows = Math.min(-page.growth(), at.place().offset() - firstRow);
    return rows > 0 && !at.isStart() ? at.back(rows, 0, page.answer().total()) : null;
  }

  /** As far as the rows that are known reach; null when there is none, or no row before it. */
  static @Nullable PageCursor toKnownRows(Arrival<?> page, long firstRow) {
    PageCursor at = page.at();
    long rowsBefore = at.request().offset() - firstRow;
    if (at.overlap() == 0 || rowsBefore <= 0) {
      return null;
    }
    long known = Math.min(at.place().limit(), at.ids().length);
    long rows = Math.min(Math.max(1, known - at.overlap()), rowsBefore);
    return at.back(rows, 0, page.answer().total());
  }

  @Override
  public int cameIn(Arrival<?> page, LongPredicate passed) {
    if (page.isSteppedBack() || page.at().overlap() == 0 || page.startsWithAnchor()) {
      return 0;
    }
    int head = Walker.passedAtHead(page, passed);
    for (int i = 0; i < head; i++) {
      if (page.at().isAnchor(page.ids()[i])) {
        return i;
      }
    }
    return head;
  }
}
