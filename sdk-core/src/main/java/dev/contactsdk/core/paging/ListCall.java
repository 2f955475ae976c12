package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.BaseCall;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageSource;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A call that lists records. {@link #execute()} requests one page. {@link #pages()}, {@link
 * #items()} and {@link #stream()} read all pages and request each one only when it is needed. The
 * list is complete or the iteration fails with {@link
 * dev.contactsdk.core.error.IncompleteListException}, unless the server's answers hide that a row
 * is missing.
 *
 * <p>Each row is handed out once, even when rows move while the list is read. Rows are identified
 * by their ids. If rows may have moved out of sight, the iteration goes back for them. It goes back
 * one page, or reads the list again, at most five times, until it has as many rows as the server.
 * Rows found that way come last. Rows of one page that share an id but differ otherwise are
 * different rows. Rows with no id or a blank id are all handed out, because a repeat cannot be
 * recognized. Only a repeated page as a whole is recognized.
 *
 * <p>An iteration keeps a 64-bit hash of each id, 10 to 14 bytes per row. If two ids have the same
 * hash, the second row is left out. The chance is 1 in 37 million for a list of a million rows, and
 * 1 in 3,700 million for 100,000 rows.
 *
 * @param <T> the rows' type
 * @param <C> the call's own type
 */
public abstract class ListCall<T, C extends ApiCall<Page<T>>> extends BaseCall<Page<T>, C> {
  private static final int MAX_PREFETCH = 64;

  private final Position position;

  /**
   * Where a list call starts.
   *
   * @param skip the number of rows to leave out at the start
   * @param pageSize the number of rows per request
   * @param maxPageSize the largest page size that the vendor accepts
   * @param prefetch the number of pages to request ahead
   * @param cursor where to continue; null to start at {@code skip}
   */
  public record Position(
      long skip, int pageSize, int maxPageSize, int prefetch, @Nullable PageCursor cursor) {
    /**
     * The start of a list.
     *
     * @param pageSize the number of rows per request
     * @param maxPageSize the largest page size that the vendor accepts
     * @return the position
     */
    public static Position first(int pageSize, int maxPageSize) {
      return new Position(0, pageSize, maxPageSize, 0, null);
    }
  }

  /**
   * Creates a call.
   *
   * @param engine the client's engine
   * @param options its settings
   * @param position where it starts
   */
  protected ListCall(ApiEngine engine, CallOptions options, Position position) {
    super(engine, options);
    this.position = position;
  }

  /**
   * Returns this call with another start.
   *
   * @param changed the position
   * @return a copy
   */
  protected abstract C at(Position changed);

  /**
   * The source of pages.
   *
   * @return the source
   */
  protected abstract PageSource<T> source();

  /**
   * Where this call starts.
   *
   * @return the position
   */
  protected final Position position() {
    return position;
  }

  /**
   * Sets the number of rows per request. It does not limit the list: {@link #items()} reads all
   * rows whatever the page size. To read only the first 20 rows, use {@code stream().limit(20)}.
   * The server may send fewer rows per page; no rows are lost. A list that continues {@link #from}
   * a cursor keeps its original page size.
   *
   * @param rows at least 1, at most the vendor's maximum
   * @return a changed copy
   * @throws InvalidRequestException when it is out of that range
   */
  public final C pageSize(int rows) {
    if (rows < 1 || rows > position.maxPageSize) {
      throw new InvalidRequestException(
          source().operation(),
          "pageSize must be between 1 and " + position.maxPageSize + ", but was " + rows + ".");
    }
    return at(
        new Position(
            position.skip, rows, position.maxPageSize, position.prefetch, position.cursor));
  }

  /**
   * Sets the number of rows to leave out at the start. If the server counts pages, this must be a
   * multiple of its page size; otherwise the first page fails with {@link
   * dev.contactsdk.core.error.IncompleteListException}.
   *
   * @param rows zero or more
   * @return a changed copy
   * @throws InvalidRequestException when it is negative
   */
  public final C skip(long rows) {
    if (rows < 0) {
      throw new InvalidRequestException(
          source().operation(), "skip must not be negative, but was " + rows + ".");
    }
    return at(new Position(rows, position.pageSize, position.maxPageSize, position.prefetch, null));
  }

  /**
   * Sets how many pages {@link #pages()}, {@link #items()} and {@link #stream()} request ahead, on
   * other threads, while the caller works. Pages still arrive in order and are checked the same
   * way. When the server reports a total, pages are requested in parallel; otherwise at most one
   * page is requested ahead. Rows of an unused page come last. Each request takes a rate limit
   * permit, so a caller who stops early may waste up to this many requests.
   *
   * @param pages 0 to 64; 0 by default
   * @return a changed copy
   * @throws InvalidRequestException when it is out of that range
   */
  public final C prefetch(int pages) {
    if (pages < 0 || pages > MAX_PREFETCH) {
      throw new InvalidRequestException(
          source().operation(),
          "prefetch must be between 0 and " + MAX_PREFETCH + ", but was " + pages + ".");
    }
    return at(
        new Position(
            position.skip, position.pageSize, position.maxPageSize, pages, position.cursor));
  }

  /**
   * Continues where another iteration stopped, perhaps in another process, with the same page size.
   * {@link PageCursor} describes what such a list can detect.
   *
   * <p>With other filters than those of the list that gave the cursor, the run fails with {@link
   * InvalidRequestException} before anything is sent. The check compares 16 bits, so it misses 1 in
   * 65,536 other filters. Filters may be set before or after this.
   *
   * @param cursor from {@link Page#next()}, of the same operation with the same filters
   * @return a changed copy
   * @throws InvalidRequestException when the cursor belongs to another operation, or is null, as
   *     after the last page
   */
  public final C from(PageCursor cursor) {
    if (cursor == null) {
      throw new InvalidRequestException(
          source().operation(),
          "the cursor is null, as after the last page: check Page.hasNext() first");
    }
    if (!cursor.operation().equals(source().operation())) {
      throw new InvalidRequestException(
          source().operation(),
          "the cursor belongs to " + cursor.operation() + ": use a cursor of the same operation");
    }
    return at(
        new Position(
            position.skip,
            cursor.place().limit(),
            position.maxPageSize,
            position.prefetch,
            cursor));
  }

  /**
   * All pages from here on. Each page is one request with its own deadline. A page takes more
   * requests if its rows may have moved. Pages are empty while the list is read again. After a
   * failure, {@code next()} of the same iterator requests the failed page again.
   *
   * @return the pages; can be iterated any number of times
   */
  public final Iterable<Page<T>> pages() {
    return this::iterator;
  }

  /**
   * All rows from here on. Pages are requested as needed.
   *
   * @return the rows; can be iterated any number of times
   */
  public final Iterable<T> items() {
    return () -> new Items<>(iterator());
  }

  /**
   * All rows from here on, as a lazy sequential stream.
   *
   * @return a new stream
   */
  public final Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            items().iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * All pages from here on, within the run and deadline of another call.
   *
   * @param scope the run
   * @return the pages; can be iterated once
   */
  protected final Iterator<Page<T>> pages(CallScope scope) {
    PageSource<T> source = source();
    PageCursor start = start(source);
    PageReader<T> reader = new PageReader<>(source, null, start);
    return new Pages<>(start, at -> reader.read(at, scope).body());
  }

  private Pages<T> iterator() {
    PageSource<T> source = source();
    PageCursor start = start(source);
    PagesAhead<T> ahead =
        position.prefetch == 0
            ? null
            : new PagesAhead<>(source, engine(), options(), position.prefetch);
    PageReader<T> reader = new PageReader<>(source, ahead, start);
    return new Pages<>(start, at -> page(reader, at));
  }

  private Page<T> page(PageReader<T> reader, PageCursor at) {
    CallScope scope = engine().scope(options());
    return scope.isHeard()
        ? engine().run(scope, run -> reader.read(at, run)).body()
        : reader.read(at, scope).body();
  }

  @Override
  protected final ApiResponse<Page<T>> run(CallScope scope) {
    PageSource<T> source = source();
    PageCursor start = start(source);
    return new PageReader<>(source, null, start).read(start, scope);
  }

  private PageCursor start(PageSource<T> source) {
    PageCursor cursor = position.cursor;
    if (cursor == null) {
      return PageCursor.start(source, position.skip, position.pageSize);
    }
    if (!cursor.isIn(source)) {
      throw new InvalidRequestException(
          source.operation(),
          "the cursor belongs to a list with other filters: set the same filters, or start without"
              + " the cursor");
    }
    return cursor;
  }
}
