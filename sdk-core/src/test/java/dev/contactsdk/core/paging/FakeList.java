package dev.contactsdk.core.paging;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.CallOptions;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A vendor's list in memory, with the habits and contradictions of its paging. */
public final class FakeList implements PageSource<String> {
  public enum Honours {
    OFFSET,
    PAGE,
    NOTHING
  }

  private static final int MOST_REQUESTS = 1000;

  public final List<String> rows = new ArrayList<>();
  public final List<PageRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final Honours honours;
  private int mostPerPage = Integer.MAX_VALUE;
  private int fixedSize;
  private boolean echoes;
  private @Nullable ToLongFunction<PageRequest> total;
  private boolean totalPages;
  private @Nullable Boolean constantHasMore;
  private boolean hasMore;
  private final Set<Long> emptyPages = new HashSet<>();
  private long repeatingPage;
  private final Set<Integer> failing = new HashSet<>();
  private Runnable beforeRequest = () -> {};
  private boolean skipEchoes;
  private String filters = "";

  public FakeList(Honours honours, int count) {
    this.honours = honours;
    IntStream.rangeClosed(1, count).forEach(i -> rows.add("r" + i));
  }

  public FakeList atMost(int perPage) {
    mostPerPage = perPage;
    return this;
  }

  /** Sends pages of that many rows, whatever is asked for. */
  public FakeList pagesOf(int size) {
    fixedSize = size;
    return this;
  }

  public FakeList echoes() {
    echoes = true;
    return this;
  }

  /** Says the number of rows before the page, also where it counts pages, as Kore.ai does. */
  public FakeList echoesSkip() {
    skipEchoes = true;
    return this;
  }

  public FakeList total() {
    return total(request -> rows.size());
  }

  public FakeList total(ToLongFunction<PageRequest> figure) {
    total = figure;
    return this;
  }

  public FakeList totalPages() {
    totalPages = true;
    return this;
  }

  public FakeList hasMore() {
    hasMore = true;
    return this;
  }

  public FakeList alwaysHasMore(boolean value) {
    constantHasMore = value;
    return this;
  }

  public FakeList emptyPage(long number) {
    emptyPages.add(number);
    return this;
  }

  /** The page with that number has the rows of the one before it. */
  public FakeList repeatingPage(long number) {
    repeatingPage = number;
    return this;
  }

  public FakeList failingAt(int request) {
    failing.add(request);
    return this;
  }

  public FakeList beforeRequest(Runnable action) {
    beforeRequest = action;
    return this;
  }

  public FakeList filters(String text) {
    filters = text;
    return this;
  }

  @Override
  public String operation() {
    return "t.list";
  }

  @Override
  public String filters() {
    return filters;
  }

  /** Rows that begin with a question mark have no id. What follows a bar is not part of the id. */
  @Override
  public @Nullable String id(String item) {
    return item.startsWith("?") ? null : item.split("\\|", -1)[0];
  }

  @Override
  public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
    requests.add(request);
    if (requests.size() > MOST_REQUESTS) {
      throw new IllegalStateException("is read for ever");
    }
    beforeRequest.run();
    if (failing.contains(requests.size())) {
      throw new IllegalStateException("request " + requests.size() + " fails");
    }
    return new ApiResponse<>(
        200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer(request));
  }

  public void move(String row, int to) {
    rows.remove(row);
    rows.add(to, row);
  }

  private PageAnswer<String> answer(PageRequest request) {
    int size = fixedSize > 0 ? fixedSize : Math.min(request.limit(), mostPerPage);
    long start =
        switch (honours) {
          case OFFSET -> request.offset();
          case PAGE -> (Math.max(1, request.page()) - 1) * size;
          case NOTHING -> 0;
        };
    long number = start / size + 1;
    long first = number == repeatingPage ? start - size : start;
    int from = (int) Math.min(first, rows.size());
    int to = (int) Math.min(first + size, rows.size());
    List<String> items =
        emptyPages.contains(number) ? List.of() : List.copyOf(rows.subList(from, to));
    Boolean more = hasMore ? Boolean.valueOf(start + size < rows.size()) : constantHasMore;
    return new PageAnswer<>(
        items,
        skipEchoes || (echoes && honours != Honours.PAGE) ? Long.valueOf(start) : null,
        echoes && honours == Honours.PAGE ? Long.valueOf(number) : null,
        echoes || skipEchoes ? Long.valueOf(size) : null,
        total == null ? null : Long.valueOf(total.applyAsLong(request)),
        totalPages ? Long.valueOf((rows.size() + size - 1) / size) : null,
        more);
  }

  public Call call(int limit) {
    return call(limit, this);
  }

  public static Call call(int limit, PageSource<String> source) {
    int most = Math.max(limit, 100);
    return new Call(ListCall.Position.first(limit, most), CallOptions.DEFAULT, source);
  }

  /** A call that lists. */
  public static final class Call extends ListCall<String, Call> {
    private static final ApiEngine ENGINE =
        TestClient.of(ScriptedTransport.of(), new VirtualClock()).open();

    private final PageSource<String> source;

    Call(Position position, CallOptions options, PageSource<String> source) {
      super(ENGINE, options, position);
      this.source = source;
    }

    @Override
    protected Call at(Position changed) {
      return new Call(changed, options(), source);
    }

    @Override
    protected Call with(CallOptions changed) {
      return new Call(position(), changed, source);
    }

    @Override
    protected PageSource<String> source() {
      return source;
    }

    List<String> all() {
      List<String> all = new ArrayList<>();
      items().forEach(all::add);
      return all;
    }
  }
}
