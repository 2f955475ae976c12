package dev.contactsdk.core.paging;

import static dev.contactsdk.core.paging.ScriptedPages.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.FakeList.Honours;
import dev.contactsdk.core.paging.ScriptedPages.Says;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of a server end a list, and which make it ask once more. */
@Timeout(60)
class ListEndTest {
  private static final Says NOTHING = Says.NOTHING;

  private static FakeList saying(FakeList list, String words) {
    for (String word : words.split(" ", -1)) {
      switch (word) {
        case "total" -> list.total();
        case "hasMore" -> list.hasMore();
        case "pages" -> list.totalPages();
        case "place" -> list.echoes();
        default -> assertThat(word).isEqualTo("nothing");
      }
    }
    return list;
  }

  /**
   * A page is short below 10 rows. A full page is rarely the last one. Where a server tells no
   * place, one more request shows whether it counts rows or pages.
   */
  @ParameterizedTest
  @CsvSource({
    "PAGE, 5, nothing, 3",
    "PAGE, 5, total, 1",
    "PAGE, 5, hasMore, 1",
    "PAGE, 5, pages, 3",
    "PAGE, 5, place pages, 1",
    "PAGE, 10, total, 3",
    "PAGE, 10, hasMore, 3",
    "PAGE, 10, place pages, 2",
    "PAGE, 10, total hasMore, 1",
    "PAGE, 19, total hasMore, 3",
    "PAGE, 19, place pages total hasMore, 2",
    "PAGE, 20, place pages total hasMore, 2",
    "PAGE, 25, place pages total, 3",
    "OFFSET, 5, place pages, 2",
    "OFFSET, 10, total hasMore, 1",
    "OFFSET, 15, total, 3",
    "OFFSET, 15, hasMore, 3"
  })
  void aListTakesAsManyRequestsAsTheServersWordsNeed(
      Honours honours, int rows, String words, int requests) {
    FakeList list = saying(new FakeList(honours, rows), words);
    assertThat(list.call(10).all()).isEqualTo(list.rows);
    assertThat(list.requests).hasSize(requests);
  }

  @Test
  void theNumberOfPagesEndsNoListThatStartsInTheMiddleOfOne() {
    FakeList list = saying(new FakeList(Honours.OFFSET, 30), "place pages total hasMore");
    assertThat(list.call(10).skip(13).all()).isEqualTo(list.rows.subList(13, 30));
    assertThat(list.requests).hasSize(2);
  }

  @Test
  void aServerWhosePagesAreLargerThanAskedForIsReadWhole() {
    for (Honours honours : List.of(Honours.OFFSET, Honours.PAGE)) {
      for (String words : List.of("nothing", "place", "total", "hasMore", "pages")) {
        for (int count : new int[] {30, 49, 50, 51, 99, 100, 120}) {
          FakeList list = saying(new FakeList(honours, count).pagesOf(50), words);
          assertThat(list.call(10).all()).as(words + " " + count).isEqualTo(list.rows);
        }
      }
    }
  }

  @Test
  void aFirstPageOfMoreRowsThanAskedForIsTheWholeListIfItIsSentAgainAndTheServerSaysNothing() {
    ScriptedPages list = new ScriptedPages().then(rows(1, 30), NOTHING).then(rows(1, 30), NOTHING);
    assertThat(list.all(10)).isEqualTo(rows(1, 30));
    assertThat(list.requests).hasSize(2);
    ScriptedPages asMany =
        new ScriptedPages()
            .then(rows(1, 10), NOTHING.offset(0))
            .then(rows(10, 12), NOTHING.offset(9))
            .then(List.of("r12"), NOTHING.offset(11));
    assertThat(asMany.all(10)).isEqualTo(rows(1, 12));
  }

