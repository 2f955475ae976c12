package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.FakeList.Honours;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows without ids, or with ids that they share. */
@Timeout(60)
class OddRowsTest {
  private static final int LIMIT = 10;

  /** What a server may say of its pages. */
  private static final List<UnaryOperator<FakeList>> SAYINGS =
      List.of(
          list -> list,
          FakeList::total,
          FakeList::hasMore,
          list -> list.echoes().total().hasMore(),
          list -> list.totalPages().total(),
          list -> list.alwaysHasMore(true),
          list -> list.total(request -> 1000),
          list -> list.echoes().total(request -> 1000),
          list -> list.total(request -> 1000 + request.page()).alwaysHasMore(true));

  private static FakeList list(Honours honours, List<String> rows) {
    FakeList list = new FakeList(honours, 0);
    list.rows.addAll(rows);
    return list;
  }

  private static List<String> rows(int count, String format) {
    return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).toList();
  }

  /** The rows of a list that may fail, but not go on for ever. */
  private static List<String> read(FakeList list, int prefetch) {
    List<String> read = new ArrayList<>();
    try {
      Iterator<String> items = list.call(LIMIT).prefetch(prefetch).items().iterator();
      while (items.hasNext() && read.size() < 1000) {
        read.add(items.next());
      }
    } catch (IncompleteListException e) {
      assertThat(e).hasMessageContaining("items read so far: " + read.size());
    }
    return read;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void whereEachRequestGetsTheSameRowsTheyAreHandedOutOnce(int prefetch) {
    for (List<String> rows :
        List.of(
            List.of("?"),
            List.of("?a", "?b"),
            List.of("?", "?"),
            List.of("a", "?"),
            List.of("?", "a"),
            List.of("a", "?", "?"),
            List.of(" |a", "b", "|c"))) {
      for (UnaryOperator<FakeList> saying : SAYINGS) {
        FakeList list = saying.apply(list(Honours.NOTHING, rows));
        assertThat(read(list, prefetch)).as("%s", rows).isEqualTo(rows);
        assertThat(list.requests).hasSizeLessThan(25 * (1 + prefetch));
      }
    }
  }

  @Test
  void aListOfOnePageThatIsSentWhateverIsAskedForIsWhole() {
    for (int count : new int[] {1, 2, 5, 9}) {
      FakeList list = list(Honours.NOTHING, rows(count, "?%s"));
      assertThat(list.call(LIMIT).all()).isEqualTo(list.rows);
      assertThat(list.requests).hasSize(2);
    }
  }

  @Test
  void theSameRowsAgainAreAFailureWhereTheServerHasMore() {
    for (String row : List.of("?", "|")) {
      for (FakeList list :
          List.of(
              list(Honours.NOTHING, List.of(row)).alwaysHasMore(true),
              list(Honours.NOTHING, List.of(row)).total(request -> 2),
              list(Honours.NOTHING, rows(10, "?%s")).hasMore())) {
        assertThatThrownBy(() -> list.call(LIMIT).all())
            .isInstanceOf(IncompleteListException.class);
        assertThat(list.requests).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void anHonestListOfRowsWithoutIdsIsReadWhole(Honours honours) {
    for (int size : new int[] {1, 2, 10}) {
      for (int count : new int[] {1, 2, 9, 10, 21, 30}) {
        for (String format : List.of("?%s", "|%s", " |%s")) {
          for (UnaryOperator<FakeList> saying : SAYINGS.subList(0, 5)) {
            FakeList list = saying.apply(list(honours, rows(count, format))).atMost(size);
            String which = format + " " + count + " by " + size;
            assertThat(list.call(LIMIT).all()).as(which).isEqualTo(list.rows);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void rowsThatAreAllAlikeAreHandedOutWhereTheServerSaysWhichAndHowManyTheyAre(Honours honours) {
    for (int size : new int[] {1, 2, 10}) {
      FakeList list = list(honours, rows(21, "?")).echoes().total().hasMore().atMost(size);
      assertThat(list.call(LIMIT).all()).isEqualTo(list.rows);
    }
  }

  @Test
  void rowsThatAreAllAlikeEndWithTheTotalAlsoWhereTheServerSaysAnyPlace() {
    FakeList list = list(Honours.OFFSET, rows(500, "?")).echoes().total(request -> 35);
    assertThatThrownBy(() -> list.call(LIMIT).all()).isInstanceOf(IncompleteListException.class);
    assertThat(list.requests).hasSizeLessThan(20);
  }

  @Test
  void aListWithOneOddIdIsReadWhole() {
    for (Honours honours : List.of(Honours.OFFSET, Honours.PAGE)) {
      List<String> last = new ArrayList<>(rows(20, "r%s"));
      last.addAll(rows(5, "|%s"));
      FakeList list = list(honours, last).echoes().total().hasMore();
      assertThat(list.call(LIMIT).all()).isEqualTo(last);
    }
  }

  @Test
  void rowsOfAPageThatShareAnIdAreAllHandedOut() {
    for (Honours honours : List.of(Honours.OFFSET, Honours.PAGE)) {
      FakeList list = new FakeList(honours, 25).echoes().total().hasMore();
      list.rows.set(4, "r7|first");
      list.rows.set(5, "r7|second");
      assertThat(list.call(LIMIT).all()).isEqualTo(list.rows);
      assertThat(list.call(LIMIT).prefetch(3).all()).isEqualTo(list.rows);
    }
  }

  @Test
  void rowsOfTwoPagesThatShareAnIdAreAFailure() {
    FakeList list = new FakeList(Honours.OFFSET, 25).echoes().total().hasMore();
    list.rows.set(9, "x|first");
    list.rows.set(10, "x|second");
    assertThatThrownBy(() -> list.call(LIMIT).all()).isInstanceOf(IncompleteListException.class);
  }

  @Test
  void aListWithoutARowWhoseTotalCountsSomeIsAFailure() {
    for (FakeList list :
        List.of(
            new FakeList(Honours.OFFSET, 0).echoes().total(request -> 500).hasMore(),
            new FakeList(Honours.PAGE, 0).echoes().total(request -> 1).hasMore().totalPages(),
            new FakeList(Honours.NOTHING, 0).total(request -> 1).alwaysHasMore(false))) {
      assertThatThrownBy(() -> list.call(LIMIT).all())
          .isInstanceOf(IncompleteListException.class)
          .hasMessageContaining("the server says that there are more");
    }
  }

  @Test
  void anEmptyFirstPageWhoseTotalCountsRowsIsAskedOn() {
    FakeList list = new FakeList(Honours.PAGE, 25).echoes().total().alwaysHasMore(false);
    list.emptyPage(1);
    assertThat(list.call(LIMIT).items()).startsWith("r11");
  }
}
