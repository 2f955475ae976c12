package dev.contactsdk.core.paging;

import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that moved unseen to before the place where a list is read, and walks through the
 * list again until as many rows have come that were not handed out yet. The end of each walk is
 * judged anew.
 */
final class LookBack {
  private static final int MOST_WALKS = 5;

  private final PageCursor start;
  private @Nullable PageCursor at;
  private int walks;
  private long cameIn;
  private long missing;

  LookBack(PageCursor start) {
    this.start = start;
  }

  /** Where to go on; null while the list is read for the first time. */
  @Nullable PageCursor at() {
    return at;
  }

  boolean isOn() {
    return at != null;
  }

  boolean isUsedUp() {
    return walks == MOST_WALKS;
  }

  /**
   * Whether a page holds the last of the rows that are looked for. New rows come too, so the
   * server's total must be reached as well; without one, the walk goes to the end.
   */
  boolean endsWith(int cameInNow, Arrival<?> page) {
    int found = page.fresh().size();
    Long total = page.answer().total();
    boolean isReached = total != null && page.at().place().handedOut() + found >= total;
    return isOn() && isReached && missing + cameInNow <= found;
  }

  /**
   * How many rows are missing at the end of a walk: those that came in before the place, or by
   * which the server's rows outnumber the different ones that arrived.
   */
  long missingAtEnd(int cameInNow, long outnumbered) {
    return Math.max(cameIn + cameInNow, outnumbered);
  }

  /** Notes a page that ends no walk. */
  void goOn(int cameInNow, int found, PageCursor next) {
    cameIn += cameInNow;
    if (isOn()) {
      missing += cameInNow - found;
      at = next;
    }
  }

  /** Begins a walk for so many rows. */
  void begin(long rows, PageCursor end) {
    walks++;
    cameIn = 0;
    missing = rows;
    at = start.knowing(end);
  }
}
