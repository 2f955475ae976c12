package dev.contactsdk.core;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a call tells of its waits, and of the address that it could not reach. */
class WaitedTest {
  private final VirtualClock time = new VirtualClock();

  private EndpointCall<Object> call(TestClient client) {
    return EndpointCall.of(client.open(), TestClient.UPDATE)
        .path("id", "i-canary")
        .json(Map.of("a", 1));
  }

  private TestClient client(ScriptedTransport.Step... steps) {
    return TestClient.of(ScriptedTransport.of(steps), time);
  }

  @Test
  void aCallThatNeedNotWaitHasNotWaited() {
    assertThat(call(client(ok())).response().waited()).isZero();
    SdkException e =
        catchThrowableOfType(SdkException.class, () -> call(client(answer(400, ""))).execute());
    assertThat(e.waited()).isZero();
  }

  @Test
  void waitsForPermitsAndBetweenAttemptsAreSummedUp() {
    RateLimiter limiter = RateLimiter.perMinute(2);
    ApiResponse<Object> response =
        call(client(cut(), answer(503, "", "Retry-After", "7"), ok()).accountLimiter(limiter))
            .response();
    Duration slept = time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(time.sleeps()).hasSize(3);
    assertThat(response.waited()).isEqualTo(slept).isEqualTo(response.elapsed());
    assertThat(response.map(body -> 1).waited()).isEqualTo(slept);
    assertThat(response.toString()).contains("waited=" + slept);
  }

  @Test
  void aFailureTellsHowLongItsCallWaited() {
    SdkException e =
        catchThrowableOfType(
            SdkException.class,
            () -> call(client(answer(503, "", "Retry-After", "7"), answer(404, ""))).execute());
    assertThat(e.waited()).isEqualTo(Duration.ofSeconds(7));
  }

  static Stream<Arguments> unreachable() {
    return Stream.of(
        Arguments.of(
            new UnknownHostException("vendor.test: Name or service not known"),
            "no connection, the name cannot be resolved: vendor.test: Name or service not known"
                + " (UnknownHostException)"),
        Arguments.of(
            new ConnectException("Failed to connect to vendor.test/10.0.0.1:443\r\nx"),
            "no connection: Failed to connect to vendor.test/10.0.0.1:443 x (ConnectException)"),
        Arguments.of(new ConnectException(), "no connection (ConnectException)"),
        Arguments.of(new SSLException("canary"), "no connection (SSLException)"));
  }

  @ParameterizedTest
  @MethodSource("unreachable")
  void aConnectionThatCannotBeMadeNamesTheAddress(IOException reason, String said) {
    ScriptedTransport.Step step =
        request -> {
          throw new NotSentException(reason);
        };
    ConnectionException e =
        catchThrowableOfType(
            ConnectionException.class,
            () -> call(client(step).retry(RetryPolicy.none())).execute());
    assertThat(e)
        .hasMessage(
            "t.update: " + said + " [outcome NOT_SENT, PUT https://vendor.test/things/{id}]");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }
}
