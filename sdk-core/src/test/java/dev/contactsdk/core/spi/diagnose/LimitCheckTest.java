package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static dev.contactsdk.core.ScriptedTransport.ok;

import dev.contactsdk.core.TestClient;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitCheckTest {
  private static Judged judged(Probing probing) {
    Judged judged = Judged.of(LimitCheck.NAME);
    LimitCheck.judge(judged.report(), probing.probe, "60 requests a minute");
    return judged;
  }

  /** A vendor whose refusals name a wait of so many milliseconds. */
  private static TestClient waiting(TestClient client, long millis) {
    Duration wait = Duration.ofMillis(millis);
    return client.errors(
        (response, now) -> TestClient.readError(response, now).withRetryAfter(wait));
  }

  @Test
  void aLimitThatWasNotHitIsUnknown() {
    Probing probing = Probing.of(ok(), answer(401, "No"));
    probing.get();
    probing.get();
    judged(probing)
        .assertUnknown(LimitCheck.NAME, "not hit", "the client keeps 60 requests a minute");
  }

  @Test
  void withoutAnAnswerTheLimitWasNotTried() {
    Probing probing = Probing.of(noConnection());
    probing.get();
    Judged judged = judged(probing);
    judged.report().stop("the address leads nowhere");
    judged.assertUnknown(LimitCheck.NAME, "not tried: the address leads nowhere");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401})
  void anAnswerThatCannotBeReadIsOneToo(int status) {
    Probing probing = Probing.of(answer(status, "<html>"));
    probing.get();
    judged(probing).assertUnknown(LimitCheck.NAME, "not hit");
  }

  @Test
  void aRefusalForTheLimitIsWrongAlsoAfterOthers() {
    Probing probing = Probing.of(answer(401, "No"), answer(429, "Slow"));
    probing.get();
    probing.get();
    Judged judged = judged(probing);
    judged.assertWrong(LimitCheck.NAME, "HTTP 429: the account's rate limit is used up");
    judged.assertMend(LimitCheck.NAME, "Wait a minute and try again", "rateLimiter(...)");
  }

  @ParameterizedTest
  @CsvSource({"6000, 6 s", "6001, 7 s", "6999, 7 s", "1, 1 s", "0, a minute"})
  void theVendorsWaitIsRoundedUpToSecondsUnlessItIsOver(long millis, String wait) {
    Probing probing = Probing.with(client -> waiting(client, millis), answer(429, "Slow"));
    probing.get();
    judged(probing).assertMend(LimitCheck.NAME, "Wait " + wait + " and");
  }

  @Test
  void aDiagnosisThatStoppedForAnotherReasonSaysWhy() {
    Probing probing = Probing.of(Collections.nCopies(15, ok()));
    for (int i = 0; i < 16; i++) {
      probing.get();
    }
    judged(probing).assertUnknown(LimitCheck.NAME, "used up its 15 requests or its minute");
  }
}
