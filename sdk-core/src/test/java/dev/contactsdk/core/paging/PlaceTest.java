package dev.contactsdk.core.paging;

import static dev.contactsdk.core.paging.ScriptedPages.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.FakeList.Honours;
import dev.contactsdk.core.paging.ScriptedPages.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that says which place it sends is taken at its word. */
@Timeout(60)
class PlaceTest {
  private static final Says NOTHING = Says.NOTHING;
  private static final Says TOTAL = NOTHING.total(30);

  private static void assertFails(FakeList.Call call, String message) {
    assertThatThrownBy(call::all)
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anotherPageThanTheOneAskedForIsAFailure() {
    ScriptedPages list =
        new ScriptedPages().then(rows(1, 10), TOTAL.page(1)).then(rows(21, 30), TOTAL.page(3));
    assertFails(list.call(10), "asked for page 2, but the server answered with page 3");
  }

  @Test
  void anotherFirstPageIsAFailureThatDoesNotSpeakOfSkip() {
    assertFails(
        new ScriptedPages().then(rows(11, 20), TOTAL.page(2)).call(10),
        "asked for page 1, but the server answered with page 2");
    assertFails(
        new ScriptedPages().then(rows(11, 20), TOTAL.offset(10)).call(10),
        "asked for rows from offset 0, but the server answered with rows from offset 10");
  }

  @Test
  void otherRowsThanTheOnesAskedForAreAFailure() {
    ScriptedPages list =
        new ScriptedPages().then(rows(1, 10), TOTAL.offset(0)).then(rows(21, 30), TOTAL.offset(20));
    assertFails(
        list.call(10),
        "asked for rows from offset 9, but the server answered with rows from offset 20");
  }

  @Test
  void aServerThatCountsSmallerPagesMaySayTheRowTheyStartWith() {
    for (int size : new int[] {3, 5, 10}) {
      FakeList list = new FakeList(Honours.PAGE, 25).atMost(size).echoesSkip().total().hasMore();
      assertThat(list.call(10).all()).isEqualTo(list.rows);
    }
  }

  @Test
  void aPageNumberSaysNothingOfAPlaceInTheMiddleOfAPage() {
    Says says = NOTHING.total(30);
    ScriptedPages list =
        new ScriptedPages()
            .then(rows(14, 23), says.offset(13).page(2).hasMore(true))
            .then(rows(24, 30), says.offset(23).page(3).hasMore(false));
    assertThat(list.call(10).skip(13).all()).isEqualTo(rows(14, 30));
  }

  @Test
  void aSkipThatIsNotMetSaysWhatTheServerDid() {
    String advice = ": skip must be a multiple of pageSize, and the server must accept pageSize";
    assertFails(
        new ScriptedPages().then(rows(1, 5), TOTAL.offset(15).limit(5)).call(10).skip(20),
        "skip is 20, but the server starts with row 15" + advice + " (its pages have 5 rows)");
    assertFails(
        new ScriptedPages().then(rows(1, 10), TOTAL.page(3)).call(10).skip(7),
        "skip is 7, but the server counts pages" + advice + " (its pages have 10 rows)");
    assertThatThrownBy(() -> new ScriptedPages().then(rows(1, 5), TOTAL).call(10).skip(20).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining(
            "skip is 20, but the server does not report where its short page starts" + advice)
        .hasMessageNotContaining("its pages have");
  }
}
