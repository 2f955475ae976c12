package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static dev.contactsdk.core.spi.diagnose.PagingChecks.SIZE;
import static dev.contactsdk.core.spi.diagnose.PagingChecks.STYLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.spi.PageAnswer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagingChecksTest {
  private static final Decoder<PageAnswer<Object>> ROWS =
      answer -> page((List<?>) Json.read(answer.bytes()), null, null);
  private static final Probed<PageAnswer<Object>> FIRST = rows("[{\"id\":1},{\"id\":2}]");
  private static final Probed<PageAnswer<Object>> NONE = Probed.notTried("no time is left");

  private static PageAnswer<Object> page(
      @Nullable List<?> rows, @Nullable Long limit, @Nullable Long total) {
    List<Object> items = rows == null ? List.of() : List.copyOf(rows);
    return new PageAnswer<>(items, null, null, limit, total, null, null);
  }

  /** A page of a list without limit and total. */
  private static Probed<PageAnswer<Object>> rows(String json) {
    return Probing.of(answer(200, json)).get(ROWS);
  }

  /** A page of so many rows. */
  private static Probed<PageAnswer<Object>> rows(
      int count, @Nullable Long limit, @Nullable Long total) {
    return Probing.of(ok())
        .get(answer -> page(Collections.nCopies(count, Map.of("id", 1)), limit, total));
  }

  private static Probed<PageAnswer<Object>> refused(String why) {
    return Probing.of(answer(400, why)).get(ROWS);
  }

  private static Judged style(
      Probed<PageAnswer<Object>> first,
      Probed<PageAnswer<Object>> byRows,
      Probed<PageAnswer<Object>> byPage) {
    Judged judged = Judged.of(STYLE);
    new PagingChecks(judged.report()).style(first, "offset", byRows, byPage);
    return judged;
  }

  private static Judged size(
      Probed<PageAnswer<Object>> page, int asked, @Nullable Integer refused) {
    Judged judged = Judged.of(SIZE);
    new PagingChecks(judged.report()).size(page, asked, refused);
    return judged;
  }

  @Test
  void twoRowsAreEnoughToTell() {
    assertThat(PagingChecks.canTell(rows("[1,2,3]"))).isTrue();
    assertThat(PagingChecks.canTell(rows("[1,2]"))).isTrue();
    assertThat(PagingChecks.canTell(rows("[1]"))).isFalse();
    assertThat(PagingChecks.canTell(rows("[]"))).isFalse();
    assertThat(PagingChecks.canTell(NONE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"id\":2}] | [{\"id\":2}] | offset and page",
        "[{\"id\":2}] | [{\"id\":1}] | offset",
        "[{\"id\":1}] | [{\"id\":2}] | page",
        "[]           | [{\"id\":1}] | offset",
        "[{\"id\":1}] | []           | page"
      })
  void aParameterThatMovesTheFirstRowIsHonoured(String byRows, String byPage, String honoured) {
    style(FIRST, rows(byRows), rows(byPage))
        .assertOk(STYLE, "the server honours " + honoured + "; the SDK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"id\":1,\"name\":\"a\"},{}]  | [{\"id\":1,\"name\":\"b\"}]",
        "[{\"_id\":1,\"name\":\"a\"},{}] | [{\"_id\":1,\"name\":\"b\"}]",
        "[{\"id\":1,\"_id\":2},{}]       | [{\"id\":1,\"_id\":3}]",
        "[{\"name\":\"a\"},{}]           | [{\"name\":\"a\"}]",
        "[\"a\",\"b\"]                   | [\"a\"]"
      })
  void theSameRowAgainMeansThatBothParametersAreIgnored(String first, String again) {
    Judged judged = style(rows(first), rows(again), rows(again));
    judged.assertWrong(STYLE, "the server ignores offset and page: it always answers the first");
    judged.assertMend(STYLE, "Lists of more than one page will fail");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"_id\":1},{}]      | [{\"_id\":2}]",
        "[{\"name\":\"a\"},{}] | [{\"name\":\"b\"}]",
        "[\"a\",\"b\"]         | [\"b\"]"
      })
  void aRowIsKnownByItsIdOrElseByAllOfIt(String first, String next) {
    style(rows(first), rows(next), rows(first)).assertOk(STYLE, "honours offset;");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(FIRST, refused("no offset"), rows("[]"), "HTTP 400: no offset"),
        Arguments.of(FIRST, rows("[]"), refused("no page"), "HTTP 400: no page"),
        Arguments.of(FIRST, refused("no offset"), refused("no page"), "HTTP 400: no offset"),
        Arguments.of(FIRST, NONE, refused("no page"), "not tried: no time is left"),
        Arguments.of(NONE, rows("[]"), rows("[]"), "HTTP 200"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aPageThatCannotBeReadDoesNotTell(
      Probed<PageAnswer<Object>> first,
      Probed<PageAnswer<Object>> byRows,
      Probed<PageAnswer<Object>> byPage,
      String seen) {
    style(first, byRows, byPage).assertUnknown(STYLE, "the second page could not be read: " + seen);
  }

  @ParameterizedTest
  @CsvSource({
    // rows, limit, total, seen
    "3, 10, 3, the server takes pages of 10 rows",
    "0, 10, 0, the server takes pages of 10 rows",
    "3, 11, 3, the server takes pages of 10 rows",
    "3, 9, 3, 'pages have at most 9 rows, although 10 were asked for'",
    "5, 9, 50, 'pages have at most 9 rows, although 10 were asked for'",
    "10, , , the server takes pages of 10 rows",
    "10, , 50, the server takes pages of 10 rows",
    "10, , 10, the server takes pages of 10 rows",
    "9, , 10, 'pages have at most 9 rows, although 10 were asked for'",
    "1, , 2, 'pages have at most 1 rows, although 10 were asked for'"
  })
  void theSizeOfAPageIsTheLimitOrTheRowsOfAFullPage(
      int rows, @Nullable Long limit, @Nullable Long total, String seen) {
    Judged judged = size(rows(rows, limit, total), 10, null);
    judged.assertOk(SIZE);
    assertThat(judged.check(SIZE).seen()).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"9, , ", "9, , 9", "0, , 50", "0, , ", "1, 0, ", "1, -5, "})
  void aPageThatIsNotFullDoesNotTell(int rows, @Nullable Long limit, @Nullable Long total) {
    size(rows(rows, limit, total), 10, null)
        .assertUnknown(SIZE, "too few rows to tell: " + rows + " of 10 asked for");
  }

  @Test
  void aLargerPageThatWasRefusedIsNamed() {
    size(rows(10, null, null), 10, 500)
        .assertOk(SIZE, "the server takes pages of 10 rows, and refuses 500");
  }

  @Test
  void withoutAPageThereIsNoSize() {
    size(refused("no limit"), 10, null).assertUnknown(SIZE, "HTTP 400: no limit");
  }
}
