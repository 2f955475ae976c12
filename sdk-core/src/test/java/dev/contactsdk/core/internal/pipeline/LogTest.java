package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Canaries are planted in every field; none may appear in any log line at any level. */
class LogTest {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private Level before;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.setLevel(Level.TRACE);
    root.detachAppender("console");
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void stop() {
    root.detachAppender(appender);
    root.setLevel(before);
  }

  private List<String> lines() {
    return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static ApiCall<Object> call(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.UPDATE)
        .path("id", "id-canary")
        .query("q", "query-canary")
        .header("X-Own", "header-canary")
        .json(Map.of("name", "name-canary", "phone", "+919876543210"));
  }

  private static String run(ApiCall<?> call) {
    try {
      return String.valueOf(call.response());
    } catch (SdkException e) {
      return e.toString();
    }
  }

  @Test
  void noCredentialIdPhoneOrBodyIsLogged() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            cut(),
            answer(503, "body-canary", "Retry-After", "1", "Set-Cookie", "cookie-canary"),
            answer(200, "{\"x\":\"answer-canary\"}", "Content-Type", "text/x", "X-Other", "canary"),
            answer(422, "+919876543210 refused-canary@x.test", "X-Request-ID", "r-1"));
    ApiEngine engine = TestClient.of(transport, new VirtualClock()).open();
    assertThat(run(call(engine))).doesNotContain("canary");
    assertThat(run(call(engine))).doesNotContain("canary", "9876543210");
    assertThat(lines()).noneMatch(l -> l.contains("canary") || l.contains("9876543210"));
    assertThat(lines()).hasSizeGreaterThan(4).anyMatch(l -> l.contains("PUT /things/{id}"));
  }

  @Test
  void nothingIsLoggedByTheLibrariesUnderneathEither() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder().code(200).body("{\"x\":\"answer-canary\"}").build());
      try (ApiEngine engine = TestClient.at(server.url("/").toString()).open()) {
        assertThat(call(engine).execute()).isEqualTo(Map.of("x", "answer-canary"));
      }
    }
    assertThat(lines()).isNotEmpty().noneMatch(l -> l.contains("canary"));
  }

  @Test
  void aHeaderForgesNoLineAndQuotesNothingThatWasSent() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            answer(
                200,
                "{}",
                "Content-Type",
                "text/NAME-canary; +919876543210; KEY-canary",
                "X-Request-ID",
                "r-1\rWARN forged\u001b[31m" + "x".repeat(1000)));
    assertThat(run(call(TestClient.of(transport, new VirtualClock()).open()))).isNotBlank();
    String line = lines().get(1);
    assertThat(line)
        .startsWith(
            "t.update answered with Content-Type: text/***; ***; ***,"
                + " X-Request-ID: r-1 WARN forged [31mxxx")
        .hasSizeLessThan(400);
  }

  @Test
  void aFailureThatIsNotRetriedIsOneLineWithTheVendorsRequestId() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            answer(503, "{}", "X-Request-ID", "r-1\rWARN forged +919876543210"),
            answer(422, "{}", "X-Request-ID", "r-2"));
    assertThat(run(call(TestClient.of(transport, new VirtualClock()).open()))).contains("r-2");
    assertThat(lines())
        .anyMatch(
            line ->
                line.endsWith("because of HTTP 503, ServerError, request id r-1 WARN forged ***"))
        .anyMatch(
            line ->
                line.matches(
                    "t.update attempt 2: no further attempt after HTTP 422, \\w+, request id r-2"));
  }

  @Test
  void anAttemptIsOneLineWithStatusAndHarmlessHeaders() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            cut(), answer(200, "{}", "Content-Type", "application/json", "X-Request-ID", "r-1"));
    assertThat(run(call(TestClient.of(transport, new VirtualClock()).open()))).isNotBlank();
    assertThat(lines().get(0))
        .startsWith("t.update PUT /things/{id} attempt 1: ConnectionException, UNKNOWN in ");
    assertThat(lines().get(1))
        .isEqualTo(
            "t.update attempt 1: waiting 100 ms for the next, because of ConnectionException");
    assertThat(lines().get(2)).startsWith("t.update PUT /things/{id} attempt 2: 200 in ");
    assertThat(lines().get(3))
        .isEqualTo("t.update answered with Content-Type: application/json, X-Request-ID: r-1");
  }
}
