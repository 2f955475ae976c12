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
 * A call that lists. {@link #execute()} asks for one page; {@link #pages()}, {@link #items()} and
 * {@link #stream()} go through all of them and ask for each page only when it is needed. The list
 * is complete or the iteration fails: see {@link
 * dev.contactsdk.core.error.IncompleteListException}.
 *
 * <p>Each row that arrives is handed out once, known by its id, also when rows change places while
 * the list is read. Where rows may have moved unseen, the iteration goes back for them: by a page,
 * or by going through the list again, at most five times, until it has as many rows as the server.
 * Rows that it finds so come last. Rows of one page that share an id and differ otherwise are
 * different rows. Rows without an id, or with a blank one, are all handed out; they cannot be told
 * from others, except that a page that comes again holds no new ones.
 *
 * <p>An iteration keeps a 64-bit hash of each id, 10 to 14 bytes a row. If two ids have the same
 * hash, the second row is left out. The chance of that is 1 in 37 million for a list of a million
 * rows, and 1 in 3,700 million for a list of 100,000.
 *
 * @param <T> the rows' type
 * @param <C> the call's own type
 */
public abstract class ListCall<T, C extends ApiCall<Page<T>>> extends BaseCall<Page<T>, C> {
  private static final int MAX_PREFETCH = 64;

  private final Position position;

  /**
   * Where a list call begins.
   *
   * @param skip how many rows to leave out at the start
   * @param pageSize how many rows a request asks for
   * @param maxPageSize the most that the vendor takes
   * @param prefetch how many pages to ask for ahead
   * @param cursor where to go on; null to begin by {@code skip}
   */
  public record Position(
      long skip, int pageSize, int maxPageSize, int prefetch, @Nullable PageCursor cursor) {
    /**
     * The beginning of a list.
     *
     * @param pageSize how many rows a request asks for
     * @param maxPageSize the most that the vendor takes
     * @return the position
     */
    public static Position first(int pageSize, int maxPageSize) {
      return new Position(0, pageSize, maxPageSize, 0, null);
    }
  }

  /**
   * Creates a call.
   *
   * @param engine what carries it out
   * @param options its settings
   * @param position where it begins
   */
  protected ListCall(ApiEngine engine, CallOptions options, Position position) {
    super(engine, options);
    this.position = position;
  }

  /**
   * This call from another place.
   *
   * @param changed the place
   * @return a copy
   */
  protected abstract C at(Position changed);

  /**
   * How the vendor is asked.
   *
   * @return the source of pages
   */
  protected abstract PageSource<T> source();

  /**
   * Where this call begins.
   *
   * @return the position
   */
  protected final Position position() {
    return position;
  }

  /**
   * How many rows one request asks for, not how many rows the list has: {@link #items()} reads all
   * rows whatever the page size. For the first 20 rows only, stop reading after 20, for example
   * with {@code stream().limit(20)}. The server may send fewer rows per page; that loses nothing. A
   * list that continues {@link #from} a cursor keeps the page size that it started with.
   *
   * @param rows at least 1, at most what the vendor takes
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
   * How many rows to leave out at the start. Where the server counts pages, this must be a multiple
   * of its page size; otherwise the first page fails with {@link
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
   * How many pages {@link #pages()}, {@link #items()} and {@link #stream()} ask for ahead, on other
   * threads, while the caller works. They are handed over in order and judged as without. When the
   * server reports a total, they are requested in parallel; otherwise at most one page is requested
   * ahead. Rows of a page that was requested ahead and is not used come last. Each request takes a
   * permit of the rate limit, so a caller who stops early has spent up to this many requests for
   * nothing.
   *
   * @param pages 0, the default, for none; at most 64
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
   * Begins where another iteration stopped, perhaps in another process, with the page size that it
   * had. {@link PageCursor} says what such a list can notice.
   *
   * @param cursor from {@link Page#next()}, of the same operation with the same filters
   * @return a changed copy
   * @throws InvalidRequestException when the cursor is that of another operation, or null, as after
   *     the last page
   */
  public final C from(PageCursor cursor) {
    if (cursor == null) {
      throw new InvalidRequestException(
          source().operation(),
          "the cursor is null: after the last page there is nothing to go on with. Ask"
              + " Page.hasNext() first");
    }
    if (!cursor.operation().equals(source().operation())) {
      throw new InvalidRequestException(
          source().operation(),
          "the cursor is that of " + cursor.operation() + ": lists go on with their own cursors");
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
   * All pages from here on. Each is a request of its own, with its own deadline; a page whose rows
   * may have moved takes some more requests. Pages are empty while the list is gone through again.
   * After a failure the same iterator's {@code next()} asks for the failed page again.
   *
   * @return can be gone through any number of times
   */
  public final Iterable<Page<T>> pages() {
    return this::iterator;
  }

  /**
   * All rows from here on, page by page behind the scenes.
   *
   * @return can be gone through any number of times
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
   * All pages from here on, as a part of another call's run: within its deadline.
   *
   * @param scope the run
   * @return the pages, to be gone through once
   */
  protected final Iterator<Page<T>> pages(CallScope scope) {
    PageReader<T> reader = new PageReader<>(source(), null, start());
    return new Pages<>(start(), at -> reader.read(at, scope).body());
  }

  private Pages<T> iterator() {
    PageSource<T> source = source();
    PagesAhead<T> ahead =
        position.prefetch == 0
            ? null
            : new PagesAhead<>(source, engine(), options(), position.prefetch);
    PageReader<T> reader = new PageReader<>(source, ahead, start());
    return new Pages<>(start(), at -> reader.read(at, engine().scope(options())).body());
  }

  @Override
  protected final ApiResponse<Page<T>> run(CallScope scope) {
    return new PageReader<>(source(), null, start()).read(start(), scope);
  }

  private PageCursor start() {
    if (position.cursor != null) {
      return position.cursor;
    }
    return PageCursor.start(source().operation(), position.skip, position.pageSize);
  }
}
