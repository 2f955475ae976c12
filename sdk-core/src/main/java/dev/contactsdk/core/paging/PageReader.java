package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.error.IncompleteListException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page and judges what comes after it. Servers contradict themselves (more pages but a
 * total that is reached, no more but a total that is not), so the list ends only where all that the
 * server says agrees, or where a further page brings nothing. A server that ignores the paging
 * parameters, or goes in circles, is found out by its rows; rows that moved forward because others
 * were deleted are gone back for.
 */
final class PageReader<T> {
  private static final int MOST_EMPTY_PAGES = 10;
  private static final int MOST_STEPS_BACK = 5;

  private final PageSource<T> source;
  private final Set<Long> pagesSeen = new HashSet<>();

  PageReader(PageSource<T> source) {
    this.source = source;
  }

  ApiResponse<Page<T>> read(PageCursor start, int emptyBefore, CallScope scope) {
    PageCursor at = start;
    for (int steps = 0; ; steps++) {
      ApiResponse<PageAnswer<T>> response = source.fetch(at.request(), scope);
      PageAnswer<T> answer = response.body();
      PageCursor back = stepBack(at, answer, steps > 0);
      if (back == null) {
        Page<T> page = page(at, answer, emptyBefore, steps > 0);
        return response.map(body -> page);
      }
      if (steps == MOST_STEPS_BACK || back.request().equals(at.request())) {
        throw incomplete(at, "rows are deleted faster than the list can be read");
      }
      at = back;
    }
  }

  /** Where to look for rows that moved forward past the place asked for; null when none did. */
  private @Nullable PageCursor stepBack(PageCursor at, PageAnswer<T> answer, boolean steppedBack) {
    if (at.isStart()) {
      return null;
    }
    boolean shrunk = hasShrunk(at.total(), answer.total());
    boolean unknown = lastKnown(at, answer) < 0;
    if (isByOffset(at, answer)) {
      boolean wouldEnd = answer.items().isEmpty() && endsWithNothingNew(at, answer, false);
      boolean lostAnchor =
          at.overlap() == 1 && unknown && (shrunk || !answer.items().isEmpty() || wouldEnd);
      int page = Math.min(at.limit(), at.previousIds().size());
      return lostAnchor ? at.back(page - 1, 0, answer.total()) : null;
    }
    return shrunk || (steppedBack && unknown) ? at.back(0, 1, answer.total()) : null;
  }

  private static boolean hasShrunk(@Nullable Long before, @Nullable Long now) {
    return before != null && now != null && now < before;
  }

  private static boolean isByOffset(PageCursor at, PageAnswer<?> answer) {
    if (answer.page() != null) {
      return false;
    }
    PageRequest asked = at.request();
    return answer.offset() != null
        ? answer.offset() == asked.offset()
        : asked.style() == PagingStyle.OFFSET;
  }

  private Page<T> page(PageCursor at, PageAnswer<T> answer, int emptyBefore, boolean steppedBack) {
    int known = lastKnown(at, answer);
    List<T> fresh = answer.items().subList(known + 1, answer.items().size());
    boolean nothingNew = fresh.isEmpty() && answer.items().size() <= at.overlap();
    boolean hasGrown = hasShrunk(answer.total(), at.total());
    boolean catchesUp = steppedBack || hasGrown || answer.items().size() < at.previousIds().size();
    if (fresh.isEmpty() && !nothingNew && (answer.saysNothing() || !catchesUp)) {
      checkRepetition(at, answer);
      return new Page<>(List.of(), answer.total(), at.received(), null);
    }
    checkPlace(at, answer);
    checkCircle(at, fresh);
    boolean ends =
        nothingNew
            ? endsWithNothingNew(at, answer, emptyBefore > 0)
            : endsWithRows(at, answer, fresh.size());
    if (ends) {
      checkEnd(at, answer, fresh.isEmpty() && !nothingNew && !steppedBack);
      return new Page<>(fresh, answer.total(), at.received(), null);
    }
    if (fresh.isEmpty() && emptyBefore + 1 >= MOST_EMPTY_PAGES) {
      throw incomplete(
          at,
          MOST_EMPTY_PAGES
              + " pages in a row bring nothing new, but the server says that there are more");
    }
    boolean overlaps = steppedBack || known >= (isByOffset(at, answer) ? 1 : 0);
    List<String> earlier = overlaps && !answer.saysNothing() ? at.previousIds() : List.of();
    return new Page<>(
        fresh, answer.total(), at.received(), next(at, answer, fresh.size(), earlier));
  }

