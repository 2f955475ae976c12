package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.FakeList.Honours;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that goes on from a cursor knows the rows that the cursor knows. */
@Timeout(60)
class CursorTest {
  private static FakeList list(Honours honours, int count) {
    return new FakeList(honours, count);
  }

  private static PageCursor cursorOf(Page<String> page) {
    return PageCursor.parse(page.next().toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void anIterationGoesOnFromACursorInItsTextForm(Honours honours) {
    FakeList list = list(honours, 35).echoes().total().hasMore();
    List<String> read = new ArrayList<>();
    Page<String> page = list.call(10).execute();
    read.addAll(page.items());
    while (page.hasNext()) {
      String text = page.next().toString();
      assertThat(text).matches("[A-Za-z0-9~._,%*+-]+");
      page = list.call(3).from(PageCursor.parse(text)).execute();
      read.addAll(page.items());
    }
    assertThat(read).isEqualTo(list.rows);
    assertThat(list.requests).hasSize(4);
  }

  @Test
  void aCursorCarriesOddIds() {
    FakeList list = list(Honours.OFFSET, 0).total();
    list.rows.addAll(List.of("a,b", "c~d", "e f", "ü", "%2C", "+", "g"));
    PageCursor cursor = list.call(6).execute().next();
    assertThat(PageCursor.parse(cursor.toString())).hasToString(cursor.toString());
    assertThat(list.call(6).from(PageCursor.parse(cursor.toString())).all()).containsExactly("g");
  }

  @Test
  void theCursorOfAnotherOperationIsRefused() {
    String text = list(Honours.OFFSET, 35).total().call(10).execute().next().toString();
    PageCursor foreign = PageCursor.parse(text.replace("t.list", "t.other"));
    assertThatThrownBy(() -> list(Honours.OFFSET, 35).call(10).from(foreign))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("t.other");
  }

  @Test
  void aCursorOfOtherFiltersIsRefusedBeforeAnythingIsSent() {
    FakeList list = list(Honours.OFFSET, 35).total().filters("?search=Ada");
    PageCursor cursor = cursorOf(list.call(10).execute());
    assertThat(cursor.toString())
        .startsWith("c2~t.list*")
        .doesNotContain("Ada")
        .matches("[A-Za-z0-9~._,%*+-]+");
    assertThat(list.call(10).from(cursor).all()).isEqualTo(list.rows.subList(10, 35));
    for (String filters : List.of("", "?search=Eve", "?search=Ada\n?tag=a")) {
      FakeList other = list(Honours.OFFSET, 35).total().filters(filters);
      FakeList.Call call = other.call(10).from(cursor);
      assertThatThrownBy(call::execute)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("t.list")
          .hasMessageContaining("other filters");
      assertThatThrownBy(() -> call.stream().count()).isInstanceOf(InvalidRequestException.class);
      assertThat(other.requests).isEmpty();
    }
    PageCursor unfiltered = cursorOf(list(Honours.OFFSET, 35).total().call(10).execute());
    assertThatThrownBy(() -> list.call(10).from(unfiltered).execute())
        .hasMessageContaining("other filters");
  }

  @Test
  void noCursorIsRefusedAsTheOneAfterTheLastPage() {
    FakeList list = list(Honours.OFFSET, 5).total().hasMore();
    PageCursor afterTheLast = list.call(10).execute().next();
    assertThatThrownBy(() -> list.call(10).from(afterTheLast))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("t.list")
        .hasMessageContaining("after the last page")
        .hasMessageContaining("hasNext");
    assertThatThrownBy(() -> PageCursor.parse(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not a cursor");
  }

  @Test
  void aDamagedCursorIsRefused() {
    String good = list(Honours.OFFSET, 35).total().call(10).execute().next().toString();
    assertThat(good).startsWith("c2~t.list~10~2~10~UNKNOWN~10~10~35~10~");
    List<String> damaged =
        List.of(
            "",
            "c2",
            "nonsense",
            good.replace("c2~", "c1~"),
            good.replace("~10~2~", "~x~2~"),
            good.replace("~10~2~", "~-10~2~"),
            good.replace("~10~2~", "~10~-2~"),
            good.replace("~2~10~", "~2~0~"),
            good.replace("~2~10~", "~2~-1~"),
            good.replace("UNKNOWN", "SOMETHING"),
            good.replace("UNKNOWN~10~", "UNKNOWN~-10~"),
            good.replace("UNKNOWN~10~10~", "UNKNOWN~10~-10~"),
            good.replace("~35~10~", "~35~-10~"),
            good.replace("~35~10~", "~35~10~" + "A".repeat(1068)),
            good.substring(0, good.length() - 1),
            good + "%",
            good + "~");
    for (String text : damaged) {
      assertThatThrownBy(() -> PageCursor.parse(text))
          .as(text)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("not a cursor");
    }
  }

  @Test
  void aCursorIsShortHoweverLargeThePageAndHoweverLongItsIds() {
    FakeList list = list(Honours.OFFSET, 0).echoes().total();
    IntStream.range(0, 1500).forEach(i -> list.rows.add(i + "-" + "long".repeat(50)));
    String text = list.call(1000).execute().next().toString();
    assertThat(text).hasSizeLessThan(1300);
    assertThat(list.call(1000).from(PageCursor.parse(text)).all())
        .isEqualTo(list.rows.subList(1000, 1500));
  }

  @Test
  void aListGoesBackForRowsThatMovedOverThePlaceBecauseOthersWereDeleted() {
    FakeList list = list(Honours.OFFSET, 300).echoes().total().hasMore();
    PageCursor cursor = cursorOf(list.call(200).execute());
    list.rows.subList(20, 60).clear();
    assertThat(list.call(10).from(cursor).all()).isEqualTo(list.rows.subList(160, 260));
  }

  @Test
  void rowsThatWereInsertedMakeNoRowComeTwice() {
    FakeList list = list(Honours.OFFSET, 300).echoes().total().hasMore();
    PageCursor cursor = cursorOf(list.call(10).skip(150).execute());
    IntStream.range(0, 8).forEach(i -> list.rows.add(0, "new" + i));
    assertThat(list.call(10).from(cursor).all()).isEqualTo(list.rows.subList(168, 308));
  }

  @Test
  void aRowThatMovedForwardOverThePlaceIsAFailureUnlessTheTotalGrew() {
    FakeList list = list(Honours.OFFSET, 35).echoes().total().hasMore();
    PageCursor cursor = cursorOf(list.call(10).execute());
    list.move("r30", 0);
    assertThatThrownBy(() -> list.call(10).from(cursor).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("read the list from its start");
  }

  @Test
  void aPlaceThatCannotBeFoundAgainIsAFailure() {
    FakeList list = list(Honours.OFFSET, 60).echoes().total().hasMore();
    PageCursor cursor = cursorOf(list.call(10).skip(20).execute());
    IntStream.range(0, 25).forEach(i -> list.rows.add(0, "new" + i));
    assertThatThrownBy(() -> list.call(10).from(cursor).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("cannot be found again");
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"PAGE", "NOTHING"})
  void aServerThatSendsThePageBeforeAgainIsAFailure(Honours honours) {
    FakeList list = list(Honours.PAGE, 35).total().hasMore();
    PageCursor cursor = cursorOf(list.call(10).execute());
    FakeList again = list(honours, 0).total(request -> 35).alwaysHasMore(true);
    again.rows.addAll(list.rows.subList(0, 10));
    again.rows.addAll(list.rows.subList(0, 10));
    assertThatThrownBy(() -> again.call(10).from(cursor).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the same rows again");
  }

  private static String idsOf(PageCursor cursor) {
    String text = cursor.toString();
    return text.substring(text.lastIndexOf('~') + 1);
  }

  private static PageCursor after(FakeList.Call call, int pages) {
    Iterator<Page<String>> iterator = call.pages().iterator();
    for (int i = 1; i < pages; i++) {
      iterator.next();
    }
    return iterator.next().next();
  }

  @ParameterizedTest
  @CsvSource({
    "OFFSET, 10, 3, 28",
    "PAGE, 10, 3, 30",
    "OFFSET, 50, 3, 148",
    "PAGE, 50, 3, 150",
    "OFFSET, 2, 4, 5",
    "PAGE, 1, 4, 4"
  })
  void aCursorKnowsTheLastRowsWhateverThePageSize(Honours honours, int size, int pages, int rows) {
    FakeList list = list(honours, 200).echoes().total().hasMore();
    FakeList whole = list(honours, 200).echoes().total().hasMore();
    String ids = idsOf(after(list.call(size), pages));
    assertThat(ids).isEqualTo(idsOf(after(whole.call(rows), 1)));
    assertThat(ids).hasSize((Math.min(rows, 100) * 64 + 5) / 6);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aListGoesBackOverSeveralPagesThatTheCursorKnows(Honours honours) {
    FakeList list = list(honours, 60).echoes().total().hasMore();
    PageCursor cursor = PageCursor.parse(after(list.call(10), 3).toString());
    List<String> unread = List.copyOf(list.rows.subList(honours == Honours.PAGE ? 30 : 28, 60));
    list.rows.subList(0, 15).clear();
    assertThat(list.call(10).from(cursor).all()).isEqualTo(unread);
  }

  @Test
  void cursorsAreEqualByTheirText() {
    FakeList list = list(Honours.OFFSET, 35).total();
    PageCursor cursor = list.call(10).execute().next();
    PageCursor later = list.call(10).from(cursor).execute().next();
    assertThat(PageCursor.parse(cursor.toString())).isEqualTo(cursor).hasSameHashCodeAs(cursor);
    assertThat(later).isNotEqualTo(cursor).doesNotHaveSameHashCodeAs(cursor);
    assertThat(cursor).isNotEqualTo(cursor.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2~t.list~0~1~10~UNKNOWN~0~0~~0~",
        "c2~t.list~13~0~10~OFFSET~13~13~30~0~",
        "c2~t.list~10~2~1~PAGE~0~0~0~0~"
      })
  void aCursorMayHaveReadNothingYet(String text) {
    assertThat(PageCursor.parse(text)).hasToString(text);
  }
}
