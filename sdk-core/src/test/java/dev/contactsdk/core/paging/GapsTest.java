package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.paging.ScriptedPages.Says;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Servers that hide rows after they have cut a page, so a page may be empty. */
class GapsTest {
  private static final int ROWS = 40;

  /** A server that counts rows, has hidden some, and sends smaller pages than requested. */
  private record Gap(int from, int to, int pageSize, LongFunction<Says> says)
      implements PageSource<String> {
    private List<String> rows(int start, int end) {
      return IntStream.range(start, Math.min(end, ROWS))
          .filter(i -> i < from || i >= to)
          .mapToObj(i -> "r" + i)
          .toList();
    }

    List<String> all(int limit) {
      return FakeList.call(limit, this).all();
    }

    @Override
    public String operation() {
      return "t.list";
    }

    @Override
    public @Nullable String id(String item) {
      return item;
    }

    @Override
    public ApiResponse<PageAnswer<String>> fetch(PageRequest asked, CallScope scope) {
      int start = (int) asked.offset();
      Says said = says.apply(start);
      PageAnswer<String> answer =
          new PageAnswer<>(
              rows(start, start + pageSize),
              said.offset(),
              said.page(),
              said.limit(),
              said.total(),
              said.totalPages(),
              said.hasMore());
      return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, Duration.ZERO, answer);
    }
  }

  /** All that is there, whatever page size the server reports. */
  private static void assertComplete(int from, int to, int pageSize, LongFunction<Says> says) {
    Gap list = new Gap(from, to, pageSize, says);
    assertThat(list.all(10)).isEqualTo(list.rows(0, ROWS));
  }

  /** A page that is hidden in part looks like moving rows, so the list may fail. */
  private static void assertNotLost(int from, int to, int pageSize, LongFunction<Says> says) {
    Gap list = new Gap(from, to, pageSize, says);
    List<String> rows = new ArrayList<>();
    Throwable failure = catchThrowable(() -> rows.addAll(list.all(10)));
    if (failure == null) {
      assertThat(rows).isEqualTo(list.rows(0, ROWS));
    } else {
      assertThat(failure).isInstanceOf(IncompleteListException.class);
    }
  }

  @Test
  void aServerThatReportsAPageSizeThatItDoesNotApplyLosesNoRowsBehindAnEmptyPage() {
    assertComplete(6, 12, 6, at -> Says.NOTHING.limit(10).total(ROWS));
    assertComplete(6, 12, 6, at -> Says.NOTHING.limit(10).total(ROWS - 6));
    assertComplete(6, 12, 6, at -> Says.NOTHING.offset(at).limit(10).hasMore(at + 6 < ROWS));
  }

  @Test
  void anEmptyPageAfterTheLastKnownRowStartsWithTheServersPage() {
    assertComplete(6, 12, 6, at -> Says.NOTHING.offset(at).limit(6).total(ROWS));
    assertNotLost(13, 14, 2, at -> Says.NOTHING.total(ROWS - 1));
    assertNotLost(7, 8, 2, at -> Says.NOTHING.offset(at).hasMore(at + 2 < ROWS));
  }

  @Test
  void theNumberOfPagesCountsTheServersPagesAndNotThoseThatOverlap() {
    assertNotLost(30, 31, 2, at -> Says.NOTHING.offset(at).limit(2).totalPages(ROWS / 2));
  }

  @Test
  void rowsBehindAnEmptyFirstPageOfUnknownSizeAreNotLostInSilence() {
    Gap list = new Gap(0, 6, 6, at -> Says.NOTHING.offset(at).limit(10).total(ROWS));
    assertThatThrownBy(() -> list.all(10))
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the first page has no rows");
    assertComplete(0, 10, 10, at -> Says.NOTHING.offset(at).limit(10).total(ROWS));
  }
}
