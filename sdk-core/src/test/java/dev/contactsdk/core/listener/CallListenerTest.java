package dev.contactsdk.core.listener;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners hear, in which order, and that they change no call. */
@Timeout(60)
class CallListenerTest {
  private static final byte[] ROWS = "name\nAda\n".getBytes(StandardCharsets.UTF_8);

  private final VirtualClock time = new VirtualClock();
  private final Heard heard = new Heard();

  private ApiEngine client(ScriptedTransport transport) {
    time.random(0.5);
    return TestClient.of(transport, time).listener(heard).open();
  }

  private static EndpointCall<Object> read(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.READ).path("id", "person-7");
  }

  private static EndpointCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Ada"));
  }

  @Test
  void aSuccessIsHeardFromStartToEnd() {
    read(client(ScriptedTransport.of(ok()))).execute();
    assertThat(heard.lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("started t.read /things/{id}"),
            line -> assertThat(line).isEqualTo("permit after 0 s"),
            line -> assertThat(line).startsWith("attempt 1 with ").doesNotContain("Authorization"),
            line -> assertThat(line).isEqualTo("attempt ended 200"),
            line -> assertThat(line).isEqualTo("ended SUCCESS after 1"));
    assertThat(heard.attempts())
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.requestBytes()).isZero();
              assertThat(end.responseBytes()).isEqualTo("{\"id\":\"1\"}".length());
            });
  }

  @Test
  void everyAttemptAndTheWaitBetweenThemIsHeard() {
    ScriptedTransport transport =
        ScriptedTransport.of(answer(503, "", "X-Request-ID", "r-1"), cut(), ok());
    assertThat(read(client(transport)).response().attempts()).isEqualTo(3);
    assertThat(heard.lines())
        .filteredOn(line -> !line.startsWith("attempt 1 w") && !line.startsWith("permit"))
        .filteredOn(line -> !line.contains(" with "))
        .containsExactly(
            "started t.read /things/{id}",
            "attempt ended 503 ServerError",
            "backing off ServerError",
            "attempt ended 0 ConnectionException",
            "backing off ConnectionException",
            "attempt ended 200",
            "ended SUCCESS after 3");
    assertThat(heard.onlyEnd().waited()).isEqualTo(time.elapsed()).isPositive();
  }

  @Test
  void aRepeatedWriteSendsTheHeadersOfItsFirstAttemptBecauseOthersWouldMakeItAnotherRequest() {
    assertThat(
            tracesOf(
                engine ->
                    EndpointCall.of(engine, TestClient.UPDATE)
                        .path("id", "1")
                        .json(Map.of("name", "Ada"))))
        .containsExactly("1", "1");
  }

  @Test
  void aRepeatedReadSendsTheHeadersOfEachAttempt() {
    assertThat(tracesOf(CallListenerTest::read)).containsExactly("1", "2");
  }

  /** What each attempt sent, of two, when the listener gives each another value. */
  private List<String> tracesOf(Function<ApiEngine, EndpointCall<Object>> call) {
    ScriptedTransport transport = ScriptedTransport.of(answer(503, ""), ok());
    CallListener tracing =
        vendor ->
            new CallEvents() {
              @Override
              public Headers attemptStarted(HttpRequest request) {
                return Headers.empty().with("traceparent", "" + request.call().attempts());
              }
            };
    call.apply(TestClient.of(transport, time).listener(tracing).open()).execute();
    return transport.sent().stream().map(sent -> sent.headers().get("traceparent")).toList();
  }

  @Test
  void aRefusalEndsTheCallWithItsStatusOutcomeAndRequestId() {
    ScriptedTransport transport =
        ScriptedTransport.of(answer(400, "bad", "X-Request-ID", "req-400"));
    assertThatThrownBy(() -> create(client(transport)).execute())
        .isInstanceOf(ApiException.BadRequest.class);
    CallEnd end = heard.onlyEnd();
    assertThat(end.outcome()).isEqualTo("REJECTED");
    assertThat(end.status()).isEqualTo(400);
    assertThat(end.requestId()).isEqualTo("req-400");
    assertThat(heard.attempts().get(0).requestBytes()).isEqualTo("{\"name\":\"Ada\"}".length());
  }

  @Test
  void inputThatIsRefusedBeforeSendingEndsTheCallToo() {
    ApiEngine engine = client(ScriptedTransport.of());
    assertThatThrownBy(() -> EndpointCall.of(engine, TestClient.READ).path("id", "..").execute())
        .isInstanceOf(InvalidRequestException.class);
    assertThat(heard.lines())
        .containsExactly(
            "started t.read /things/{id}", "ended NOT_SENT after 0 InvalidRequestException");
  }

  @Test
  void aCallThatNeverStartsHasNoEnd() {
    ApiEngine engine = client(ScriptedTransport.of());
    engine.close();
    assertThatThrownBy(() -> read(engine).execute()).isInstanceOf(InvalidRequestException.class);
    assertThat(heard.askedOn()).hasSize(1);
    assertThat(heard.lines()).isEmpty();
  }

  @Test
  void aWaitForAPermitIsHeardWithItsLength() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(ok(), ok()), time)
            .rateLimiter(RateLimiter.perMinute(1))
            .listener(heard)
            .open();
    read(engine).execute();
    read(engine).execute();
    assertThat(heard.lines()).contains("permit after 0 s", "permit after 60 s");
  }

  @Test
  void theListenersHeadersAreSentButNeverInPlaceOfTheCredential() {
    heard.sending(
        Headers.empty()
            .with("traceparent", "00-1-2-01")
            .with("Authorization", "Bearer theirs")
            .with("expect", "100-continue"));
    ScriptedTransport transport = ScriptedTransport.of(ok());
    read(client(transport)).execute();
    assertThat(transport.onlySent().headers())
        .containsEntry("traceparent", "00-1-2-01")
        .doesNotContainKey("Expect")
        .containsEntry("Authorization", "Bearer key-canary");
  }

  @Test
  void anAsyncCallIsHeardOfOnTheThreadThatAskedForIt() throws Exception {
    ApiEngine engine = client(ScriptedTransport.of(ok()));
    read(engine).executeAsync().get(30, SECONDS);
    assertThat(heard.askedOn()).containsExactly(Thread.currentThread());
    assertThat(heard.lines()).contains("ended SUCCESS after 1");
    engine.close();
  }

  @Test
  void theFirstToHearOfAStartIsTheLastToHearOfTheEnd() {
    Heard second = new Heard();
    List<String> all = new ArrayList<>();
    CallListener noting =
        vendor ->
            new CallEvents() {
              @Override
              public void started(CallInfo call) {
                all.add("outer started, inner has " + second.lines().size());
              }

              @Override
              public void ended(CallEnd call) {
                all.add("outer ended, inner has " + second.lines().size());
              }
            };
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(ok()), time).listener(noting).listener(second).open();
    read(engine).execute();
    assertThat(all).containsExactly("outer started, inner has 0", "outer ended, inner has 5");
  }

  @Test
  void whatAListenerThrowsOrLeavesOutChangesNothing() {
    CallListener broken =
        vendor ->
            new CallEvents() {
              @Override
              public void started(CallInfo call) {
                throw new IllegalStateException("started");
              }

              @Override
              public void permitAwaited(Duration waited) {
                throw new AssertionError("permit");
              }

              @Override
              @SuppressWarnings("NullAway")
              public Headers attemptStarted(HttpRequest request) {
                return null;
              }

              @Override
              public void attemptEnded(AttemptEnd attempt) {
                throw unchecked(new IOException("attempt"));
              }

              @Override
              public void backingOff(Duration wait, SdkException because) {
                throw new IllegalStateException("backing off");
              }

              @Override
              public void ended(CallEnd call) {
                throw new IllegalStateException("ended");
              }
            };
    ScriptedTransport transport = ScriptedTransport.of(answer(503, ""), ok());
    ApiEngine engine =
        TestClient.of(transport, time)
            .listener(vendor -> null)
            .listener(
                vendor -> {
                  throw new IllegalStateException("new call");
                })
            .listener(broken)
            .listener(heard)
            .open();
    assertThat(read(engine).execute()).isEqualTo(Map.of("id", "1"));
    assertThat(heard.lines()).contains("ended SUCCESS after 2");
  }

  @Test
  void anUploadFromAStreamSucceedsAlsoWhenItIsHeard() {
    MultipartBody upload =
        MultipartBody.builder()
            .file("file", "text/csv", UploadSource.of(new ByteArrayInputStream(ROWS), "a.csv"));
    ApiEngine engine = client(ScriptedTransport.of(ok()));
    EndpointCall.of(engine, TestClient.CREATE).body(upload).execute();
    assertThat(heard.attempts()).singleElement().returns(-1L, AttemptEnd::requestBytes);
    assertThat(heard.onlyEnd().outcome()).isEqualTo("SUCCESS");
  }

  @Test
  void theEndIsHeardAlsoOfAFailureThatJavaWouldNotLetThrough() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(ok()), time)
            .interceptor(
                (request, next) -> {
                  next.proceed(request);
                  throw unchecked(new IOException("as Kotlin throws it"));
                })
            .listener(heard)
            .open();
    assertThatThrownBy(() -> read(engine).execute()).isInstanceOf(IOException.class);
    assertThat(heard.onlyEnd().failure()).isInstanceOf(IOException.class);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException unchecked(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void noListenerIsToldAtOnce() {
    assertThatThrownBy(() -> TestClient.at("https://vendor.test").listener(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("listener");
  }
}