  /** 50 rows that are sent again. The server may have more of them, and never sends those. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void aFullPageThatIsSentAgainIsNotTheWholeList(int asked) {
    for (Says says :
        List.of(
            NOTHING.limit(50).offset(0),
            NOTHING.limit(50).page(1),
            NOTHING.limit(50),
            NOTHING.limit(49),
            NOTHING.offset(0),
            NOTHING.limit(0).offset(0),
            NOTHING.page(1))) {
      ScriptedPages list = new ScriptedPages().then(rows(1, 50), says).then(rows(1, 50), says);
      assertThatThrownBy(() -> list.all(asked))
          .as("%s", says)
          .isInstanceOf(IncompleteListException.class)
          .hasMessageContaining("it seems to ignore the paging parameters");
      assertThat(list.requests).hasSize(2);
    }
  }

  @Test
  void aPageThatIsSentAgainIsTheWholeListIfItIsShortOrTheServerReportsNoPages() {
    for (Says says :
        List.of(
            NOTHING,
            NOTHING.limit(0),
            NOTHING.limit(51),
            NOTHING.limit(100).offset(0),
            NOTHING.limit(100).page(1),
            NOTHING.limit(50).offset(0).total(50))) {
      ScriptedPages list = new ScriptedPages().then(rows(1, 50), says).then(rows(1, 50), says);
      assertThat(list.all(100)).as("%s", says).isEqualTo(rows(1, 50));
    }
  }

  @Test
  void aLaterPageOfMoreRowsThanAskedForIsNotTheEnd() {
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(1, 10), NOTHING.offset(0))
            .then(rows(10, 30), NOTHING.offset(9))
            .then(rows(30, 31), NOTHING.offset(29))
            .then(List.of("r31"), NOTHING.offset(30));
    assertThat(list.all(10)).isEqualTo(rows(1, 31));
  }

  @Test
  void aPageNoSmallerThanTheOnesBeforeCountsAsFullWhateverSizeTheServerNames() {
    Says says = NOTHING.limit(20);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(1, 7), says.page(1).hasMore(true))
            .then(rows(8, 14), says.page(2).hasMore(false))
            .then(List.of("r15"), says.page(3).hasMore(false));
    assertThat(list.all(20)).isEqualTo(rows(1, 15));
  }

  @Test
  void thatThereAreMorePagesCountsMoreThanATotalThatIsReached() {
    Says says = NOTHING.hasMore(false).totalPages(2);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(1, 5), says.page(1).total(5))
            .then(rows(6, 8), says.page(2).total(8));
    assertThat(list.all(10)).isEqualTo(rows(1, 8));
  }

  @Test
  void anEmptyLastPageEndsNoListWhoseTotalIsNotReachedButOneBeyondItDoes() {
    FakeList list = new FakeList(Honours.PAGE, 25).echoes().total().totalPages().emptyPage(3);
    assertThat(list.call(10).all()).isEqualTo(list.rows.subList(0, 20));
    assertThat(list.requests).hasSize(4);
  }

  @Test
  void aServerWithoutPagingIsReadOnceAlsoWhereItSaysMoreBeyondItsLastPage() {
    Says says = NOTHING.total(5).hasMore(true);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(1, 5), says.page(1).totalPages(1))
            .then(rows(1, 5), says.page(2).totalPages(1));
    assertThat(list.all(5)).isEqualTo(rows(1, 5));
    ScriptedPages more =
        new ScriptedPages()
            .then(rows(1, 5), says.page(1).totalPages(2))
            .then(rows(1, 5), says.page(2).totalPages(2));
    assertThatThrownBy(() -> more.all(5))
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("the same rows again");
  }

  @Test
  void afterAnEmptyFirstPageThePlaceMovesByTheRowsAskedFor() {
    ScriptedPages list =
        new ScriptedPages()
            .then(List.of(), NOTHING.hasMore(true))
            .then(rows(11, 20), NOTHING.offset(10).hasMore(true))
            .then(rows(20, 25), NOTHING.offset(19).hasMore(false));
    assertThat(list.all(10)).isEqualTo(rows(11, 25));
    assertThat(list.requests.get(1).offset()).isEqualTo(10);
    assertThat(list.requests.get(1).page()).isEqualTo(2);
  }
}
