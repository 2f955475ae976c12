package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Requests the pages that will probably come next. Each is a guess. It is used only when exactly
 * its request is made, so prefetching does not change how the list is read. {@link #unused} returns
 * the rows of unused guesses. Used by one thread at a time.
 */
final class PagesAhead<T> {
  private final PageSource<T> source;
  private final ApiEngine engine;
  private final CallOptions options;
  private final int most;
  private List<Guess> guesses = new ArrayList<>();
  private final List<Guess> dropped = new ArrayList<>();

  PagesAhead(PageSource<T> source, ApiEngine engine, CallOptions options, int most) {
    this.source = source;
    this.engine = engine;
    this.options = options;
    this.most = most;
  }

  /** Returns the prefetched page, or requests it now. */
  ApiResponse<PageAnswer<T>> fetch(PageRequest request, CallScope scope) {
    Guess guess = taken(request);
    return guess == null || guess.claim() ? source.fetch(request, scope) : guess.await();
  }

  private @Nullable Guess taken(PageRequest request) {
    for (Iterator<Guess> all = guesses.iterator(); all.hasNext(); ) {
      Guess guess = all.next();
      if (guess.isFor(request)) {
        all.remove();
        return guess;
      }
    }
    return null;
  }

  /** Requests the pages from a place on, assuming they are like the last. Drops other guesses. */
  void ask(@Nullable PageCursor next, Arrival<T> last) {
    List<Guess> wanted = new ArrayList<>();
    PageCursor place = next;
    int count = last.answer().total() == null ? Math.min(1, most) : most;
    while (place != null && wanted.size() < count && last.rows() > 1 && hasMore(place, last)) {
      Guess known = taken(place.request());
      wanted.add(known == null ? new Guess(place.request()) : known);
      place = place.ahead(last.rows());
    }
    drop();
    guesses = wanted;
  }

  /** Drops all pages requested so far, because rows have moved since. */
  void drop() {
    dropped.addAll(guesses);
    guesses = new ArrayList<>();
  }

  private boolean hasMore(PageCursor place, Arrival<T> last) {
    Long total = last.answer().total();
    return total == null
        ? Boolean.TRUE.equals(last.answer().hasMore())
        : place.place().passed() < total;
  }

  /**
   * The rows of the pages that were requested ahead and not used.
   *
   * @param wait whether to wait for requests that are still running
   */
  List<T> unused(boolean wait) {
    List<T> rows = new ArrayList<>();
    for (Iterator<Guess> all = dropped.iterator(); all.hasNext(); ) {
      Guess guess = all.next();
      if (wait || guess.page.isDone()) {
        rows.addAll(guess.rows());
        all.remove();
      }
    }
    return rows;
  }

  /**
   * A page requested on another thread. If no thread is free when the caller wants it, the caller
   * requests it, because all threads may be waiting like this one.
   */
  private final class Guess {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final PageRequest request;
    private final CallEvents events;
    private final CompletableFuture<ApiResponse<PageAnswer<T>>> page;

    Guess(PageRequest request) {
      this.request = request;
      events = engine.newCall();
      page = engine.async(this::ask, null);
    }

    private ApiResponse<PageAnswer<T>> ask() {
      if (!claim()) {
        throw new CancellationException("the caller has requested the page");
      }
      return engine.run(engine.scope(options, events), scope -> source.fetch(request, scope));
    }

    /** A server that counts pages ignores the offset, and the other way round. */
    boolean isFor(PageRequest wanted) {
      boolean page = wanted.page() == request.page();
      boolean offset = wanted.offset() == request.offset();
      return switch (wanted.style()) {
        case OFFSET -> offset;
        case PAGE -> page;
        case UNKNOWN -> page && offset;
      };
    }

    boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    /** Empty when the page was not requested or failed, because no row arrived. */
    List<T> rows() {
      if (claim()) {
        return List.of();
      }
      try {
        return await().body().items();
      } catch (CanceledException e) {
        throw e;
      } catch (SdkException | IllegalStateException e) {
        return List.of();
      }
    }

    ApiResponse<PageAnswer<T>> await() {
      try {
        return page.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        page.cancel(true);
        throw new CanceledException(
            new Failure(source.operation(), true, Outcome.NOT_SENT, null, 0),
            "cancelled while waiting for a page requested ahead",
            e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof SdkException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
