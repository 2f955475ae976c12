package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.error.IncompleteListException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page and judges what comes after it. Servers contradict themselves (more pages but a
 * total that is reached, no more but a total that is not), so the list ends only where all that the
 * server says agrees, or where a further page brings nothing. A server that ignores the paging
 * parameter, or goes in circles, is found out by its rows.
 */
final class PageReader<T> {
  private static final int MOST_EMPTY_PAGES = 10;

  private final PageSource<T> source;

  PageReader(PageSource<T> source) {
    this.source = source;
  }

  ApiResponse<Page<T>> read(PageCursor at, int emptyBefore, CallScope scope) {
    PageRequest asked = at.request();
    ApiResponse<PageAnswer<T>> response = source.fetch(asked, scope);
    PageAnswer<T> answer = response.body();
    boolean repeated = isRepeated(answer, at);
    if (!repeated) {
      checkPlace(asked, answer);
    }
    List<T> fresh = fresh(answer, at);
    boolean ends = repeated ? endsWithRepetition(asked, answer, at) : ends(asked, answer);
    if (!ends && answer.items().isEmpty() && emptyBefore + 1 >= MOST_EMPTY_PAGES) {
      throw incomplete(
          asked,
          MOST_EMPTY_PAGES + " pages in a row are empty, but the server says that there are more");
    }
    PageCursor next = ends ? null : next(asked, answer);
    return response.map(body -> new Page<>(fresh, answer.total(), asked.offset(), next));
  }

  private boolean isRepeated(PageAnswer<T> answer, PageCursor at) {
    List<String> ids = ids(answer);
    return !ids.isEmpty()
        && !at.request().isFirst()
        && new HashSet<>(at.previousIds()).containsAll(ids);
  }

  /**
   * The first page again, after all there is: then the server takes no paging parameter, and the
   * list was complete.
   */
  private boolean endsWithRepetition(PageRequest asked, PageAnswer<T> answer, PageCursor at) {
    boolean reached = answer.total() != null && asked.offset() >= answer.total();
    boolean unpaged = answer.saysNothing() && at.previousIds().size() != asked.limit();
    if (reached || unpaged) {
      return true;
    }
    throw incomplete(
        asked,
        "the server sent the same rows again for the next page: it seems to ignore the paging"
            + " parameters");
  }

  private void checkPlace(PageRequest asked, PageAnswer<T> answer) {
    Long offset = answer.offset();
    Long limit = answer.limit();
    boolean atOffset = offset == null || offset == asked.offset();
    boolean atPage = offset != null && limit != null && offset == (asked.page() - 1) * limit;
    boolean pageNumber =
        answer.page() == null || asked.page() == 0 || answer.page() == asked.page();
    if (!answer.items().isEmpty() && !((atOffset || atPage) && pageNumber)) {
      throw incomplete(
          asked,
          "asked for the rows from "
              + asked.offset()
              + " on (page "
              + asked.page()
              + "), the server answered with "
              + (answer.page() == null ? "those from " + offset + " on" : "page " + answer.page()));
    }
  }

  private boolean ends(PageRequest asked, PageAnswer<T> answer) {
    if (answer.saysNothing()) {
      return answer.items().isEmpty() || (asked.isFirst() && answer.items().size() > asked.limit());
    }
    long reached = asked.offset() + answer.items().size();
    boolean moreByTotal = answer.total() != null && reached < answer.total();
    boolean moreByPages =
        answer.totalPages() != null
            && answer.totalPages() > 0
            && asked.page() > 0
            && asked.page() < answer.totalPages();
    boolean moreByFlag = Boolean.TRUE.equals(answer.hasMore());
    if (answer.items().isEmpty()) {
      return !moreByFlag && (answer.hasMore() != null || !(moreByTotal || moreByPages));
    }
    return !(moreByFlag || moreByTotal || moreByPages);
  }

  private List<T> fresh(PageAnswer<T> answer, PageCursor at) {
    Set<String> before = new HashSet<>(at.previousIds());
    if (before.isEmpty()) {
      return answer.items();
    }
    List<T> fresh = new ArrayList<>(answer.items().size());
    for (T item : answer.items()) {
      String id = source.id(item);
      if (id == null || !before.contains(id)) {
        fresh.add(item);
      }
    }
    return fresh;
  }

  /**
   * Rows count from those that came, not from those that were asked for: a server may clamp the
   * page size.
   */
  private PageCursor next(PageRequest asked, PageAnswer<T> answer) {
    int came = answer.items().size();
    long step = came > 0 ? came : emptyStep(asked, answer.limit());
    PagingStyle style = answer.style() == PagingStyle.UNKNOWN ? asked.style() : answer.style();
    long page = asked.page() == 0 ? 0 : asked.page() + 1;
    return new PageCursor(
        source.operation(),
        new PageRequest(asked.offset() + step, page, asked.limit(), style),
        ids(answer));
  }

  private static long emptyStep(PageRequest asked, @Nullable Long limit) {
    return limit != null && limit > 0 ? Math.min(limit, asked.limit()) : asked.limit();
  }

  private List<String> ids(PageAnswer<T> answer) {
    List<String> ids = new ArrayList<>(answer.items().size());
    for (T item : answer.items()) {
      String id = source.id(item);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private IncompleteListException incomplete(PageRequest asked, String what) {
    return new IncompleteListException(source.operation(), asked.offset(), what);
  }
}
