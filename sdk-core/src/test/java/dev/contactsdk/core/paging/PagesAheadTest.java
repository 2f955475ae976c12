package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that were asked for ahead and are not used have arrived all the same. */
@Timeout(60)
class PagesAheadTest {
  private static List<String> rows(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "r" + i).toList();
  }

  /**
   * Rows 1 to 40 in pages of 10, with row x after row 27. After the first page and the one from 18
   * on, rows 1, 2 and x are deleted, and the server lowers its page size to 9.
   */
  private static final class Shrinking implements PageSource<String> {
    private final List<String> rows = new ArrayList<>(rows(1, 40));
    private final List<Long> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch shrunk = new CountDownLatch(1);
    private int size = 10;

    Shrinking() {
      rows.add(27, "x");
    }

    @Override
    public String operation() {
      return "t.list";
    }

    @Override
    public String id(String item) {
      return item;
    }

    @Override
    public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
      asked.add(request.offset());
      if (asked.size() > 1 && request.offset() != 18) {
        awaitShrinking();
      }
      PageAnswer<String> answer = answer((int) request.offset());
      if (request.offset() == 18) {
        rows.removeAll(List.of("r1", "r2", "x"));
        size = 9;
        shrunk.countDown();
      }
      return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
    }

    private void awaitShrinking() {
      try {
        shrunk.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private PageAnswer<String> answer(int from) {
      int to = Math.min(rows.size(), from + size);
      List<String> sent = List.copyOf(rows.subList(Math.min(from, to), to));
      long total = rows.size();
      return new PageAnswer<>(sent, (long) from, null, (long) size, total, null, to < total);
    }
  }

  @Test
  void theRowsOfAPageThatIsThrownAwayAreHandedOut() {
    Shrinking list = new Shrinking();
    List<String> read = FakeList.call(10, list).prefetch(3).all();
    assertThat(read).doesNotHaveDuplicates().containsAll(rows(1, 40)).endsWith("x").hasSize(41);
    assertThat(list.asked).containsOnlyOnce(18L).contains(8L, 16L);
  }

  @Test
  void eachPageIsAskedForOnce() {
    FakeList list = new FakeList(FakeList.Honours.OFFSET, 95).echoes().total().hasMore();
    assertThat(list.call(10).prefetch(3).all()).isEqualTo(list.rows);
    assertThat(list.requests).hasSize(11);
  }

  /** Sends all rows with the second page, when a third page was asked for that has another row. */
  private static final class EndingEarly implements PageSource<String> {
    private final CountDownLatch third = new CountDownLatch(1);

    @Override
    public String operation() {
      return "t.list";
    }

    @Override
    public String id(String item) {
      return item;
    }

    @Override
    public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
      long page = request.page();
      if (page == 3) {
        third.countDown();
      } else if (page == 2) {
        awaitThird();
      }
      List<String> sent = page == 1 ? rows(1, 10) : page == 2 ? rows(11, 25) : List.of("r24", "x");
      PageAnswer<String> answer = new PageAnswer<>(sent, null, page, 10L, 25L, null, page == 1);
      return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
    }

    private void awaitThird() {
      try {
        third.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void theRowsOfAPageBehindTheEndComeLast() {
    List<String> read = FakeList.call(10, new EndingEarly()).prefetch(2).all();
    assertThat(read).startsWith(rows(1, 25).toArray(String[]::new)).endsWith("x").hasSize(26);
  }
}
