package dev.contactsdk.core.paging;

import static dev.contactsdk.core.paging.ScriptedPages.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.paging.FakeList.Honours;
import dev.contactsdk.core.paging.ScriptedPages.Says;
import dev.contactsdk.core.spi.CallScope;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.PageRequest;
import dev.contactsdk.core.spi.PageSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that change places while their list is read. */
@Timeout(60)
class MovingRowsTest {
  private static FakeList list(Honours honours, int count) {
    return new FakeList(honours, count).echoes().total().hasMore();
  }

  private static FakeList before(FakeList list, int request, Runnable change) {
    return list.beforeRequest(
        () -> {
          if (list.requests.size() == request) {
            change.run();
          }
        });
  }

  @Test
  void aRowThatMovesToTheEndTakesNoRowsOfItsPageWithIt() {
    FakeList list = list(Honours.OFFSET, 150);
    before(list, 2, () -> list.move("r5", 149));
    assertThat(list.call(100).all()).doesNotHaveDuplicates().hasSize(150).contains("r150");
  }

  @Test
  void wherePagesAreCountedTheListIsLookedThroughAgainForTheRowThatTookItsPlace() {
    FakeList list = list(Honours.PAGE, 150);
    before(list, 2, () -> list.move("r5", 149));
    List<String> read = list.call(100).all();
    assertThat(read).doesNotHaveDuplicates().hasSize(150).endsWith("r101");
    assertThat(list.requests).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aRowThatMovesToTheFrontIsLookedForOnlyUntilItIsFound(Honours honours) {
    FakeList list = list(honours, 95);
    before(list, 4, () -> list.move("r80", 0));
    assertThat(list.call(10).all()).doesNotHaveDuplicates().hasSize(95).endsWith("r95", "r80");
    int pages = honours == Honours.PAGE ? 10 : 11;
    assertThat(list.requests).hasSize(pages + 1);
  }

  @Test
  void severalRowsThatMovedAreLookedForOnlyUntilTheLastIsFound() {
    FakeList list = list(Honours.PAGE, 95);
    before(
        list,
        4,
        () -> {
          list.move("r80", 0);
          list.move("r81", 25);
        });
    assertThat(list.call(10).all()).doesNotHaveDuplicates().hasSize(95).endsWith("r80", "r81");
    assertThat(list.requests).hasSize(10 + 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void rowsThatSwapPlacesUnderTheAnchorAreFoundToo(Honours honours) {
    FakeList list = list(honours, 45);
    before(
        list,
        3,
        () -> {
          list.move("r3", 44);
          list.move("r40", 0);
        });
    assertThat(list.call(10).all()).doesNotHaveDuplicates().hasSize(45).endsWith("r40");
  }

  @Test
  void aRowThatMovesToTheFrontIsLookedForAlsoWhereADeletedRowHidesItInTheTotal() {
    FakeList list = list(Honours.OFFSET, 95);
    list.beforeRequest(
        () -> {
          if (list.requests.size() == 2) {
            list.rows.remove("r3");
          } else if (list.requests.size() == 6) {
            list.move("r80", 0);
          }
        });
    assertThat(list.call(10).all()).doesNotHaveDuplicates().endsWith("r80").hasSize(95);
  }

  @Test
  void pagesOfOneRowGoBackWhenTheTotalShrinks() {
    FakeList list = list(Honours.OFFSET, 9);
    before(list, 5, () -> list.rows.subList(1, 3).clear());
    assertThat(list.call(1).all()).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void pagesOfAListThatIsLookedThroughAgainCanFailAndBeAskedForAgain() {
    FakeList list = list(Honours.PAGE, 45).failingAt(6).failingAt(7);
    before(list, 5, () -> list.move("r44", 0));
    Iterator<Page<String>> pages = list.call(10).pages().iterator();
    List<String> read = new ArrayList<>();
    int failures = 0;
    while (pages.hasNext()) {
      try {
        read.addAll(pages.next().items());
      } catch (IllegalStateException e) {
        failures++;
      }
    }
    assertThat(failures).isEqualTo(2);
    assertThat(read).doesNotHaveDuplicates().hasSize(45).endsWith("r44");
  }

  @Test
  void aCursorTakenWhileTheListIsLookedThroughAgainStandsAtItsEnd() {
    FakeList list = list(Honours.OFFSET, 25);
    before(list, 2, () -> list.move("r25", 0));
    Iterator<Page<String>> pages = list.call(10).pages().iterator();
    pages.next();
    pages.next();
    Page<String> third = pages.next();
    assertThat(third.items()).endsWith("r24");
    assertThat(list.call(10).from(third.next()).all()).isEmpty();
    assertThat(pages.next().items()).containsExactly("r25");
    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void aListWhoseRowsNeverStayInPlaceFails() {
    FakeList list = list(Honours.PAGE, 45);
    list.beforeRequest(
        () -> {
          long asked = list.requests.get(list.requests.size() - 1).page();
          list.move("r45", asked == 1 ? 44 : 0);
        });
    IncompleteListException e =
        catchThrowableOfType(IncompleteListException.class, () -> list.call(10).all());
    assertThat(e).hasMessageContaining("rows move faster than the list can be read");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(list.requests).hasSizeLessThan(45);
  }

  @Test
  void aListThatHoldsARowOnTwoPagesIsNotTakenForComplete() {
    FakeList list = list(Honours.OFFSET, 25);
    list.rows.add("r3");
    assertThatThrownBy(() -> list.call(10).all()).isInstanceOf(IncompleteListException.class);
    FakeList onePage = list(Honours.OFFSET, 8);
    onePage.rows.add("r3");
    assertThat(onePage.call(10).all()).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void aServerThatTellsNoPlaceIsAskedOnceMoreWhatItCounts() {
    for (Honours honours : new Honours[] {Honours.OFFSET, Honours.PAGE}) {
      FakeList list = new FakeList(honours, 45).hasMore();
      before(list, 4, () -> list.rows.subList(2, 5).clear());
      List<String> read = list.call(10).all();
      assertThat(read).doesNotHaveDuplicates();
      if (honours == Honours.OFFSET) {
        assertThat(read).containsAll(list.rows);
      }
    }
  }

  @Test
  void rowsAreNotTakenForCountedWhereANewRowMadeAPageStartWithTheAnchor() {
    FakeList list = new FakeList(Honours.PAGE, 45).total().hasMore();
    before(list, 2, () -> list.move("r42", 0));
    assertThat(list.call(10).all()).doesNotHaveDuplicates().containsAll(list.rows);
  }

  @Test
  void aServerThatSeemedToCountRowsAndDoesNotIsAFailure() {
    FakeList list = new FakeList(Honours.PAGE, 30).hasMore();
    list.beforeRequest(
        () -> {
          int request = list.requests.size();
          if (request == 3) {
            list.move("r29", 0);
            list.move("r30", 0);
          } else if (request > 3 && list.rows.size() > 20) {
            list.rows.subList(0, 6).clear();
          }
        });
    assertThatThrownBy(() -> list.call(3).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the same rows from another place");
  }

  @Test
  void rowsWithoutIdsAreHandedOutOnceAlsoWhenTheListIsLookedThroughAgain() {
    FakeList list = list(Honours.PAGE, 35);
    list.rows.set(4, "?");
    list.rows.set(15, "?");
    before(list, 4, () -> list.move("r32", 12));
    List<String> read = list.call(10).all();
    assertThat(read).containsAll(list.rows).endsWith("r32").hasSize(35);
  }

  @Test
  void rowsWithoutIdsAreHandedOutAllOfThem() {
    for (Honours honours : new Honours[] {Honours.OFFSET, Honours.PAGE}) {
      FakeList list = list(honours, 35);
      for (int at : new int[] {0, 8, 9, 18, 19, 20, 30}) {
        list.rows.set(at, "?");
      }
      assertThat(list.call(10).all()).isEqualTo(list.rows);
      assertThat(list.call(10).prefetch(3).all()).isEqualTo(list.rows);
    }
  }

  @Test
  void rowsWithoutIdsAtTheEndOfAPageHideNoMovement() {
    FakeList list = list(Honours.OFFSET, 35);
    list.rows.set(8, "?8");
    list.rows.set(9, "?9");
    list.rows.set(12, "?12");
    before(list, 2, () -> list.rows.subList(0, 4).clear());
    List<String> read = list.call(10).all();
    assertThat(read).doesNotHaveDuplicates().containsAll(list.rows).hasSize(35);
  }

  @Test
  void rowsAllWithoutIdsAreReadToTheEnd() {
    FakeList list = list(Honours.OFFSET, 0);
    for (int i = 0; i < 35; i++) {
      list.rows.add("?" + i);
    }
    assertThat(list.call(10).all()).isEqualTo(list.rows);
    FakeList ignoring = new FakeList(Honours.NOTHING, 0).total(request -> 35);
    ignoring.rows.addAll(list.rows);
    assertThatThrownBy(() -> ignoring.call(10).all()).isInstanceOf(IncompleteListException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10})
  void aListGoesUpToFiveStepsBack(int deleted) {
    FakeList list = list(Honours.OFFSET, 30);
    before(list, 8, () -> list.rows.subList(0, deleted).clear());
    assertThat(list.call(3).all()).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void aListThatWouldHaveToGoFurtherBackFails() {
    FakeList list = list(Honours.OFFSET, 30);
    before(list, 8, () -> list.rows.subList(0, 11).clear());
    assertThatThrownBy(() -> list.call(3).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("rows move faster than the list can be read");
  }

  /** Pages of 2 of a server that tells no place and has lost rows since the first of 10. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9, 10})
  void aSecondPageThatIsEmptyBecauseRowsWereDeletedIsLookedForFurtherBack(int deleted) {
    FakeList list = new FakeList(Honours.OFFSET, 10).hasMore();
    list.alwaysHasMore(true);
    list.rows.add("r11");
    before(list, 2, () -> list.rows.subList(0, deleted).clear());
    assertThat(list.call(10).all()).doesNotHaveDuplicates().hasSize(11);
  }

  @Test
  void aRowOfAnUnusedAnswerIsHandedOutAlsoWhenItIsDeletedMeanwhile() {
    for (int request : new int[] {3, 4, 5}) {
      for (FakeList list : List.of(list(Honours.OFFSET, 30), new FakeList(Honours.OFFSET, 30))) {
        Set<String> sent = new LinkedHashSet<>();
        list.beforeRequest(
            () -> {
              if (list.requests.size() == 2) {
                list.rows.subList(0, 5).clear();
              } else if (list.requests.size() == request) {
                list.rows.removeAll(List.of("r11", "r12", "r16", "r20"));
              }
            });
        assertThat(FakeList.call(10, new Recorded(list, sent)).all())
            .as("request %s", request)
            .doesNotHaveDuplicates()
            .containsAll(sent);
      }
    }
  }

  /** Remembers the rows of all answers. */
  private record Recorded(FakeList list, Set<String> sent) implements PageSource<String> {
    @Override
    public String operation() {
      return list.operation();
    }

    @Override
    public @Nullable String id(String item) {
      return list.id(item);
    }

    @Override
    public ApiResponse<PageAnswer<String>> fetch(PageRequest request, CallScope scope) {
      ApiResponse<PageAnswer<String>> answer = list.fetch(request, scope);
      sent.addAll(answer.body().items());
      return answer;
    }
  }

  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void aListIsLookedThroughAgainUpToFiveTimes(int walksWithNewRows, boolean isRead) {
    FakeList list = new FakeList(Honours.PAGE, 15).echoes().hasMore();
    AtomicInteger walks = new AtomicInteger();
    list.beforeRequest(
        () -> {
          boolean isSecondPage = list.requests.get(list.requests.size() - 1).page() == 2;
          if (isSecondPage && walks.incrementAndGet() <= walksWithNewRows) {
            list.rows.add(0, "new" + walks.get());
            list.rows.remove(list.rows.size() - 1);
          }
        });
    if (isRead) {
      assertThat(list.call(10).all()).containsAll(list.rows).contains("new5");
    } else {
      assertThatThrownBy(() -> list.call(10).all())
          .isInstanceOf(IncompleteListException.class)
          .hasMessageContaining("rows move faster than the list can be read");
    }
  }

  @Test
  void aListThatNeverEndsWhileItIsLookedThroughAgainIsAFailure() {
    Says says = Says.NOTHING.hasMore(true);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(1, 10), says.page(1))
            .then(rows(10, 14), says.page(2).hasMore(false));
    for (int page = 1; page <= 20; page++) {
      list.then(rows(1, 10), says.page(page));
    }
    assertThatThrownBy(() -> list.all(10))
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the server sends more rows than the list has");
  }

  @Test
  void aListThatGoesBackToItsStartAgainAndAgainIsAFailure() {
    FakeList list = list(Honours.OFFSET, 29).pagesOf(11).repeatingPage(2);
    assertThatThrownBy(() -> list.call(10).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the server sends more rows than the list has");
  }

  @Test
  void aServerThatSendsOtherRowsFurtherBackIsAskedForThePageAgain() {
    Says more = Says.NOTHING.hasMore(true);
    for (List<String> furtherBack : List.of(List.<String>of(), rows(21, 23))) {
      ScriptedPages list =
          new ScriptedPages()
              .then(rows(1, 3), more)
              .then(rows(4, 6), more)
              .then(furtherBack, more)
              .then(rows(3, 5), more)
              .then(rows(1, 3), more)
              .then(rows(5, 6), Says.NOTHING.hasMore(false));
      assertThat(list.all(3)).startsWith("r1", "r2", "r3", "r4", "r5").contains("r6");
      assertThat(list.requests.get(3)).isEqualTo(list.requests.get(1));
    }
  }

  @Test
  void inPagesOfOneRowARowThatMovedToTheNextPageIsNoRepetition() {
    FakeList list = new FakeList(Honours.PAGE, 4).echoes().hasMore();
    before(list, 2, () -> list.rows.add(0, "new"));
    assertThat(list.call(1).all()).doesNotHaveDuplicates().containsAll(list.rows);
  }

  @Test
  void inPagesOfOneRowTheSameRowFromAServerThatTellsNoPlaceIsARepetition() {
    FakeList list = new FakeList(Honours.NOTHING, 4).hasMore();
    assertThatThrownBy(() -> list.call(1).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the same rows again");
    assertThat(list.requests).hasSize(2);
  }

  @Test
  void rowsWithoutIdsAmongOthersAreAllHandedOutWhereverAPageEnds() {
    for (Honours honours : new Honours[] {Honours.OFFSET, Honours.PAGE}) {
      for (int size = 2; size < 8; size++) {
        for (int step = 2; step < 6; step++) {
          FakeList list = list(honours, 30);
          for (int at = 1; at < 30; at++) {
            if (at % step != 0) {
              list.rows.set(at, "?" + at);
            }
          }
          assertThat(list.call(size).all()).as("%s of %s", step, size).isEqualTo(list.rows);
        }
      }
    }
  }

  @Test
  void rowsWithoutIdsAreNotAskedForAgainAfterAShorterPage() {
    List<String> rows = IntStream.range(0, 17).mapToObj(i -> "?" + i).toList();
    Says says = Says.NOTHING.total(17);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows.subList(0, 10), says.offset(0))
            .then(rows.subList(10, 15), says.offset(10))
            .then(rows.subList(15, 17), says.offset(15));
    assertThat(list.all(10)).isEqualTo(rows);
    assertThat(list.requests).extracting(PageRequest::offset).containsExactly(0L, 10L, 15L);
  }
}
