package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.PagingStyle;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list page by page. Hands out each row once, in any order. Goes back for rows that may
 * have moved out of sight, or fails the list. Its state changes only when a page is accepted, so a
 * failed page can be requested again.
 */
final class PageReader<T> {
  private static final int MOST_STEPS_BACK = 5;
  private static final int MOST_FRUITLESS_PAGES = 10;

  private final PageSource<T> source;
  private final @Nullable PagesAhead<T> ahead;
  private final PageCursor start;
  private final RowIds handedOut = new RowIds();
  private final Aside<T> aside;
  private final LookBack lookBack;
  private int fruitless;

  PageReader(PageSource<T> source, @Nullable PagesAhead<T> ahead, PageCursor start) {
    this.source = source;
    this.ahead = ahead;
    this.start = start;
    this.aside = new Aside<>(source::id, handedOut);
    this.lookBack = new LookBack(start);
    for (long id : start.ids()) {
      handedOut.add(id);
    }
  }

  /** The next page. While the list is searched again, the given place stays at its end. */
  ApiResponse<Page<T>> read(PageCursor given, CallScope scope) {
    PageCursor at = lookBack.at();
    Arrival<T> page = settled(at == null ? given : at, scope);
    Page<T> taken = taken(page, given);
    return page.response().map(body -> taken);
  }

  /** The page at a place, or one further back if rows may have moved back past the place. */
  private Arrival<T> settled(PageCursor at, CallScope scope) {
    Arrival<T> page = judged(at, fetch(at.request(), scope), false);
    for (int steps = 0; steps <= MOST_STEPS_BACK; steps++) {
      PageCursor back = Walker.of(page.style(), start).back(page, this::isPassed);
      if (back == null) {
        checkFound(page);
        return page;
      }
      Arrival<T> further = judged(back, source.fetch(back.request(), scope), true);
      if (further.contradicts(page)) {
        throw incomplete(at, "the server sends the same rows from another place");
      }
      aside.add(page.fresh());
      aside.add(further.fresh());
      if (ahead != null) {
        ahead.drop();
      }
      page =
          page.style() == PagingStyle.UNKNOWN
              ? decided(page, further, scope)
              : further.as(page.style());
    }
    throw incomplete(at, "rows move faster than the list can be read");
  }

  /** A list that started at a cursor would repeat the rows before those it knows. */
  private void checkFound(Arrival<T> page) {
    boolean isFound = page.rows() == 0 || isPassed(page.ids()[0]);
    if (page.isSteppedBack() && !start.isStart() && !isFound) {
      throw incomplete(
          page.at(),
          "the place where the list continues cannot be found again: read the list from its start");
    }
  }

  /** The page in the style that the earlier page shows; requested again if it shows none. */
  private Arrival<T> decided(Arrival<T> page, Arrival<T> further, CallScope scope) {
    if (further.startsLike(page)) {
      return page.as(PagingStyle.PAGE);
    }
    return further.isFollowedBy(page)
        ? page.as(PagingStyle.OFFSET)
        : judged(page.at(), source.fetch(page.at().request(), scope), false);
  }

  private ApiResponse<PageAnswer<T>> fetch(PageRequest request, CallScope scope) {
    return ahead == null ? source.fetch(request, scope) : ahead.fetch(request, scope);
  }

  private Arrival<T> judged(
      PageCursor at, ApiResponse<PageAnswer<T>> response, boolean steppedBack) {
    Arrival<T> page = Arrival.of(at, response, source::id, this::isHandedOut, steppedBack);
    String problem = PlaceCheck.problem(page);
    if (problem != null) {
      throw incomplete(at, problem);
    }
    return page;
  }

  /** A row without an id cannot be recognized, so only the first walk hands it out. */
  private boolean isHandedOut(long id) {
    return id == RowIds.NONE ? lookBack.isOn() : handedOut.contains(id);
  }

  /** Whether a row was passed on this walk through the list. */
  private boolean isPassed(long id) {
    PageCursor at = lookBack.at();
    return at == null ? handedOut.contains(id) : at.holds(id);
  }

  private Page<T> taken(Arrival<T> page, PageCursor given) {
    if (isWholeListAgain(page)) {
      return last(page, given);
    }
    boolean ends = ends(page);
    int cameIn = cameIn(page);
    if (lookBack.endsWith(cameIn, page)) {
      return last(page, given);
    }
    return ends ? endOfWalk(page, given, cameIn) : onWalk(page, given, cameIn);
  }

