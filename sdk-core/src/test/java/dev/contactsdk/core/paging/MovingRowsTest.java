package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.paging.FakeList.Honours;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