  /**
   * The index of the last row that the page before held already; -1 when there is none. What stands
   * before it has been read too.
   */
  private int lastKnown(PageCursor at, PageAnswer<T> answer) {
    if (at.isStart()) {
      return -1;
    }
    Set<String> before = new HashSet<>(at.previousIds());
    for (int i = answer.items().size() - 1; i >= 0; i--) {
      String id = source.id(answer.items().get(i));
      if (id != null && before.contains(id)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The same rows again, after all there are: then the server takes no paging parameter, and the
   * list was complete.
   */
  private void checkRepetition(PageCursor at, PageAnswer<T> answer) {
    boolean more = Boolean.TRUE.equals(answer.hasMore()) && !isBeyondLastPage(at.request(), answer);
    boolean reached = answer.total() != null && at.received() >= answer.total() && !more;
    int before = at.previousIds().size();
    boolean unpaged = answer.saysNothing() && before != at.limit() && before == at.received();
    if (!reached && !unpaged) {
      throw incomplete(
          at,
          "the server sent the same rows again for the next page: it seems to ignore the paging"
              + " parameters");
    }
  }

  /**
   * A server that begins anew after some pages would be read for ever, or until its total is
   * reached. Eight bytes and a little are kept of each page.
   */
  private void checkCircle(PageCursor at, List<T> fresh) {
    long hash = 0xcbf29ce484222325L;
    for (T item : fresh) {
      String id = source.id(item);
      String text = id == null ? "#" + item.hashCode() : id;
      for (int i = 0; i <= text.length(); i++) {
        hash = (hash ^ (i < text.length() ? text.charAt(i) : 0xffff)) * 0x100000001b3L;
      }
    }
    if (!fresh.isEmpty() && !pagesSeen.add(hash)) {
      throw incomplete(at, "the server sent the rows of an earlier page again: it goes in circles");
    }
  }

  private void checkPlace(PageCursor at, PageAnswer<T> answer) {
    PageRequest asked = at.request();
    Long offset = answer.offset();
    Long limit = answer.limit();
    boolean atOffset = offset == null || offset == asked.offset();
    boolean atPage = offset != null && limit != null && offset == (asked.page() - 1) * limit;
    boolean pageNumber =
        answer.page() == null || asked.page() == 0 || answer.page() == asked.page();
    if (!answer.items().isEmpty() && !((atOffset || atPage) && pageNumber)) {
      throw incomplete(
          at,
          "asked for the rows from "
              + asked.offset()
              + " on (page "
              + asked.page()
              + "), the server answered with "
              + (answer.page() == null ? "those from " + offset + " on" : "page " + answer.page()));
    }
  }

  /** Rows that are all known can be the last ones only where they end with the last one known. */
  private void checkEnd(PageCursor at, PageAnswer<T> answer, boolean allKnown) {
    if (allKnown && !isLastOf(at.previousIds(), answer.items().get(answer.items().size() - 1))) {
      throw incomplete(
          at, "the server sent rows of earlier pages again and says that these are the last");
    }
  }

  private static boolean endsWithRows(PageCursor at, PageAnswer<?> answer, int fresh) {
    if (answer.saysNothing()) {
      return at.isStart() && answer.items().size() > at.limit();
    }
    long received = at.received() + fresh;
    long reached =
        isByOffset(at, answer) ? at.request().offset() + answer.items().size() : received;
    Long total = answer.total();
    boolean moreByTotal = total != null && Math.min(reached, received) < total;
    boolean wrongTotal = total != null && reached > total;
    boolean moreByFlag = Boolean.TRUE.equals(answer.hasMore());
    boolean more = moreByFlag || moreByTotal || moreByPages(at.request(), answer);
    return !(more || wrongTotal || isDoubtful(at, answer));
  }

  /**
   * @param afterEmpty whether the page before brought nothing new either: then the offset has moved
   *     on by guesses, and only the rows that came count
   */
  private static boolean endsWithNothingNew(
      PageCursor at, PageAnswer<?> answer, boolean afterEmpty) {
    if (answer.saysNothing()) {
      return true;
    }
    PageRequest asked = at.request();
    boolean byOffset = isByOffset(at, answer) && !afterEmpty;
    long reached = byOffset ? asked.offset() + answer.items().size() : at.received();
    boolean moreByTotal = answer.total() != null && reached < answer.total();
    boolean more = moreByTotal || moreByPages(asked, answer);
    boolean moreByFlag = Boolean.TRUE.equals(answer.hasMore());
    return !moreByFlag && (answer.hasMore() != null || !more || isBeyondLastPage(asked, answer));
  }

  private static boolean moreByPages(PageRequest asked, PageAnswer<?> answer) {
    return answer.totalPages() != null && asked.page() > 0 && asked.page() < answer.totalPages();
  }

  /**
   * Then a total above what was read counts rows that came in on pages read before, and a flag that
   * says more is contradicted.
   */
  private static boolean isBeyondLastPage(PageRequest asked, PageAnswer<?> answer) {
    return answer.page() != null
        && answer.totalPages() != null
        && asked.page() > answer.totalPages();
  }

  /**
   * Whether only figures say so that may be wrong or mean something else: a full page is the last
   * one seldom enough to be asked on after it, and a number of pages means little where rows may be
   * counted from an offset. A page is full also when it is no smaller than the one before.
   */
  private static boolean isDoubtful(PageCursor at, PageAnswer<?> answer) {
    if (answer.hasMore() != null && answer.total() != null) {
      return false;
    }
    int came = answer.items().size();
    int before = at.previousIds().size();
    boolean full = came >= emptyStep(at, answer.limit()) || (before > 0 && came >= before);
    return full || (answer.hasMore() == null && answer.total() == null && answer.page() == null);
  }

  /**
   * Rows are counted as they came, not as they were asked for: a server may clamp the page size.
   */
  private PageCursor next(PageCursor at, PageAnswer<T> answer, int fresh, List<String> earlier) {
    PageRequest asked = at.request();
    int came = answer.items().size();
    boolean moved = came > at.overlap();
    long rowsBefore =
        asked.offset() + (moved ? came : at.overlap() + stepOverEmpty(at, answer.limit()));
    return new PageCursor(
        source.operation(),
        rowsBefore,
        asked.page() == 0 ? 0 : asked.page() + 1,
        at.limit(),
        style(at, answer),
        at.received() + fresh,
        answer.total(),
        moved ? ids(answer, earlier, at.limit()) : List.of());
  }

  /**
   * A server that does not say where it is shows that it goes by rows when it begins with the row
   * that was asked for once more.
   */
  private PagingStyle style(PageCursor at, PageAnswer<T> answer) {
    PagingStyle known =
        answer.style() == PagingStyle.UNKNOWN ? at.request().style() : answer.style();
    boolean anchored =
        known == PagingStyle.UNKNOWN
            && at.overlap() == 1
            && !answer.items().isEmpty()
            && isLastOf(at.previousIds(), answer.items().get(0));
    return anchored ? PagingStyle.OFFSET : known;
  }

  private boolean isLastOf(List<String> ids, T item) {
    return ids.get(ids.size() - 1).equals(source.id(item));
  }

  /**
   * By no more than the page before held, where the server may have lowered the limit in silence.
   */
  private static long stepOverEmpty(PageCursor at, @Nullable Long limit) {
    long step = emptyStep(at, limit);
    boolean guessed = limit == null && !at.isStart();
    return guessed ? Math.min(step, at.previousIds().size()) : step;
  }

  private static long emptyStep(PageCursor at, @Nullable Long limit) {
    return limit != null && limit > 0 ? Math.min(limit, at.limit()) : at.limit();
  }

  /**
   * The ids of rows that later pages may hold again: where rows moved, those read earlier, and last
   * this page's, in their order.
   */
  private List<String> ids(PageAnswer<T> answer, List<String> earlier, int limit) {
    int left = Math.max(0, earlier.size() - MOST_STEPS_BACK * limit);
    Set<String> ids = new LinkedHashSet<>(earlier.subList(left, earlier.size()));
    for (T item : answer.items()) {
      String id = source.id(item);
      if (id != null) {
        ids.remove(id);
        ids.add(id);
      }
    }
    return List.copyOf(ids);
  }

  private IncompleteListException incomplete(PageCursor at, String what) {
    return new IncompleteListException(source.operation(), at.received(), what);
  }
}
