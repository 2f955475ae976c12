package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the pages of a script, one for each request. Rows are ids; {@code ?} begins one without.
 */
final class ScriptedPages implements PageSource<String> {
  private final Deque<PageAnswer<String>> script = new ArrayDeque<>();
  final List<PageRequest> requests = new ArrayList<>();

  /** What a server says about a page. */
  record Says(
      @Nullable Long offset,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Long total,
      @Nullable Long totalPages,
      @Nullable Boolean hasMore) {
    static final Says NOTHING = new Says(null, null, null, null, null, null);

    Says offset(long value) {
      return new Says(value, page, limit, total, totalPages, hasMore);
    }

    Says page(long value) {
      return new Says(offset, value, limit, total, totalPages, hasMore);
    }

    Says limit(long value) {
      return new Says(offset, page, value, total, totalPages, hasMore);
    }

    Says total(long value) {
      return new Says(offset, page, limit, value, totalPages, hasMore);
    }

    Says totalPages(long value) {
      return new Says(offset, page, limit, total, value, hasMore);
    }

    Says hasMore(boolean value) {
      return new Says(offset, page, limit, total, totalPages, value);
    }
  }

  static List<String> rows(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "r" + i).toList();
  }

  ScriptedPages then(List<String> rows, Says says) {
    script.add(
        new PageAnswer<>(
            rows, says.offset, says.page, says.limit, says.total, says.totalPages, says.hasMore));
    return this;
  }

  FakeList.Call call(int limit) {
    return FakeList.call(limit, this);
  }

  List<String> all(int limit) {
    return call(limit).all();
  }

  @Override
  public String operation() {
    return "t.list";
  }

  @Override
  public @Nullable String id(String item) {
    return item.startsWith("?") ? null : item;
  }

  @Override
  public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
    requests.add(request);
    PageAnswer<String> answer = script.poll();
    if (answer == null) {
      throw new IllegalStateException("request " + requests.size() + " is not in the script");
    }
    return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
  }
}
