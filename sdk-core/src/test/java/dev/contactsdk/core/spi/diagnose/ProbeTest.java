package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.ScriptedTransport.Sent;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
  private static final String USED_UP = "used up its 15 requests or its minute";

  private static void assertNotTried(Probed<?> probed, String why) {
    assertThat(probed.notTried()).contains(why);
    assertThat(probed.failure()).isNull();
    assertThat(probed.at()).isNull();
    assertThat(probed.status()).isZero();
  }

  @Test
  void aRequestIsAGetOfAtMost10Seconds() {
    Probing probing = Probing.of(ok());
    probing.get();
    Sent sent = probing.transport.onlySent();
    assertThat(sent.method()).isEqualTo("GET");
    assertThat(sent.url()).isEqualTo("https://vendor.test/things");
    assertThat(sent.allowed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aQueryIsAddedToTheRequest() {
    Probing probing = Probing.of(ok());
    probing.probe.get(
        probing.engine(),
        "t.list",
        Probing.PATH,
        Decoder.json(Object.class),
        Probe.query(Map.of("limit", 2, "name", "a b")));
    assertThat(probing.transport.onlySent().url()).contains("limit=2", "name=a%20b");
  }

  @Test
  void aFailureIsNotRetried() {
    Probing probing = Probing.of(answer(503, "Down"), ok());
    assertThat(probing.get().refusal()).isInstanceOf(ApiException.ServerError.class);
    assertThat(probing.transport.sent()).hasSize(1);
  }

  @Test
  void aSuccessHasAllOfTheAnswer() {
    Probing probing = Probing.of(answer(200, "{\"a\":1}", "X-One", "1"));
    probing.time.advance(Duration.ofSeconds(3));
    Probed<Integer> probed = probing.get(answer -> 42);
    assertThat(probed.isSuccess()).isTrue();
    assertThat(probed.body()).isEqualTo(42);
    assertThat(probed.status()).isEqualTo(200);
    assertThat(probed.headers().get("X-One")).isEqualTo("1");
    assertThat(probed.content()).asString().isEqualTo("{a=1}");
    assertThat(probed.at()).isEqualTo(VirtualClock.START.plusSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"'[1,2]', '[1, 2]'", "<html>,"})
  void aSuccessThatCannotBeReadHasStatusAndContent(String body, String content) {
    Decoder<Object> failing =
        answer -> {
          throw new IOException("not a page");
        };
    Probed<Object> probed = Probing.of(answer(200, body, "X-One", "1")).get(failing);
    assertThat(probed.failure()).isInstanceOf(ResponseFormatException.class);
    assertThat(probed.body()).isNull();
    assertThat(probed.status()).isEqualTo(200);
    assertThat(probed.headers().get("X-One")).isEqualTo("1");
    assertThat(probed.content() == null ? null : probed.content().toString()).isEqualTo(content);
    assertThat(probed.at()).isEqualTo(VirtualClock.START);
  }

  @Test
  void refusalsAreCollectedInOrder() {
    Probing probing = Probing.of(answer(401, "No"), ok(), answer(404, "Where"));
    assertThat(List.of(probing.get(), probing.get(), probing.get()))
        .extracting(Probed::isSuccess)
        .containsExactly(false, true, false);
    assertThat(probing.probe.refusals()).extracting(ApiException::status).containsExactly(401, 404);
    assertThat(probing.probe.requests()).isEqualTo(3);
    assertThat(probing.probe.stopped()).isNull();
  }

  @Test
  void atMost15RequestsAreSent() {
    Probing probing = Probing.of(Collections.nCopies(15, ok()));
    for (int i = 0; i < 15; i++) {
      assertThat(probing.get().isSuccess()).isTrue();
    }
    assertThat(probing.probe.stopped()).isNull();
    assertNotTried(probing.get(), USED_UP);
    assertThat(probing.probe.stopped()).contains(USED_UP);
    assertThat(probing.probe.requests()).isEqualTo(15);
  }

  @Test
  void theLastRequestHasWhatIsLeftOfTheTime() {
    Probing probing = Probing.of(ok(), ok());
    probing.time.advance(Duration.ofSeconds(50));
    probing.get();
    probing.time.advance(Duration.ofSeconds(5).minusNanos(1));
    probing.get();
    assertThat(probing.transport.sent())
        .extracting(Sent::allowed)
        .containsExactly(Duration.ofSeconds(5), Duration.ofNanos(1));
  }

  @Test
  void earlyEnoughForAMinuteInAllNothingIsSent() {
    Probing probing = Probing.of();
    probing.time.advance(Duration.ofSeconds(55));
    assertNotTried(probing.get(), USED_UP);
    assertThat(probing.probe.requests()).isZero();
  }

  @Test
  void afterARefusalForTheRateLimitNothingIsSent() {
    Probing probing = Probing.of(answer(429, "Slow"));
    assertThat(probing.get().refusal()).isInstanceOf(ApiException.RateLimited.class);
    assertNotTried(probing.get(), "the vendor's rate limit is used up");
    assertThat(probing.probe.requests()).isEqualTo(1);
    assertThat(probing.probe.refusals()).hasSize(1);
  }

  @Test
  void theFirstReasonToStopStays() {
    Probing probing = Probing.of(answer(429, "Slow"));
    probing.get();
    probing.time.advance(Duration.ofMinutes(2));
    assertNotTried(probing.get(), "the vendor's rate limit is used up");
  }

  @Test
  void withoutAPermitOfTheClientNothingIsSent() {
    RateLimiter one = RateLimiter.perMinute(1);
    Probing probing = Probing.with(client -> client.accountLimiter(one), ok());
    assertThat(probing.get().isSuccess()).isTrue();
    assertNotTried(probing.get(), "the client's own rate limit has no permit left");
    assertThat(probing.probe.stopped()).contains("the client's own rate limit");
    assertThat(probing.probe.requests()).isEqualTo(1);
  }

  @Test
  void aRequestWithoutACredentialIsNotCountedAndStopsNothing() {
    Probing probing =
        Probing.with(
            client ->
                client.auth(
                    request -> {
                      throw new IOException("no key");
                    }));
    Probed<Object> probed = probing.get();
    assertThat(probed.failure()).isInstanceOf(CredentialException.class);
    assertThat(probed.at()).isEqualTo(VirtualClock.START);
    assertThat(probing.probe.requests()).isZero();
    assertThat(probing.probe.stopped()).isNull();
  }

  @Test
  void aClosedClientIsTheCallersMistake() {
    Probing probing = Probing.of();
    probing.engine().close();
    assertThatThrownBy(probing::get).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anExceptionOfTheApplicationsCodeIsAResultAndStopsNothing() {
    for (RuntimeException own :
        List.of(new IllegalStateException("a value"), new InvalidRequestException("x", "y"))) {
      Probing probing =
          Probing.with(
              client ->
                  client.interceptor(
                      (request, next) -> {
                        throw own;
                      }));
      assertNotTried(probing.get(), "threw " + own.getClass().getSimpleName());
      assertThat(probing.get().notTried()).doesNotContain("a value");
      assertThat(probing.probe.requests()).isZero();
      assertThat(probing.probe.stopped()).isNull();
    }
  }

  @Test
  void anInterruptEndsTheDiagnosis() {
    Step interrupted =
        request -> {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException();
        };
    assertThatThrownBy(() -> Probing.of(interrupted).get()).isInstanceOf(CanceledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