  private Page<T> last(Arrival<T> page, PageCursor given) {
    return page(page, withAside(page), given, null);
  }

  private Page<T> endOfWalk(Arrival<T> page, PageCursor given, int cameIn) {
    List<T> items = withAside(page);
    PageCursor next = page.at().after(page, items.size());
    long missing = missing(cameIn, next);
    if (missing == 0) {
      return page(page, items, given, null);
    }
    Page<T> taken = page(page, items, given, next);
    lookBack.begin(missing, next);
    fruitless = 0;
    return taken;
  }

  private Page<T> onWalk(Arrival<T> page, PageCursor given, int cameIn) {
    PageCursor next = page.at().after(page, page.fresh().size());
    Page<T> taken = page(page, page.fresh(), given, next);
    lookBack.goOn(cameIn, page, next);
    askAhead(next, page);
    return taken;
  }

  /** Hands out rows. While looking back, the place to continue from stays the end of the list. */
  private Page<T> page(
      Arrival<T> page, List<T> items, PageCursor given, @Nullable PageCursor next) {
    fruitless = isFruitless(page) ? fruitless + 1 : 0;
    handedOut.reserve(items.size() + 1);
    items.forEach(item -> handedOut.add(RowIds.hash(source.id(item))));
    handedOut.add(page.fingerprint());
    PageCursor shown =
        next != null && lookBack.isOn() ? given.withHandedOut(next.place().handedOut()) : next;
    return new Page<>(
        Collections.unmodifiableList(items),
        page.answer().total(),
        given.place().handedOut(),
        shown);
  }

  /** Whether the server repeated the whole list. Fails for any other repeated page. */
  private boolean isWholeListAgain(Arrival<T> page) {
    boolean isSame = handedOut.contains(page.fingerprint());
    if (lookBack.isOn() || !RepeatCheck.isRepetition(page, isSame, start.isStart())) {
      return false;
    }
    if (!RepeatCheck.isWholeList(page)) {
      throw incomplete(page.at(), RepeatCheck.problem(page));
    }
    return true;
  }

  private boolean ends(Arrival<T> page) {
    boolean ends = ListEnd.isAt(page, fruitless > 0);
    if (lookBack.isEndlessWith(page)) {
      throw incomplete(page.at(), "the server sends more rows than the list has");
    }
    if (!ends && isFruitless(page) && fruitless + 1 == MOST_FRUITLESS_PAGES) {
      throw incomplete(
          page.at(),
          MOST_FRUITLESS_PAGES
              + " pages in a row had no new rows, but the server says that there are more");
    }
    return ends;
  }

  private boolean isFruitless(Arrival<T> page) {
    return lookBack.isOn() ? page.bringsNothing() : page.fresh().isEmpty();
  }

  /** How many rows were inserted before the place. A list from a cursor cannot look there. */
  private int cameIn(Arrival<T> page) {
    int cameIn = Walker.of(page.style(), start).cameIn(page, this::isPassed);
    if (!start.isStart() && cameIn > Math.max(0, page.growth())) {
      throw incomplete(
          page.at(),
          "rows moved past the place where the list continues, so some may be missing: read"
              + " the list from its start");
    }
    return cameIn;
  }

  /** The number of rows to look for after a walk. */
  private long missing(int cameIn, PageCursor end) {
    long outnumbered = end.place().passed() - end.place().handedOut();
    long missing = start.isStart() ? lookBack.missingAtEnd(cameIn, outnumbered) : 0;
    if (missing > 0 && lookBack.isUsedUp()) {
      throw incomplete(end, "rows move faster than the list can be read");
    }
    return Math.max(0, missing);
  }

  private List<T> withAside(Arrival<T> page) {
    askAhead(null, page);
    if (ahead != null) {
      aside.add(ahead.unused(true));
    }
    return aside.after(page.fresh());
  }

  private void askAhead(@Nullable PageCursor next, Arrival<T> page) {
    if (ahead != null && !lookBack.isOn()) {
      ahead.ask(next, page);
      aside.add(ahead.unused(false));
    }
  }

  private IncompleteListException incomplete(PageCursor at, String what) {
    return new IncompleteListException(source.operation(), at.place().handedOut(), what);
  }
}
