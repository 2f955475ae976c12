package dev.contactsdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.paging.PageAnswer;
import dev.contactsdk.core.paging.PageRequest;
import dev.contactsdk.core.paging.PageSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that were asked for ahead and are not used have arrived all the same. */
@Timeout(60)
class PagesAheadTest {
  private static List<String> rows(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "r" + i).toList();
  }

  /**
   * Rows 1 to 40, of which the first two and row x, which stands after row 29, are deleted before
   * the page from 9 on is made. Whatever the order of the requests, the answers are the same.
   */
  private static final class Shrinking implements PageSource<String> {
    private final List<String> left = rows(3, 40);
    private final Map<Long, List<String>> before =
        new ConcurrentHashMap<>(
            Map.of(
                0L,
                rows(1, 10),
                18L,
                Stream.concat(rows(19, 29).stream().skip(2), Stream.of("x")).toList()));
    private final List<Long> asked = new ArrayList<>();

    @Override
    public String operation() {
      return "t.list";
    }

    @Override
    public String id(String item) {
      return item;
    }

    @Override
    public synchronized ApiResponse<PageAnswer<String>> fetch(
        PageRequest request, CallScope scope) {
      asked.add(request.offset());
      List<String> then = before.remove(request.offset());
      int to = (int) Math.min(left.size(), request.offset() + request.limit());
      List<String> rows = then == null ? left.subList((int) request.offset(), to) : then;
      PageAnswer<String> answer =
          new PageAnswer<>(
              rows, request.offset(), null, 10L, then == null ? 38L : 41L, null, to < left.size());
      return new ApiResponse<>(200, Headers.empty(), null, 1, Duration.ZERO, answer);
    }
  }

  @Test
  void theRowsOfAPageThatIsThrownAwayAreHandedOut() {
    Shrinking list = new Shrinking();
    List<String> read = FakeList.call(7, list).prefetch(3).all();
    assertThat(read).doesNotHaveDuplicates().containsAll(rows(1, 40)).contains("x").hasSize(41);
  }
}
