package dev.contactsdk.core.paging;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks by row and by page number, because the server has not shown which one it counts. A page
 * that does not start with the anchor is requested again from further back, with the same number. A
 * server that counts pages sends the same rows.
 */
record UndecidedWalker(long firstRow) implements Walker {
  @Override
  public @Nullable PageCursor back(Arrival<?> page, LongPredicate passed) {
    boolean isRepeated = page.fresh().isEmpty() && page.rows() >= page.at().place().pageRows();
    return isRepeated ? null : OffsetWalker.toKnownRows(page, firstRow);
  }

  @Override
  public int cameIn(Arrival<?> page, LongPredicate passed) {
    return page.bringsNothing() ? 0 : Walker.passedAtHead(page, passed);
  }
}
