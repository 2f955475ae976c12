package dev.contactsdk.core.paging;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a list whose server counts pages. Pages do not overlap, so only a shrinking total
 * shows at once that rows moved to an earlier page.
 */
record PageWalker(long firstPage) implements Walker {
  @Override
  public @Nullable PageCursor back(Arrival<?> page, LongPredicate passed) {
    PageCursor at = page.at();
    boolean isKnown = page.rows() > 0 && passed.test(page.ids()[0]);
    boolean lost = page.isSteppedBack() ? !isKnown : page.growth() < 0;
    return lost && at.request().page() > firstPage
        ? at.back(at.place().pageRows(), 1, page.answer().total())
        : null;
  }

  @Override
  public int cameIn(Arrival<?> page, LongPredicate passed) {
    return page.isSteppedBack() ? 0 : Walker.passedAtHead(page, passed);
  }
}
