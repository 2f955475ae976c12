package dev.contactsdk.core.paging;

import dev.contactsdk.core.error.InvalidRequestException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list to go on from, also in another process: {@link #toString()} and {@link
 * #parse(String)} carry it there. Holds the ids of the rows of the page before, no other data of
 * theirs.
 */
public final class PageCursor {
  private static final String VERSION = "c1";
  private static final int PARTS = 9;

  private final String operation;
  private final long rowsBefore;
  private final long page;
  private final int limit;
  private final PagingStyle style;
  private final long received;
  private final @Nullable Long total;
  private final List<String> previousIds;

  /**
   * @param rowsBefore the offset of the first row that was not read yet
   * @param page the number of the next page; 0 when the list was not begun at a whole page
   * @param received how many rows were handed out or left out before
   * @param total what the server said last of the number of rows
   */
  PageCursor(
      String operation,
      long rowsBefore,
      long page,
      int limit,
      PagingStyle style,
      long received,
      @Nullable Long total,
      List<String> previousIds) {
    this.operation = operation;
    this.rowsBefore = rowsBefore;
    this.page = page;
    this.limit = limit;
    this.style = style;
    this.received = received;
    this.total = total;
    this.previousIds = List.copyOf(previousIds);
  }

  static PageCursor start(String operation, long skip, int limit) {
    long page = skip % limit == 0 ? skip / limit + 1 : 0;
    return new PageCursor(operation, skip, page, limit, PagingStyle.UNKNOWN, skip, null, List.of());
  }

  /**
   * Reads a cursor back.
   *
   * @param text what {@link #toString()} gave
   * @return the cursor
   * @throws InvalidRequestException when it is not a cursor
   */
  public static PageCursor parse(String text) {
    String[] parts = text.split("~", -1);
    if (parts.length == PARTS && parts[0].equals(VERSION)) {
      try {
        PageCursor cursor =
            new PageCursor(
                parts[1],
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Integer.parseInt(parts[4]),
                PagingStyle.valueOf(parts[5]),
                Long.parseLong(parts[6]),
                parts[7].isEmpty() ? null : Long.valueOf(parts[7]),
                ids(parts[8]));
        if (cursor.isPossible()) {
          return cursor;
        }
      } catch (IllegalArgumentException e) {
        throw notACursor();
      }
    }
    throw notACursor();
  }

  private boolean isPossible() {
    return rowsBefore >= 0 && page >= 0 && limit > 0 && received >= 0;
  }

  private static InvalidRequestException notACursor() {
    return new InvalidRequestException(
        "cursor", "is not a cursor: pass on what PageCursor.toString() gave, whole");
  }

  private static List<String> ids(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1))
            .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8))
            .toList();
  }

  /**
   * What to ask for: the last row of the page before once more, so that rows which were deleted
   * meanwhile, and moved those after them forward, are noticed. A page of one row leaves no room
   * for that.
   */
  PageRequest request() {
    return new PageRequest(rowsBefore - overlap(), page, limit, style);
  }

  int overlap() {
    return previousIds.size() > 1 && rowsBefore > 0 ? 1 : 0;
  }

  /** The same place, found from further back in a list that has become shorter. */
  PageCursor back(long rows, long pages, @Nullable Long newTotal) {
    long earlierPage = page == 0 ? 0 : Math.max(1, page - pages);
    return new PageCursor(
        operation,
        Math.max(0, rowsBefore - rows),
        earlierPage,
        limit,
        style,
        received,
        newTotal,
        previousIds);
  }

  String operation() {
    return operation;
  }

  int limit() {
    return limit;
  }

  long received() {
    return received;
  }

  @Nullable Long total() {
    return total;
  }

  List<String> previousIds() {
    return previousIds;
  }

  boolean isStart() {
    return previousIds.isEmpty();
  }

  /** The cursor as text of URL-safe characters. */
  @Override
  public String toString() {
    List<String> ids =
        previousIds.stream().map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8)).toList();
    return String.join(
        "~",
        VERSION,
        operation,
        Long.toString(rowsBefore),
        Long.toString(page),
        Integer.toString(limit),
        style.name(),
        Long.toString(received),
        total == null ? "" : total.toString(),
        String.join(",", ids).replace("~", "%7E"));
  }
}
