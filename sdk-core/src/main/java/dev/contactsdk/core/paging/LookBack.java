package dev.contactsdk.core.paging;

import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that moved out of sight, before the reading position. Walks through the list
 * again until that many new rows have come. Each walk decides anew when it ends.
 */
final class LookBack {
  private static final int MOST_WALKS = 5;

  private final PageCursor start;
  private @Nullable PageCursor at;
  private int walks;
  private long cameIn;
  private long missing;
  private long passed;

  LookBack(PageCursor start) {
    this.start = start;
  }

  /** Where to continue; null while the list is read for the first time. */
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
   * Whether a page holds the last missing row. New rows arrive too, so the server's total must also
   * be reached. Without a total, the walk goes to the end.
   */
  boolean endsWith(int cameInNow, Arrival<?> page) {
    int found = page.fresh().size();
    Long total = page.answer().total();
    boolean isReached = total != null && page.at().place().handedOut() + found >= total;
    return isOn() && isReached && missing + cameInNow <= found;
  }

  /**
   * The number of rows missing at the end of a walk: the rows inserted before the place, or the
   * server's surplus over the distinct rows received.
   */
  long missingAtEnd(int cameInNow, long outnumbered) {
    return Math.max(cameIn + cameInNow, outnumbered);
  }

  /** Whether a walk passes far more rows than the list has, also by going back again and again. */
  boolean isEndlessWith(Arrival<?> page) {
    Place place = page.at().place();
    return isOn() && passed + page.rowsPassed() > 5 * (place.handedOut() + place.limit());
  }

  /** Records a page that does not end a walk. */
  void goOn(int cameInNow, Arrival<?> page, PageCursor next) {
    cameIn += cameInNow;
    if (isOn()) {
      missing += cameInNow - page.fresh().size();
      passed += page.rowsPassed();
      at = next;
    }
  }

  /** Starts a walk for a number of rows. */
  void begin(long rows, PageCursor end) {
    walks++;
    cameIn = 0;
    missing = rows;
    passed = 0;
    at = start.knowing(end);
  }
}
