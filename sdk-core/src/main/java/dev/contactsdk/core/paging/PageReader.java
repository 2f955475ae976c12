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
      boolean lostAnchor = at.overlap() == 1 && unknown && (shrunk || !answer.items().isEmpty());
      return lostAnchor ? at.back(at.limit() - 1, 0, answer.total()) : null;
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
    boolean catchesUp = steppedBack || answer.items().size() < at.previousIds().size();
    if (fresh.isEmpty() && !nothingNew && (answer.saysNothing() || !catchesUp)) {
      checkRepetition(at, answer);
      return new Page<>(List.of(), answer.total(), at.received(), null);
    }
    checkPlace(at, answer);
    if (ends(at, answer, nothingNew, fresh.size())) {
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
    boolean reached = answer.total() != null && at.received() >= answer.total();
    boolean unpaged = answer.saysNothing() && at.previousIds().size() != at.limit();
    if (!reached && !unpaged) {
      throw incomplete(
          at,
          "the server sent the same rows again for the next page: it seems to ignore the paging"
              + " parameters");
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

  private static boolean ends(PageCursor at, PageAnswer<?> answer, boolean nothingNew, int fresh) {
    if (answer.saysNothing()) {
      return nothingNew || (at.isStart() && answer.items().size() > at.limit());
    }
    PageRequest asked = at.request();
    long reached =
        isByOffset(at, answer) ? asked.offset() + answer.items().size() : at.received() + fresh;
    boolean moreByTotal = answer.total() != null && reached < answer.total();
    boolean wrongTotal = answer.total() != null && reached > answer.total();
    boolean moreByPages =
        answer.totalPages() != null && asked.page() > 0 && asked.page() < answer.totalPages();
    boolean moreByFlag = Boolean.TRUE.equals(answer.hasMore());
    if (nothingNew && isBeyondLastPage(asked, answer)) {
      return !moreByFlag;
    }
    if (nothingNew) {
      return !moreByFlag && (answer.hasMore() != null || !(moreByTotal || moreByPages));
    }
    return !(moreByFlag || moreByTotal || moreByPages || wrongTotal || isDoubtful(at, answer));
  }

  /** Then a total above what was read counts rows that came in on pages read before. */
  private static boolean isBeyondLastPage(PageRequest asked, PageAnswer<?> answer) {
    return answer.page() != null
        && answer.totalPages() != null
        && asked.page() > answer.totalPages();
  }

  /**
   * Whether the only figure that says so is one that may mean something else: a total that may be
   * the size of this first page, or a number of pages where rows may be counted from an offset.
   */
  private static boolean isDoubtful(PageCursor at, PageAnswer<?> answer) {
    if (answer.hasMore() != null) {
      return false;
    }
    if (answer.total() == null) {
      return answer.page() == null;
    }
    boolean full = answer.items().size() >= emptyStep(at, answer.limit());
    return full && at.received() == 0 && answer.totalPages() == null;
  }

  /**
   * Rows are counted as they came, not as they were asked for: a server may clamp the page size.
   */
  private PageCursor next(PageCursor at, PageAnswer<T> answer, int fresh, List<String> earlier) {
    PageRequest asked = at.request();
    int came = answer.items().size();
    boolean moved = came > at.overlap();
    long rowsBefore =
        asked.offset() + (moved ? came : at.overlap() + emptyStep(at, answer.limit()));
    return new PageCursor(
        source.operation(),
        rowsBefore,
        asked.page() == 0 ? 0 : asked.page() + 1,
        at.limit(),
        answer.style() == PagingStyle.UNKNOWN ? asked.style() : answer.style(),
        at.received() + fresh,
        answer.total(),
        moved ? ids(answer, earlier, at.limit()) : List.of());
  }

  private static long emptyStep(PageCursor at, @Nullable Long limit) {
    return limit != null && limit > 0 ? Math.min(limit, at.limit()) : at.limit();
  }

  /**
   * This page's ids and, where rows moved, those read earlier, which later pages may hold again.
   */
  private List<String> ids(PageAnswer<T> answer, List<String> earlier, int limit) {
    Set<String> ids = new LinkedHashSet<>();
    for (T item : answer.items()) {
      String id = source.id(item);
      if (id != null) {
        ids.add(id);
      }
    }
    int most = ids.size() + MOST_STEPS_BACK * limit;
    earlier.stream().takeWhile(id -> ids.size() < most).forEach(ids::add);
    return List.copyOf(ids);
  }

  private IncompleteListException incomplete(PageCursor at, String what) {
    return new IncompleteListException(source.operation(), at.received(), what);
  }
}
