package dev.contactsdk.core.paging;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a list whose server counts rows. Each page starts with the anchor, the last row of
 * the previous page. If another row is there instead, rows have moved.
 */
record OffsetWalker(long firstRow) implements Walker {
  /**
   * If a passed row is in the anchor's place, deletions have not moved an unread row before it. A
   * page of one row has no anchor; only a shrinking total shows that rows moved.
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

  /** Steps back as far as the known rows reach; null when that is impossible. */
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
