package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ScriptedTransport.Step;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's clock is always at 12:00:00. */
class ProbedTest {
  private static Step failing(IOException failure) {
    return request -> {
      throw failure;
    };
  }

  private static Probed<Object> withoutCredential() {
    return Probing.with(
            client ->
                client.auth(
                    request -> {
                      throw new IOException("no key");
                    }))
        .get();
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        // success, answered, said
        Arguments.of(Probing.only(ok()), true, true, "HTTP 200"),
        Arguments.of(Probing.only(answer(401, "Bad key")), false, true, "HTTP 401: Bad key"),
        Arguments.of(
            Probing.only(answer(200, "<html>")),
            false,
            true,
            "HTTP 200, but not the vendor's JSON"),
        Arguments.of(
            Probing.only(failing(new ProtocolException("x"))),
            false,
            false,
            "the answer is not HTTP"),
        Arguments.of(
            Probing.only(failing(new SocketTimeoutException("timeout"))),
            false,
            false,
            "no answer within 10 s"),
        Arguments.of(Probing.only(cut()), false, false, "the connection failed or was cut"),
        Arguments.of(
            Probing.only(noConnection()), false, false, "the connection failed or was cut"),
        Arguments.of(
            withoutCredential(), false, false, "the client's auth failed to make a credential"),
        Arguments.of(Probed.notTried("no time"), false, false, "not tried: no time"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void tellsInOneLineWhatCameOfIt(
      Probed<?> probed, boolean success, boolean answered, String said) {
    assertThat(probed.said()).isEqualTo(said);
    assertThat(probed).hasToString("Probed[" + said + "]");
    assertThat(probed.isSuccess()).isEqualTo(success);
    assertThat(probed.isAnswered()).isEqualTo(answered);
  }

  @Test
  void onlyAnAnswerThatRefusesIsARefusal() {
    assertThat(Probing.only(answer(401, "No")).refusal()).isNotNull();
    assertThat(Probing.only(cut()).refusal()).isNull();
    assertThat(Probing.only(ok()).refusal()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"199, 0", "200, 0", "201, 1", "900, 1"})
  void aTextOfMoreThan200CharactersIsCut(int length, int ellipses) {
    String said = Probing.only(answer(400, "x".repeat(length))).said();
    assertThat(said)
        .isEqualTo("HTTP 400: " + "x".repeat(Math.min(length, 200)) + "…".repeat(ellipses));
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 01 Mar 2026 12:00:00 GMT', PT0S",
    "'Sun, 01 Mar 2026 11:59:00 GMT', PT1M",
    "'Sun, 01 Mar 2026 12:01:00 GMT', PT-1M",
    "yesterday,"
  })
  void theDateOfAnyAnswerTellsHowFarTheClockIsAhead(String date, @Nullable Duration ahead) {
    assertThat(Probing.only(answer(200, "{}", "Date", date)).clockSkew()).isEqualTo(ahead);
    assertThat(Probing.only(answer(403, "No", "Date", date)).clockSkew()).isEqualTo(ahead);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403})
  void withoutADateNobodyCanTell(int status) {
    assertThat(Probing.only(answer(status, "{}")).clockSkew()).isNull();
    assertThat(Probed.notTried("why").clockSkew()).isNull();
  }
}
