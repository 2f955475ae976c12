package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.CallOptions;
import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks ahead for the pages that will probably come next. What is asked for ahead is only a guess: a
 * page is used when exactly its request is made, so judging the list is the same as without. Used
 * by one thread at a time.
 */
final class PrefetchingSource<T> implements PageSource<T> {
  private final PageSource<T> source;
  private final ApiEngine engine;
  private final CallOptions options;
  private final int ahead;
  private final Map<PageRequest, Guess> underWay = new HashMap<>();

  PrefetchingSource(PageSource<T> source, ApiEngine engine, CallOptions options, int ahead) {
    this.source = source;
    this.engine = engine;
    this.options = options;
    this.ahead = ahead;
  }

  @Override
  public String operation() {
    return source.operation();
  }

  @Override
  public @Nullable String id(T item) {
    return source.id(item);
  }

  @Override
  public ApiResponse<PageAnswer<T>> fetch(PageRequest request, CallScope scope) {
    Guess guessed = underWay.remove(request);
    if (guessed == null) {
      underWay.values().forEach(Guess::cancel);
      underWay.clear();
    }
    ApiResponse<PageAnswer<T>> response =
        guessed == null || guessed.claim() ? source.fetch(request, scope) : guessed.await();
    askAhead(request, response.body());
    return response;
  }

  private void askAhead(PageRequest asked, PageAnswer<T> answer) {
    int came = answer.items().size();
    boolean numbered =
        answer.page() != null || (answer.offset() != null && answer.offset() != asked.offset());
    long reached = (answer.offset() == null ? asked.offset() : answer.offset()) + came;
    if (answer.page() != null && answer.limit() != null) {
      reached = answer.page() * answer.limit();
    }
    PageRequest next = asked;
    int guesses = answer.total() == null ? Math.min(1, ahead) : ahead;
    for (int i = 0; i < guesses && came > 1 && hasMore(answer, reached); i++) {
      next = following(next, answer);
      underWay.computeIfAbsent(next, Guess::new);
      reached += numbered ? came : came - 1;
    }
  }

  private static boolean hasMore(PageAnswer<?> answer, long reached) {
    return answer.total() == null
        ? Boolean.TRUE.equals(answer.hasMore())
        : reached < answer.total();
  }

  /** The request after this one if all pages are like this answer. */
  private static PageRequest following(PageRequest asked, PageAnswer<?> answer) {
    PagingStyle style = answer.style() == PagingStyle.UNKNOWN ? asked.style() : answer.style();
    long offset = asked.offset() + answer.items().size() - 1;
    return new PageRequest(offset, asked.page() == 0 ? 0 : asked.page() + 1, asked.limit(), style);
  }

  /**
   * A page that is asked for on another thread, unless the caller wants it before a thread was
   * free: then the caller asks, for all threads may stand and wait like this one.
   */
  private final class Guess {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<ApiResponse<PageAnswer<T>>> page;

    Guess(PageRequest request) {
      page = engine.async(() -> ask(request));
    }

    private ApiResponse<PageAnswer<T>> ask(PageRequest request) {
      if (!claim()) {
        throw new CancellationException("the caller has asked for the page");
      }
      return source.fetch(request, engine.scope(options));
    }

    boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    void cancel() {
      page.cancel(true);
    }

    ApiResponse<PageAnswer<T>> await() {
      try {
        return page.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancel();
        throw new CanceledException(
            new Failure(operation(), true, Outcome.NOT_SENT, null, 0),
            "cancelled while waiting for a page asked for ahead",
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
