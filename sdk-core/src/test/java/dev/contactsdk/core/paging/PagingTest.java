package dev.contactsdk.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.paging.FakeList.Honours;
import dev.contactsdk.core.spi.PageRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing is complete or says so, whatever the server does. */
@Timeout(60)
class PagingTest {
  private static void assertComplete(FakeList list, int limit) {
    assertThat(list.call(limit).all()).isEqualTo(list.rows);
  }

  private static FakeList list(Honours honours, int count) {
    return new FakeList(honours, count);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aListIsReadWholeFromAServerOfEitherHabit(Honours honours) {
    for (int count : new int[] {0, 1, 2, 9, 10, 11, 20, 25, 30}) {
      assertComplete(list(honours, count).echoes().total().hasMore().totalPages(), 10);
      assertComplete(list(honours, count).echoes().total(), 10);
      assertComplete(list(honours, count).total(), 10);
      assertComplete(list(honours, count).hasMore(), 10);
      assertComplete(list(honours, count).totalPages(), 10);
      assertComplete(list(honours, count).echoes(), 10);
      assertComplete(list(honours, count), 10);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aServerThatSendsFewerRowsThanAskedForLosesNone(Honours honours) {
    for (int count : new int[] {7, 8, 21, 35}) {
      assertComplete(list(honours, count).atMost(7).echoes().total().hasMore(), 20);
      assertComplete(list(honours, count).atMost(7).total(), 20);
      assertComplete(list(honours, count).atMost(7).hasMore(), 20);
      assertComplete(list(honours, count).atMost(7), 20);
    }
  }

  @Test
  void anyHonestServerGivesEveryRowOnceAndInOrder() {
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Honours honours = random.nextBoolean() ? Honours.OFFSET : Honours.PAGE;
      FakeList list = list(honours, random.nextInt(45)).atMost(1 + random.nextInt(12));
      if (random.nextBoolean()) {
        list.echoes();
      }
      if (random.nextBoolean()) {
        list.total();
      }
      if (random.nextBoolean()) {
        list.totalPages();
      }
      if (random.nextBoolean()) {
        list.hasMore();
      }
      int limit = 1 + random.nextInt(12);
      assertThat(list.call(limit).all()).as("seed %s, limit %s", seed, limit).isEqualTo(list.rows);
    }
  }

  @Test
  void anEmptyPageInTheMiddleDoesNotEndTheList() {
    FakeList list = list(Honours.PAGE, 30).echoes().total().hasMore().totalPages().emptyPage(2);
    List<String> expected = new ArrayList<>(list.rows);
    expected.subList(10, 20).clear();
    assertThat(list.call(10).all()).isEqualTo(expected);
  }

  @Test
  void aServerThatPromisesMoreForEverButSendsNothingIsAFailure() {
    FakeList list = list(Honours.OFFSET, 5).alwaysHasMore(true);
    assertThatThrownBy(() -> list.call(10).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("10 pages in a row had no new rows");
    assertThat(list.requests).hasSizeLessThan(15);
  }

  @Test
  void aTotalThatIsTooHighIsAnAnswerWhereTheServerSaysThatNoMoreComesElseAFailure() {
    assertComplete(list(Honours.OFFSET, 25).total(request -> 26).hasMore(), 10);
    assertComplete(list(Honours.OFFSET, 2).echoes().total(request -> 24).hasMore(), 10);
    for (long total : new long[] {50, 1_000_000}) {
      FakeList list = list(Honours.OFFSET, 5).total(request -> total);
      assertThatThrownBy(() -> list.call(10).all()).isInstanceOf(IncompleteListException.class);
      assertThat(list.requests).hasSizeLessThan(15);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aTotalThatIsTooLowDoesNotEndTheListShort(Honours honours) {
    assertComplete(list(honours, 25).total(request -> 0), 10);
    assertComplete(list(honours, 25).total(request -> 3), 10);
    assertComplete(list(honours, 25).total(request -> 3).hasMore(), 10);
    assertComplete(list(honours, 25).echoes().total(request -> 15), 10);
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void aTotalThatCountsTheRowsOfThePageDoesNotEndTheListShort(Honours honours) {
    assertComplete(list(honours, 20).total(request -> 10), 10);
    assertComplete(list(honours, 20).atMost(5).echoes().total(request -> 5), 10);
  }

  @Test
  void aServerThatSaysNoMoreButCountsMoreIsAskedOn() {
    assertComplete(list(Honours.OFFSET, 25).total().alwaysHasMore(false), 10);
  }

  @Test
  void aServerThatSaysMoreOfALastPageIsAskedOnce() {
    FakeList list = list(Honours.OFFSET, 1).echoes().total().totalPages().alwaysHasMore(true);
    assertThat(list.call(10).pages().iterator().next().items()).containsExactly("r1");
  }

  @Test
  void aServerThatIgnoresThePagingParametersIsAFailureNotALoop() {
    List<FakeList> lists =
        List.of(
            list(Honours.NOTHING, 30).total(),
            list(Honours.NOTHING, 30).echoes().total().hasMore(),
            list(Honours.NOTHING, 30).hasMore(),
            list(Honours.NOTHING, 30).totalPages(),
            list(Honours.NOTHING, 30));
    for (FakeList list : lists) {
      assertThatThrownBy(() -> list.call(10).all()).isInstanceOf(IncompleteListException.class);
      assertThat(list.requests).hasSizeLessThan(10);
    }
  }

  @Test
  void aServerThatAlwaysSendsTheWholeListIsComplete() {
    assertComplete(list(Honours.NOTHING, 5), 10);
    assertComplete(list(Honours.NOTHING, 5).total(), 10);
    assertComplete(list(Honours.NOTHING, 10).total(), 10);
    FakeList longer = list(Honours.OFFSET, 0);
    longer.rows.addAll(list(Honours.OFFSET, 30).rows);
    assertThat(longer.call(10).all()).hasSize(30);
  }

  @Test
  void theFailureSaysHowManyRowsWereRead() {
    FakeList list = list(Honours.NOTHING, 30).total();
    IncompleteListException e =
        catchThrowableOfType(IncompleteListException.class, () -> list.call(10).all());
    assertThat(e.itemsRead()).isEqualTo(10);
    assertThat(e).hasMessageContaining("t.list").hasMessageContaining("items read so far: 10");
  }

  @Test
  void noPageIsAskedForBeforeItIsNeeded() {
    FakeList list = list(Honours.OFFSET, 30).echoes().total().hasMore();
    FakeList.Call call = list.call(10);
    Iterable<String> items = call.items();
    Iterator<String> iterator = items.iterator();
    assertThat(list.requests).isEmpty();
    for (int i = 0; i < 10; i++) {
      assertThat(iterator.next()).isEqualTo("r" + (i + 1));
    }
    assertThat(list.requests).hasSize(1);
    assertThat(iterator.next()).isEqualTo("r11");
    assertThat(list.requests).hasSize(2);
    assertThat(call.stream().limit(3)).containsExactly("r1", "r2", "r3");
    assertThat(list.requests).hasSize(3);
  }

  @Test
  void aListThatEndsExactlyWithAPageNeedsNoFurtherRequestWhereTheServerSaysSo() {
    FakeList list = list(Honours.OFFSET, 19).echoes().total().hasMore();
    assertComplete(list, 10);
    assertThat(list.requests).hasSize(2);
  }

  @Test
  void anIterationCanBeBegunAnyNumberOfTimes() {
    FakeList.Call call = list(Honours.PAGE, 12).total().call(5);
    Iterable<String> items = call.items();
    assertThat(items).hasSize(12);
    assertThat(items).hasSize(12);
  }

  @Test
  void anIteratorThatHasEndedSaysSo() {
    Iterator<String> items = list(Honours.PAGE, 0).total().call(5).items().iterator();
    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    Iterator<Page<String>> pages = list(Honours.PAGE, 0).total().call(5).pages().iterator();
    assertThat(pages.next().items()).isEmpty();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aFailedPageCanBeAskedForAgainWithoutLosingARow(int failing) {
    FakeList list = list(Honours.OFFSET, 35).total().hasMore().failingAt(failing);
    Iterator<String> items = list.call(10).items().iterator();
    List<String> read = new ArrayList<>();
    int failures = 0;
    while (true) {
      try {
        if (!items.hasNext()) {
          break;
        }
        read.add(items.next());
      } catch (IllegalStateException e) {
        failures++;
      }
    }
    assertThat(failures).isOne();
    assertThat(read).isEqualTo(list.rows);
  }

  @Test
  void figuresOutOfRangeAreRefused() {
    FakeList.Call call = list(Honours.OFFSET, 1).call(10);
    for (int size : new int[] {0, -1, 101, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> call.pageSize(size))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("pageSize must be between 1 and 100, but was " + size + ".");
    }
    assertThatThrownBy(() -> call.skip(-1)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> call.prefetch(-1)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> call.prefetch(65)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void theSmallestAndTheLargestFiguresAreTaken() {
    FakeList list = list(Honours.OFFSET, 3).echoes().total();
    assertThat(list.call(10).pageSize(1).skip(0).prefetch(0).all()).isEqualTo(list.rows);
    assertThat(list.call(10).pageSize(100).prefetch(64).all()).isEqualTo(list.rows);
    assertThat(list.requests).extracting(PageRequest::limit).contains(1).endsWith(100);
  }

  @Test
  void rowsThatMovedToTheNextPageAreNotHandedOutTwice() {
    FakeList list = list(Honours.OFFSET, 25).echoes().total().hasMore();
    list.beforeRequest(
        () -> {
          if (list.requests.size() == 2) {
            list.rows.add(0, "new");
          }
        });
    List<String> read = list.call(10).all();
    assertThat(read).doesNotHaveDuplicates().hasSize(26).endsWith("r25", "new");
  }

  @ParameterizedTest
  @EnumSource(
      value = Honours.class,
      names = {"OFFSET", "PAGE"})
  void rowsThatMoveForwardBecauseOthersAreDeletedAreNotLost(Honours honours) {
    for (int seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FakeList list = list(honours, 5 + random.nextInt(40)).echoes().total().hasMore();
      int limit = 2 + random.nextInt(9);
      int at = 2 + random.nextInt(3);
      int count = 1 + random.nextInt(3);
      list.beforeRequest(
          () -> {
            for (int i = 0; list.requests.size() == at && i < count && !list.rows.isEmpty(); i++) {
              list.rows.remove(random.nextInt(list.rows.size()));
            }
          });
      String situation = "seed " + seed + ", limit " + limit + ", " + count + " at " + at;
      try {
        List<String> read = list.call(limit).all();
        Set<String> lost = new LinkedHashSet<>(list.rows);
        lost.removeAll(new LinkedHashSet<>(read));
        assertThat(lost).as(situation).isEmpty();
        assertThat(read).as(situation).doesNotHaveDuplicates();
      } catch (IncompleteListException e) {
        assertThat(e).as(situation).hasMessageContaining("items read so far");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void askingAheadGivesTheSameRows(int ahead) {
    for (Honours honours : new Honours[] {Honours.OFFSET, Honours.PAGE}) {
      FakeList list = list(honours, 95).echoes().total().hasMore();
      assertThat(list.call(10).prefetch(ahead).all()).isEqualTo(list.rows);
    }
  }

  @Test
  void pagesPrintWithoutTheirRows() {
    Page<String> page = list(Honours.OFFSET, 12).total().call(10).execute();
    assertThat(page.toString()).contains("10 items", "total=12").doesNotContain("r1,", "r2");
  }

  @Test
  void aServerThatGoesInCirclesIsAFailure() {
    FakeList list = list(Honours.PAGE, 20).echoes().total().hasMore();
    list.rows.addAll(List.copyOf(list.rows));
    assertThatThrownBy(() -> list.call(10).all())
        .isInstanceOf(IncompleteListException.class)
        .hasMessageContaining("goes in circles")
        .hasMessageContaining("items read so far: 20");
  }

  @Test
  void asManyNewRowsAsAPageHoldsAreNoRepetition() {
    FakeList list = list(Honours.OFFSET, 30).echoes().total();
    list.beforeRequest(
        () -> {
          for (int i = 0; list.requests.size() == 3 && i < 9; i++) {
            list.rows.add(0, "new" + i);
          }
        });
    List<String> read = list.call(10).all();
    assertThat(read).doesNotHaveDuplicates().hasSize(39).containsAll(list.rows);
    assertThat(read.subList(0, 30)).endsWith("r30");
  }

  @Test
  void anEmptyPageWhereTheLastRowReadShouldBeIsNotTakenForTheEnd() {
    FakeList list = list(Honours.OFFSET, 21).echoes().hasMore();
    list.beforeRequest(
        () -> {
          if (list.requests.size() == 3) {
            list.rows.subList(0, 3).clear();
          }
        });
    assertThat(list.call(10).all()).hasSize(21).endsWith("r21");
  }
}
