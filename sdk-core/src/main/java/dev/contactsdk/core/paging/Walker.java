package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PagingStyle;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** How a list is walked through, and how rows that moved over the place are noticed. */
interface Walker {
  /**
   * Where to look for rows that moved back over the place.
   *
   * @param page what came at the place
   * @param passed whether a row was passed on this walk
   * @return null when none can have moved unseen
   */
  @Nullable PageCursor back(Arrival<?> page, LongPredicate passed);

  /**
   * How many rows came in before the place: as many as stand after it once more.
   *
   * @param page what came at the place
   * @param passed whether a row was passed on this walk
   */
  int cameIn(Arrival<?> page, LongPredicate passed);

  /**
   * The walker for a server that counts so.
   *
   * @param start where the list starts: rows before it are not looked at
   */
  static Walker of(PagingStyle style, PageCursor start) {
    Place first = start.isStart() ? start.place() : Place.start(0, 1);
    return switch (style) {
      case OFFSET -> new OffsetWalker(first.offset());
      case PAGE -> new PageWalker(Math.max(1, first.page()));
      case UNKNOWN -> new UndecidedWalker(first.offset());
    };
  }

  /** How many rows at the head of the page were passed. */
  static int passedAtHead(Arrival<?> page, LongPredicate passed) {
    int count = 0;
    while (count < page.rows() && passed.test(page.ids()[count])) {
      count++;
    }
    return count;
  }
}
