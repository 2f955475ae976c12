package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"95, 11", "91, 10"})
  void eachPageIsAskedForOnceAndNoneBehindTheEnd(int rows, int requests) {
    FakeList list = new FakeList(FakeList.Honours.OFFSET, rows).echoes().total().hasMore();
    assertThat(list.call(10).prefetch(3).all()).isEqualTo(list.rows);
    assertThat(list.requests).hasSize(requests);
  }

  @Test
  void withoutATotalNoPageIsAskedForBehindTheOneThatIsLast() {
    FakeList list = new FakeList(FakeList.Honours.PAGE, 25).echoes().hasMore();
    assertThat(list.call(10).prefetch(3).all()).isEqualTo(list.rows);
    assertThat(list.requests).hasSize(3);
  }

  /** A server that counts pages. */
  private abstract static class Pages implements PageSource<String> {
    @Override
    public String operation() {
      return "t.list";
    }

    @Override
    public String id(String item) {
      return item;
    }

    abstract PageAnswer<String> page(int number) throws InterruptedException;

    @Override
    public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
      try {
        PageAnswer<String> answer = page((int) request.page());
        return new ApiResponse<>(
            200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static PageAnswer<String> answer(int page, List<String> rows, long total) {
    return new PageAnswer<>(rows, null, (long) page, 10L, total, null, page == 1);
  }

  /**
   * Sends all rows with the second page, when a third page was asked for that has another row. The
   * third page arrives when the reader waits for it.
   */
  private static final class EndingEarly extends Pages {
    private final Thread reader = Thread.currentThread();
    private final CountDownLatch third = new CountDownLatch(1);
    private volatile boolean secondSent;
    private volatile boolean over;

    @Override
    PageAnswer<String> page(int number) throws InterruptedException {
      if (number == 1) {
        return answer(number, rows(1, 10), 25);
      } else if (number == 2) {
        third.await();
        secondSent = true;
        return answer(number, rows(11, 25), 25);
      }
      third.countDown();
      while (!over && !(secondSent && reader.getState() == Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      return answer(number, List.of("r24", "x"), 25);
    }
  }

  @Test
  void theRowsOfAPageBehindTheEndComeLast() {
    EndingEarly list = new EndingEarly();
    try {
      List<String> read = FakeList.call(10, list).prefetch(2).all();
      assertThat(read).startsWith(rows(1, 25).toArray(String[]::new)).endsWith("x").hasSize(26);
    } finally {
      list.over = true;
    }
  }

  /** The second page fails, or never comes, on the thread that asks ahead. */
  private static final class FailingAhead extends Pages {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch sent = new CountDownLatch(1);
    private final RuntimeException failure;

    FailingAhead(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    PageAnswer<String> page(int number) throws InterruptedException {
      if (number == 1) {
        return answer(number, rows(1, 10), 20);
      }
      asked.countDown();
      sent.await();
      throw failure;
    }
  }

  private static Iterator<Page<String>> readFirst(FailingAhead list) throws InterruptedException {
    Iterator<Page<String>> pages = FakeList.call(10, list).prefetch(1).pages().iterator();
    assertThat(pages.next().items()).hasSize(10);
    list.asked.await();
    return pages;
  }

  @Test
  void aFailureOfAPageThatWasAskedForAheadIsThatOfItsRequest() throws InterruptedException {
    Failure facts = new Failure("t.list", true, Outcome.NOT_SENT, null, 1);
    for (RuntimeException failure :
        List.of(new ConnectionException(facts, "cut", null), new IllegalArgumentException("odd"))) {
      FailingAhead list = new FailingAhead(failure);
      Iterator<Page<String>> pages = readFirst(list);
      list.sent.countDown();
      Throwable thrown = catchThrowable(pages::next);
      assertThat(failure instanceof SdkException ? thrown : thrown.getCause()).isSameAs(failure);
    }
  }

  @Test
  void anInterruptWhileAPageIsOnItsWayEndsTheIterationAndKeepsTheFlag()
      throws InterruptedException {
    FailingAhead list = new FailingAhead(new IllegalStateException("never sent"));
    Iterator<Page<String>> pages = readFirst(list);
    Thread.currentThread().interrupt();
    assertThatThrownBy(pages::next).isInstanceOf(CanceledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
