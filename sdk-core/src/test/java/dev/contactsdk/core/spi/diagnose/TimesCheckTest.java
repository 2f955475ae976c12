package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.spi.diagnose.TimesCheck.NAME;

import dev.contactsdk.core.ScriptedTransport.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer comes at 2026-03-01T12:00:00Z. */
class TimesCheckTest {
  private static Judged judged(Probed<?> answer, @Nullable Object sent) {
    Judged judged = Judged.of(NAME);
    TimesCheck.judge(judged.report(), answer, sent);
    return judged;
  }

  private static Judged judged(Step answer, @Nullable Object sent) {
    return judged(Probing.only(answer), sent);
  }

  private static Judged judged(String body) {
    return judged(answer(200, body), null);
  }

  private static String times(String... times) {
    return "[{\"rows\":[\"" + String.join("\",\"", times) + "\"]}]";
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, times are UTC",
    "2026-03-01 10:00:00z, times are UTC",
    "2026-03-01T10:00:00.123456789Z, times are UTC",
    "2026-03-01T10:00:00+05:30, times have an offset",
    "2026-03-01T10:00:00.1-0800, times have an offset",
    "2036-03-01T10:00:00Z, times are UTC"
  })
  void aTimeWithAZoneIsRight(String time, String seen) {
    judged(times(time)).assertOk(NAME, seen);
  }

  @Test
  void oneOffsetAmongTimesInUtcIsNamed() {
    judged(times("2026-03-01T10:00:00Z", "2026-03-01T10:00:00+01:00"))
        .assertOk(NAME, "times have an offset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"a\":1,\"b\":null,\"c\":true}",
        "[\"2026-03-01\"]",
        "[\"2026-13-01T10:00:00\"]",
        "[\"at 2026-03-01T10:00:00Z\"]",
        "[\"2026-03-01T10:00:00.1234567890\"]"
      })
  void anAnswerWithoutTimesDoesNotTell(String body) {
    judged(body).assertUnknown(NAME, "the answer has no times");
  }

  @Test
  void aKeyIsNoTime() {
    judged("{\"2026-03-01T10:00:00\":1}").assertUnknown(NAME, "the answer has no times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T10:00:00", "2026-03-01T12:05:00", "2026-03-01 12:04:59.9"})
  void aTimeWithoutAZoneThatIsNotInTheFutureDoesNotTell(String time) {
    Judged judged = judged(times(time));
    judged.assertUnknown(NAME, "times have no zone; the SDK reads them as UTC");
    judged.assertMend(NAME, "Compare the time of a record");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:05:00.001, 5 min",
    "2026-03-01T12:06:00, 6 min",
    "2026-03-01T17:30:00, 330 min"
  })
  void aTimeWithoutAZoneInTheFutureIsLocal(String time, String by) {
    Judged judged = judged(times(time));
    judged.assertWrong(NAME, "the newest is in the future by " + by);
    judged.assertMend(NAME, "set its time zone to UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T17:30:00, 2026-03-01T10:00:00",
    "2026-03-01T10:00:00, 2026-03-01T17:30:00"
  })
  void theNewestTimeTells(String first, String second) {
    judged(times(first, second)).assertWrong(NAME, "by 330 min");
  }

  @Test
  void oneTimeWithoutAZoneAmongOthersIsEnough() {
    judged(times("2026-03-01T10:00:00Z", "2026-03-01T17:30:00")).assertWrong(NAME, "by 330 min");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00",
    "2026-03-01T12:05:00",
    "2026-03-01T11:55:00",
    "2026-03-01T12:00:00Z"
  })
  void theAnswersOwnTimeShowsThatTimesAreUtc(String sent) {
    judged(answer(200, times("2026-03-01T10:00:00")), sent)
        .assertOk(NAME, "times have no zone, and are UTC, as the SDK reads them");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:05:00.001, 5 min",
    "2026-03-01T11:54:59.999, 5 min",
    "2026-03-01T04:00:00, 480 min",
    "2026-03-01T17:30:00, 330 min"
  })
  void theAnswersOwnTimeShowsThatTimesAreLocal(String sent, String by) {
    judged(answer(200, times("2026-03-01T10:00:00")), sent)
        .assertWrong(NAME, "the answer's own is off by " + by);
  }

  @Test
  void aTimeInTheFutureIsWrongAlsoWhereTheAnswersOwnIsRight() {
    judged(answer(200, times("2026-03-01T17:30:00")), "2026-03-01T12:00:00")
        .assertWrong(NAME, "the newest is in the future by 330 min");
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "", "12:00:00"})
  void anOwnTimeThatIsNoneDoesNotTell(String sent) {
    judged(answer(200, times("2026-03-01T10:00:00")), sent)
        .assertUnknown(NAME, "times have no zone;");
  }

  @Test
  void anOwnTimeThatIsNoTextDoesNotTell() {
    judged(answer(200, times("2026-03-01T10:00:00")), 1_772_366_400L)
        .assertUnknown(NAME, "times have no zone;");
  }

  @Test
  void timesAreComparedWithTheServersClock() {
    String body = times("2026-03-01T13:03:00");
    judged(answer(200, body, "Date", "Sun, 01 Mar 2026 13:00:00 GMT"), null)
        .assertUnknown(NAME, "times have no zone;");
    judged(answer(200, body, "Date", "Sun, 01 Mar 2026 11:00:00 GMT"), null)
        .assertWrong(NAME, "in the future by 123 min");
  }

  @Test
  void anAnswerThatWasNotTriedHasNoTimes() {
    judged(Probed.notTried("why"), null).assertUnknown(NAME, "the answer has no times");
  }
}
