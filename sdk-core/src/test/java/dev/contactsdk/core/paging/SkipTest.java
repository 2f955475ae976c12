package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.FakeList.Honours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that leave rows out at the start. */
@Timeout(60)
class SkipTest {
  private static FakeList list(Honours honours, int count) {
    return new FakeList(honours, count);
  }

  private static void assertFails(FakeList list, long skip) {
    assertThatThrownBy(() -> list.call(10).skip(skip).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("skip is " + skip)
        .hasMessageContaining("multiple of pageSize")
        .hasMessageNotContaining("page 0");
    assertThat(list.requests).hasSize(1);
  }

  @Test
  void rowsCanBeSkipped() {
    FakeList offset = list(Honours.OFFSET, 30).echoes().total();
    assertThat(offset.call(10).skip(13).all()).isEqualTo(offset.rows.subList(13, 30));
    FakeList page = list(Honours.PAGE, 30).echoes().total();
    assertThat(page.call(10).skip(20).all()).isEqualTo(page.rows.subList(20, 30));
  }

  @Test
  void aServerThatCountsPagesIsTakenAtItsWordOfItsPageSize() {
    assertFails(list(Honours.PAGE, 30).atMost(5).echoes().total().hasMore(), 20);
    assertFails(list(Honours.PAGE, 30).atMost(5).echoesSkip().total().hasMore(), 20);
    FakeList right = list(Honours.PAGE, 30).atMost(5).echoes().total().hasMore();
    assertThat(right.call(5).skip(20).all()).isEqualTo(right.rows.subList(20, 30));
  }

  @Test
  void aShortPageOfAServerThatTellsNoPlaceDoesNotShowWhereItStarts() {
    assertFails(list(Honours.PAGE, 30).atMost(5).total().hasMore(), 20);
    assertFails(list(Honours.PAGE, 25).atMost(5).total(), 20);
    assertFails(list(Honours.PAGE, 30).atMost(5), 20);
    FakeList full = list(Honours.PAGE, 35).total().hasMore();
    assertThat(full.call(10).skip(20).all()).isEqualTo(full.rows.subList(20, 35));
    FakeList last = list(Honours.PAGE, 25).total().hasMore();
    assertThat(last.call(10).skip(20).all()).isEqualTo(last.rows.subList(20, 25));
  }

  @Test
  void aPartOfAPageCannotBeLeftOutWherePagesAreCounted() {
    assertFails(list(Honours.PAGE, 30).echoes().total(), 7);
    assertFails(list(Honours.PAGE, 30).echoesSkip().total(), 7);
  }

  @Test
  void nothingIsLeftOutWhereTheWholeListIsSentWhateverIsAskedFor() {
    FakeList list = list(Honours.NOTHING, 30);
    assertThatThrownBy(() -> list.call(40).skip(20).all())
        .isInstanceOf(IncompleteListException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void rowsBeforeTheStartAreNotLookedAtWhenTheListGoesBack(Honours honours) {
    FakeList list = list(honours, 90).echoes().total().hasMore();
    list.beforeRequest(
        () -> {
          if (list.requests.size() == 2) {
            list.rows.subList(0, 20).clear();
          }
        });
    assertThat(list.call(10).skip(40).all()).startsWith("r41").endsWith("r90");
    assertThat(list.requests)
        .allMatch(request -> request.offset() >= 40 && request.page() >= 5)
        .hasSizeGreaterThan(4);
  }

  @Test
  void nothingComesWhereAllRowsAreLeftOut() {
    assertThat(list(Honours.OFFSET, 30).echoes().total().call(10).skip(50).all()).isEmpty();
    assertThat(list(Honours.PAGE, 30).total().hasMore().call(10).skip(50).all()).isEmpty();
  }
}
