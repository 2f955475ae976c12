package dev.contactsdk.core.paging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.spi.PagingStyle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list to continue from, also in another process. {@link #toString()} and {@link
 * #parse(String)} convert it to text of at most 1,300 characters and back. It holds hashes of the
 * ids before the place, at most 100 in its text, and no other row data. Of the list's filters it
 * holds only a hash of 16 bits, which does not reveal them.
 *
 * <p>A list read in one go knows all rows that it handed out. A list that continues from a cursor
 * knows only the rows in the cursor:
 *
 * <ul>
 *   <li>It detects a server that ignores the place or repeats the previous page. It also detects
 *       rows that moved back past the place because others were deleted: always if the server
 *       counts rows, only if the total shrinks if it counts pages. It goes back for these rows, or
 *       fails.
 *   <li>It detects rows that moved forward past the place. If the server's total did not grow by as
 *       many, other rows may have moved before the place, and the list fails.
 *   <li>It does not know rows without ids.
 *   <li>It cannot detect repeats of rows handed out longer ago; such a row is handed out twice. It
 *       cannot search the list from its start for rows that moved there.
 * </ul>
 */
public final class PageCursor {
  private static final String VERSION = "c2";
  private static final int PARTS = 11;
  private static final int MOST_IDS = 100;

  private static final char FILTERS = '*';

  /** The operation's name, and a hash of the filters where there are any. */
  private final String list;

  private final Place place;
  private final long[] ids;

  /**
   * @param ids the hashes of the rows right before the place, in order; empty when they are not
   *     known
   */
  private PageCursor(String list, Place place, long... ids) {
    this.list = list;
    this.place = place;
    this.ids = ids;
  }

  static PageCursor start(PageSource<?> source, long skip, int limit) {
    return new PageCursor(nameOf(source), Place.start(skip, limit));
  }

  private static String nameOf(PageSource<?> source) {
    String filters = source.filters();
    return filters.isEmpty() ? source.operation() : source.operation() + FILTERS + hash(filters);
  }

  /** 16 bits: enough to notice other filters, too few to find out a phone number. */
  private static String hash(String filters) {
    return Integer.toHexString((int) RowIds.hash(filters) & 0xffff);
  }

  /**
   * Parses a cursor.
   *
   * @param text the result of {@link #toString()}
   * @return the cursor
   * @throws InvalidRequestException when it is null or not a cursor
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PageCursor parse(String text) {
    if (text == null) {
      throw notACursor();
    }
    String[] parts = text.split("~", -1);
    if (parts.length == PARTS && parts[0].equals(VERSION)) {
      try {
        PageCursor cursor = new PageCursor(parts[1], parsedPlace(parts), parsedIds(parts[10]));
        if (cursor.place.isPossible() && cursor.ids.length <= MOST_IDS) {
          return cursor;
        }
      } catch (IllegalArgumentException e) {
        throw notACursor();
      }
    }
    throw notACursor();
  }

  private static Place parsedPlace(String[] parts) {
    return new Place(
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Integer.parseInt(parts[4]),
        PagingStyle.valueOf(parts[5]),
        Long.parseLong(parts[6]),
        Long.parseLong(parts[7]),
        parts[8].isEmpty() ? null : Long.valueOf(parts[8]),
        Integer.parseInt(parts[9]));
  }

  private static long[] parsedIds(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException("half an id");
    }
    long[] ids = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(ids);
    return ids;
  }

  private static InvalidRequestException notACursor() {
    return new InvalidRequestException(
        "cursor", "is not a cursor: pass the complete text of PageCursor.toString()");
  }

  /**
   * The request for this place. Unless the server counts pages, it repeats the last row before the
   * place. That row shows whether rows have moved past the place.
   */
  PageRequest request() {
    return new PageRequest(place.offset() - overlap(), place.page(), place.limit(), place.style());
  }

  /**
   * The number of rows to request again: the anchor, which is the last row with an id, and the rows
   * without ids after it. 0 when a page has no room for them.
   */
  int overlap() {
    int anchor = anchor();
    int rows = ids.length - anchor;
    boolean hasRoom = rows < place.pageRows() && rows <= place.offset();
    return anchor >= 0 && hasRoom && place.style() != PagingStyle.PAGE ? rows : 0;
  }

  private int anchor() {
    int last = ids.length - 1;
    while (last >= 0 && ids[last] == RowIds.NONE) {
      last--;
    }
    return last;
  }

  /** The place after an accepted page. */
  PageCursor after(Arrival<?> taken, int handedOutNow) {
    return new PageCursor(list, place.after(taken, handedOutNow), idsWith(taken));
  }

  /** Keeps rows of earlier pages as long as this page continues them. */
  private long[] idsWith(Arrival<?> taken) {
    long[] more = taken.ids();
    if (taken.bringsNothing()) {
      return new long[0];
    }
    int known = taken.startsWithAnchor() ? Math.min(overlap(), more.length) : 0;
    int fromPage = more.length - known;
    int fromBefore = taken.continues() ? Math.min(ids.length, MOST_IDS - fromPage) : 0;
    if (fromBefore <= 0) {
      return more;
    }
    long[] all = Arrays.copyOfRange(ids, ids.length - fromBefore, ids.length + fromPage);
    System.arraycopy(more, known, all, fromBefore, fromPage);
    return all;
  }

  /** The place after a page of that many rows, if no row moves. */
  PageCursor ahead(int rows) {
    return new PageCursor(list, place.ahead(rows - overlap()), ids);
  }

  /** The same place, further back in a list that may have become shorter. */
  PageCursor back(long rows, long pages, @Nullable Long newTotal) {
    return new PageCursor(list, place.back(rows, pages, newTotal), ids);
  }

  /** The start of a list, for reading it again. */
  PageCursor knowing(PageCursor end) {
    return new PageCursor(list, place.knowing(end.place));
  }

  PageCursor withHandedOut(long rows) {
    return new PageCursor(list, place.withHandedOut(rows), ids);
  }

  String operation() {
    int filters = list.lastIndexOf(FILTERS);
    return filters < 0 ? list : list.substring(0, filters);
  }

  /** Whether it is a place in this list, with the same filters. */
  boolean isIn(PageSource<?> source) {
    return list.equals(nameOf(source));
  }

  Place place() {
    return place;
  }

  /** Whether no row has been read yet. */
  boolean isStart() {
    return place.pageRows() == 0;
  }

  long[] ids() {
    return ids;
  }

  boolean holds(long id) {
    return id != RowIds.NONE && Arrays.stream(ids).anyMatch(known -> known == id);
  }

  /** Whether this is the last row with an id before the place. */
  boolean isAnchor(long id) {
    return anchor() >= 0 && ids[anchor()] == id;
  }

  /** Cursors with the same text are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageCursor that && that.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The cursor as URL-safe text. */
  @Override
  @JsonValue
  public String toString() {
    int count = Math.min(ids.length, MOST_IDS);
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
    bytes.asLongBuffer().put(ids, ids.length - count, count);
    return String.join(
        "~",
        VERSION,
        list,
        Long.toString(place.offset()),
        Long.toString(place.page()),
        Integer.toString(place.limit()),
        place.style().name(),
        Long.toString(place.handedOut()),
        Long.toString(place.passed()),
        place.total() == null ? "" : place.total().toString(),
        Integer.toString(place.pageRows()),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
  }
}
