package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;

import dev.contactsdk.core.ScriptedTransport.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This machine's clock is always at 12:00:00. */
class ClockCheckTest {
  private static Judged judged(Probed<?> answer) {
    Judged judged = Judged.of(ClockCheck.NAME);
    ClockCheck.judge(judged.report(), answer);
    return judged;
  }

  private static Step dated(int status, String time) {
    return answer(status, "{}", "Date", "Sun, 01 Mar 2026 " + time + " GMT");
  }

  @ParameterizedTest
  @CsvSource({"12:00:00", "11:59:01", "11:59:00", "12:00:59", "12:01:00"})
  void aMinuteIsTolerated(String server) {
    judged(Probing.only(dated(200, server)))
        .assertOk(ClockCheck.NAME, "within 60 s of the server's");
  }

  @ParameterizedTest
  @CsvSource({
    "11:58:59, 61 s ahead of the server's",
    "12:01:01, 61 s behind the server's",
    "13:00:00, 3600 s behind the server's"
  })
  void moreThanAMinuteIsWrong(String server, String seen) {
    Judged judged = judged(Probing.only(dated(200, server)));
    judged.assertWrong(ClockCheck.NAME, "this machine's clock is " + seen);
    judged.assertMend(ClockCheck.NAME, "time server (NTP)");
  }

  @Test
  void aRefusalTellsTheTimeToo() {
    judged(Probing.only(dated(401, "11:00:00")))
        .assertWrong(ClockCheck.NAME, "3600 s ahead of the server's");
  }

  @ParameterizedTest
  @CsvSource({"200", "401"})
  void anAnswerWithoutDateDoesNotTell(int status) {
    judged(Probing.only(answer(status, "{}")))
        .assertUnknown(ClockCheck.NAME, "the answer has no Date header to compare with");
  }

  @Test
  void withoutAnAnswerThereIsNoResult() {
    judged(Probing.only(cut())).assertUnknown(ClockCheck.NAME, "the answers do not tell");
    judged(Probed.notTried("why")).assertUnknown(ClockCheck.NAME, "the answers do not tell");
  }
}
