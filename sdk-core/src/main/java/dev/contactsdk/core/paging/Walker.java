package dev.contactsdk.core.paging;

import dev.contactsdk.core.spi.PagingStyle;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Walks through a list, and detects rows that moved past the place. */
interface Walker {
  /**
   * Where to look for rows that moved back past the place.
   *
   * @param page the page at the place
   * @param passed whether a row was passed on this walk
   * @return the place to look at; null when no row can have moved out of sight
   */
  @Nullable PageCursor back(Arrival<?> page, LongPredicate passed);

  /**
   * The number of rows inserted before the place. The same number of rows repeats after it.
   *
   * @param page the page at the place
   * @param passed whether a row was passed on this walk
   */
  int cameIn(Arrival<?> page, LongPredicate passed);

  /**
   * The walker for a server that counts in this style.
   *
   * @param start where the list starts; rows before it are ignored
   */
  static Walker of(PagingStyle style, PageCursor start) {
    Place first = start.isStart() ? start.place() : Place.start(0, 1);
    return switch (style) {
      case OFFSET -> new OffsetWalker(first.offset());
      case PAGE -> new PageWalker(Math.max(1, first.page()));
      case UNKNOWN -> new UndecidedWalker(first.offset());
    };
  }

  /** The number of leading rows of the page that were passed. */
  static int passedAtHead(Arrival<?> page, LongPredicate passed) {
    int count = 0;
    while (count < page.rows() && passed.test(page.ids()[count])) {
      count++;
    }
    return count;
  }
}
