package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final VirtualClock time = new VirtualClock();

  private static Endpoint<Object> endpoint(Effect effect) {
    return Endpoint.post("t.any", "/any", Decoder.json(Object.class)).effect(effect);
  }

  private static Step failure(String name) {
    return switch (name) {
      case "noConnection" -> noConnection();
      case "cut" -> cut();
      case "timeout" ->
          request -> {
            throw new SocketTimeoutException("read");
          };
      case "brokenSuccess" -> brokenBody(200);
      default -> answer(Integer.parseInt(name), "");
    };
  }

  private EndpointCall<Object> call(Effect effect, ScriptedTransport transport) {
    return EndpointCall.of(TestClient.of(transport, time).open(), endpoint(effect))
        .json(Map.of("a", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "READ, noConnection",
    "READ, cut",
    "READ, timeout",
    "READ, brokenSuccess",
    "READ, 500",
    "READ, 502",
    "READ, 503",
    "READ, 504",
    "READ, 429",
    "WRITE, noConnection",
    "WRITE, 429",
    "REPEATABLE_WRITE, noConnection",
    "REPEATABLE_WRITE, cut",
    "REPEATABLE_WRITE, timeout",
    "REPEATABLE_WRITE, brokenSuccess",
    "REPEATABLE_WRITE, 500",
    "REPEATABLE_WRITE, 502",
    "REPEATABLE_WRITE, 503",
    "REPEATABLE_WRITE, 504",
    "REPEATABLE_WRITE, 429",
    "DELETE, noConnection",
    "DELETE, cut",
    "DELETE, timeout",
    "DELETE, brokenSuccess",
    "DELETE, 500",
    "DELETE, 502",
    "DELETE, 503",
    "DELETE, 504",
    "DELETE, 429"
  })
  void isRepeated(Effect effect, String failure) {
    ScriptedTransport transport = ScriptedTransport.of(failure(failure), ok());
    assertThat(call(effect, transport).execute()).isEqualTo(Map.of("id", "1"));
    assertThat(transport.sent()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE, cut",
    "WRITE, timeout",
    "WRITE, brokenSuccess",
    "WRITE, 500",
    "WRITE, 502",
    "WRITE, 503",
    "WRITE, 504",
    "READ, 400",
    "READ, 401",
    "READ, 403",
    "READ, 404",
    "READ, 409",
    "READ, 413",
    "READ, 422",
    "READ, 501",
    "READ, 302",
    "REPEATABLE_WRITE, 400",
    "REPEATABLE_WRITE, 401",
    "REPEATABLE_WRITE, 409",
    "DELETE, 401",
    "DELETE, 403",
    "DELETE, 501"
  })
  void isNotRepeated(Effect effect, String failure) {
    ScriptedTransport transport = ScriptedTransport.of(failure(failure), ok());
    assertThatThrownBy(() -> call(effect, transport).execute()).isInstanceOf(SdkException.class);
    assertThat(transport.sent()).hasSize(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void anAnswerThatCannotBeDecodedIsNotAskedForAgain(Effect effect) {
    ScriptedTransport transport = ScriptedTransport.of(answer(200, "<html>"));
    assertThatThrownBy(() -> call(effect, transport).execute())
        .isInstanceOf(ResponseFormatException.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void retriesAfterTheWaitThatTheVendorAsksFor() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "7"), ok());
    assertThat(call(Effect.WRITE, transport).execute()).isNotNull();
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void honoursTheWaitOfA503Too() {
    ScriptedTransport transport = ScriptedTransport.of(answer(503, "", "Retry-After", "3"), ok());
    assertThat(call(Effect.READ, transport).execute()).isNotNull();
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void aWaitInThePastIsNoWait() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "-30"), ok());
    assertThat(call(Effect.WRITE, transport).execute()).isNotNull();
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void withoutTheVendorsWordTheWaitsAreRandomBelowBoundsThatDouble() {
    List<Duration> longest = waitsWithRandom(Math.nextDown(1.0), Step5xx.TIMES_3);
    List<Duration> shortest = waitsWithRandom(0.0, Step5xx.TIMES_3);
    assertThat(longest).hasSize(3);
    assertBelowAndNear(longest.get(0), Duration.ofMillis(200));
    assertBelowAndNear(longest.get(1), Duration.ofMillis(400));
    assertBelowAndNear(longest.get(2), Duration.ofMillis(800));
    assertThat(shortest).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  @Test
  void afterALimitThatNamesNoTimeTheWaitsAreLongerAndCapped() {
    List<Duration> waits = waitsWithRandom(Math.nextDown(1.0), List.of("429", "429", "429"));
    assertBelowAndNear(waits.get(0), Duration.ofSeconds(5));
    assertBelowAndNear(waits.get(1), Duration.ofSeconds(10));
    assertBelowAndNear(waits.get(2), Duration.ofSeconds(20));
  }

  @Test
  void theBoundsAreCappedHoweverManyAttemptsThereAre() {
    RetryPolicy policy = RetryPolicy.standard();
    assertThat(policy.delayBound(1, false)).isEqualTo(Duration.ofMillis(200));
    assertThat(policy.delayBound(8, false)).isEqualTo(Duration.ofSeconds(20));
    assertThat(policy.delayBound(1_000_000, false)).isEqualTo(Duration.ofSeconds(20));
    assertThat(policy.delayBound(4, true)).isEqualTo(Duration.ofSeconds(20));
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    RetryPolicy patient =
        new RetryPolicy(9, Duration.ofSeconds(Long.MAX_VALUE / 2), longest, longest, longest);
    assertThat(patient.delayBound(60, false)).isLessThanOrEqualTo(longest);
  }

  private static final class Step5xx {
    static final List<String> TIMES_3 = List.of("503", "503", "503");
  }

  private static List<Duration> waitsWithRandom(double random, List<String> failures) {
    VirtualClock time = new VirtualClock();
    time.random(random);
    List<Step> steps = new ArrayList<>();
    failures.forEach(name -> steps.add(failure(name)));
    steps.add(ok());
    ApiEngine engine = TestClient.of(ScriptedTransport.of(steps.toArray(Step[]::new)), time).open();
    assertThat(EndpointCall.of(engine, endpoint(Effect.READ)).execute()).isNotNull();
    return time.sleeps();
  }

  private static void assertBelowAndNear(Duration wait, Duration bound) {
    assertThat(wait).isLessThan(bound).isGreaterThan(bound.minusMillis(1));
  }

  @Test
  void aWaitBeyondTheDeadlineFailsAtOnceAndSaysUntilWhen() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "60"));
    ApiException.RateLimited e =
        catchThrowableOfType(
            ApiException.RateLimited.class,
            () -> call(Effect.WRITE, transport).deadline(Duration.ofSeconds(30)).execute());
    assertThat(time.sleeps()).isEmpty();
    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(60));
    assertThat(e).hasMessageContaining("PT1M").hasMessageContaining("2026-03-01T12:01:00Z");
  }

  @Test
  void aWaitBeyondWhatThePolicyAllowsFailsAtOnce() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "3600"));
    assertThatThrownBy(() -> call(Effect.WRITE, transport).deadline(Duration.ofHours(9)).execute())
        .isInstanceOf(ApiException.RateLimited.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void anAbsurdWaitIsStillAnAnswerOfTheVendor() {
    String longest = Long.toString(Long.MAX_VALUE);
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", longest));
    assertThatThrownBy(() -> call(Effect.WRITE, transport).execute())
        .isInstanceOf(ApiException.RateLimited.class);
  }

  @Test
  void aRandomWaitBeyondTheDeadlineFailsWithTheLastFailure() {
    time.random(0.9);
    ScriptedTransport transport = ScriptedTransport.of(answer(503, ""));
    assertThatThrownBy(
            () -> call(Effect.READ, transport).deadline(Duration.ofMillis(100)).execute())
        .isInstanceOf(ApiException.ServerError.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void thereIsNoWaitAfterTheLastAttempt() {
    ScriptedTransport transport =
        ScriptedTransport.of(answer(503, ""), answer(503, ""), answer(503, ""), answer(503, ""));
    SdkException e =
        catchThrowableOfType(SdkException.class, () -> call(Effect.READ, transport).execute());
    assertThat(e.attempts()).isEqualTo(4);
    assertThat(time.sleeps()).hasSize(3);
  }

  @Test
  void eachAttemptsTimeIsTrimmedToWhatIsLeftOfTheDeadline() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            request -> {
              time.advance(Duration.ofSeconds(30));
              throw new SocketTimeoutException("read");
            },
            answer(429, "", "Retry-After", "10"),
            ok());
    time.random(0);
    assertThat(
            call(Effect.READ, transport)
                .timeout(Duration.ofSeconds(30))
                .deadline(Duration.ofSeconds(45))
                .execute())
        .isNotNull();
    assertThat(transport.sent())
        .extracting(ScriptedTransport.Sent::allowed)
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(5));
  }

  @Test
  void aDeadlineUsedUpByAttemptsEndsTheCallWithTheLastFailure() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            request -> {
              time.advance(Duration.ofSeconds(20));
              throw new SocketTimeoutException("read");
            });
    time.random(0);
    assertThatThrownBy(
            () -> call(Effect.READ, transport).deadline(Duration.ofSeconds(20)).execute())
        .isInstanceOf(CallTimeoutException.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void anInterruptWhileWaitingEndsTheCallAtOnceAndKeepsTheFlag() {
    time.onSleep(() -> Thread.currentThread().interrupt());
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "5"));
    SdkException e =
        catchThrowableOfType(SdkException.class, () -> call(Effect.WRITE, transport).execute());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.getSuppressed()).hasAtLeastOneElementOfType(ApiException.RateLimited.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void anInterruptWhileWaitingAfterACutStaysUnknown() {
    time.onSleep(() -> Thread.currentThread().interrupt());
    SdkException e =
        catchThrowableOfType(
            SdkException.class,
            () -> call(Effect.REPEATABLE_WRITE, ScriptedTransport.of(cut())).execute());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a401IsNeverRetried() {
    AtomicInteger tokens = new AtomicInteger();
    ScriptedTransport transport = ScriptedTransport.of(answer(401, "expired"));
    ApiEngine engine =
        TestClient.of(transport, time)
            .auth(request -> request.withHeader("auth", "t" + tokens.incrementAndGet()))
            .open();
    assertThatThrownBy(() -> EndpointCall.of(engine, endpoint(Effect.READ)).execute())
        .isInstanceOf(ApiException.Unauthorized.class);
    assertThat(tokens).hasValue(1);
  }

  @Test
  void everyAttemptSendsTheSameBytesButForTheCredentialWhichIsFresh() {
    AtomicInteger tokens = new AtomicInteger();
    ScriptedTransport transport =
        ScriptedTransport.of(noConnection(), cut(), answer(503, ""), ok());
    ApiEngine engine =
        TestClient.of(transport, time)
            .auth(request -> request.withHeader("auth", "t" + tokens.incrementAndGet()))
            .open();
    EndpointCall<Object> call =
        EndpointCall.of(engine, endpoint(Effect.REPEATABLE_WRITE))
            .json(Map.of("name", "Asha"))
            .query("q", "a b")
            .header("Idempotency-Key", "k-1");
    assertThat(call.execute()).isNotNull();
    assertThat(transport.sent())
        .extracting(sent -> sent.headers().get("auth"))
        .containsExactly("t1", "t2", "t3", "t4");
    assertThat(transport.sent().stream().map(RetryTest::withoutCredential).distinct()).hasSize(1);
    assertThat(transport.sent().get(0).headers()).containsEntry("Idempotency-Key", "k-1");
  }

  private static List<Object> withoutCredential(ScriptedTransport.Sent sent) {
    Map<String, String> headers = new TreeMap<>(sent.headers());
    headers.remove("auth");
    return List.of(sent.method(), sent.url(), headers, sent.body());
  }

  @Test
  void everyAttemptTakesAPermit() {
    AtomicInteger permits = new AtomicInteger();
    ScriptedTransport transport = ScriptedTransport.of(cut(), cut(), ok());
    ApiEngine engine =
        TestClient.of(transport, time)
            .rateLimiter(
                RateLimiter.on(
                    nanoTime -> {
                      permits.incrementAndGet();
                      return 0;
                    }))
            .open();
    assertThat(EndpointCall.of(engine, endpoint(Effect.READ)).execute()).isNotNull();
    assertThat(permits).hasValue(3);
  }

  @Test
  void aCallsOwnPolicyReplacesTheClients() {
    ScriptedTransport once = ScriptedTransport.of(answer(503, ""));
    assertThatThrownBy(() -> call(Effect.READ, once).retry(RetryPolicy.none()).execute())
        .isInstanceOf(ApiException.ServerError.class);
    ScriptedTransport often = ScriptedTransport.of(cut(), cut(), cut(), cut(), cut(), cut(), ok());
    RetryPolicy seven = RetryPolicy.standard().withMaxAttempts(7);
    assertThat(call(Effect.READ, often).retry(seven).execute()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection", "Host", "Expect"})
  void aHeaderThatFramesTheRequestIsRefused(String name) {
    EndpointCall<Object> call = call(Effect.READ, ScriptedTransport.of());
    assertThatThrownBy(() -> call.header(name, "5"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> new TestClient().header(name, "5"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aCallsOwnSettingsReplaceTheClientsForThatCallOnly() {
    ScriptedTransport transport = ScriptedTransport.of(ok(), ok());
    ApiEngine engine =
        TestClient.of(transport, time)
            .timeout(Duration.ofSeconds(9))
            .header("X-Tenant", "client")
            .header("X-Kept", "yes")
            .open();
    EndpointCall<Object> plain = EndpointCall.of(engine, endpoint(Effect.READ));
    EndpointCall<Object> changed = plain.timeout(Duration.ofSeconds(2)).header("x-tenant", "call");
    assertThat(changed.execute()).isEqualTo(plain.execute());
    assertThat(transport.sent().get(0).allowed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(transport.sent().get(0).headers())
        .containsEntry("X-Tenant", "call")
        .containsEntry("X-Kept", "yes");
    assertThat(transport.sent().get(1).allowed()).isEqualTo(Duration.ofSeconds(9));
    assertThat(transport.sent().get(1).headers()).containsEntry("X-Tenant", "client");
  }

  @Test
  void timesThatAreNotPositiveAreRefused() {
    EndpointCall<Object> call = call(Effect.READ, ScriptedTransport.of());
    assertThatThrownBy(() -> call.timeout(Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> call.deadline(Duration.ofMillis(-1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("deadline");
    assertThatThrownBy(() -> RetryPolicy.standard().withMaxAttempts(0))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () ->
                new RetryPolicy(
                    1, Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void theLongestTimesDoNotOverflow() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    ScriptedTransport transport = ScriptedTransport.of(ok());
    assertThat(call(Effect.READ, transport).timeout(forever).deadline(forever).execute())
        .isNotNull();
    assertThat(transport.onlySent().allowed()).isGreaterThan(Duration.ofDays(365));
  }

  @Test
  void aBodyFromAStreamIsNotSentTwice() {
    UploadSource stream =
        UploadSource.of(new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), "c.csv");
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "1"));
    ApiEngine engine = TestClient.of(transport, time).open();
    ApiRequest<Object> request =
        ApiRequest.of(endpoint(Effect.WRITE))
            .body(MultipartBody.builder().file("file", "text/csv", stream));
    assertThatThrownBy(() -> engine.call(request).execute())
        .isInstanceOf(ApiException.RateLimited.class);
    assertThat(transport.onlySent().body()).contains("a,b");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void aBodyFromAFileIsSentAgain(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("c.csv"), "a,b");
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "1"), ok());
    ApiEngine engine = TestClient.of(transport, time).open();
    ApiRequest<Object> request =
        ApiRequest.of(endpoint(Effect.WRITE))
            .body(MultipartBody.builder().file("file", "text/csv", UploadSource.of(file)));
    assertThat(engine.call(request).execute()).isNotNull();
    assertThat(transport.sent().get(1).body())
        .isEqualTo(transport.sent().get(0).body())
        .contains("a,b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"503", "cut", "noConnection"})
  void aBrokenBackendIsNotHammered(String failure) {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      script.add(failure(failure));
    }
    ScriptedTransport transport = ScriptedTransport.of(script.toArray(Step[]::new));
    ApiEngine engine = TestClient.of(transport, time).open();
    for (int call = 0; call < 50; call++) {
      assertThatThrownBy(() -> EndpointCall.of(engine, endpoint(Effect.READ)).execute())
          .isInstanceOf(SdkException.class);
    }
    assertThat(transport.sent()).hasSize(50 + 100);
  }

  @Test
  void waitingOutALimitCostsNothingOfTheRetryBudget() {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      script.add(answer(429, "", "Retry-After", "1"));
      script.add(ok());
    }
    ScriptedTransport transport = ScriptedTransport.of(script.toArray(Step[]::new));
    ApiEngine engine = TestClient.of(transport, time).open();
    for (int call = 0; call < 150; call++) {
      assertThat(EndpointCall.of(engine, endpoint(Effect.WRITE)).execute()).isNotNull();
    }
    assertThat(transport.sent()).hasSize(300);
  }

  @Test
  void fiveSuccessesEarnARetryButNoMoreThanTheBudgetHolds() {
    RetryBudget budget = new RetryBudget();
    for (int i = 0; i < 1000; i++) {
      budget.succeeded();
    }
    int retries = 0;
    while (budget.pay()) {
      retries++;
    }
    assertThat(retries).isEqualTo(100);
    for (int i = 0; i < 4; i++) {
      budget.succeeded();
    }
    assertThat(budget.pay()).isFalse();
    budget.succeeded();
    assertThat(budget.pay()).isTrue();
    assertThat(budget.pay()).isFalse();
  }

  @Test
  void applicationsInterceptorsRunOncePerCallAndSeeNoCredential() {
    List<String> seen = new ArrayList<>();
    ScriptedTransport transport = ScriptedTransport.of(cut(), cut(), ok());
    ApiEngine engine =
        TestClient.of(transport, time)
            .interceptor(
                (request, next) -> {
                  request.headers().forEach((name, value) -> seen.add(name + ": " + value));
                  return next.proceed(request.withHeader("X-Trace", "t-1"));
                })
            .open();
    assertThat(EndpointCall.of(engine, endpoint(Effect.READ)).execute()).isNotNull();
    assertThat(seen).hasSize(3).noneMatch(line -> line.contains("canary"));
    assertThat(transport.sent()).hasSize(3).allMatch(s -> s.headers().containsKey("X-Trace"));
  }

  @Test
  void failuresOfEarlierAttemptsAreKept() {
    ScriptedTransport transport = ScriptedTransport.of(cut(), answer(400, "no"));
    SdkException e =
        catchThrowableOfType(SdkException.class, () -> call(Effect.READ, transport).execute());
    assertThat(e.getSuppressed()).singleElement().isInstanceOf(ConnectionException.class);
  }

  @Test
  void anotherCredentialOnTheSameConnectionsHasItsOwnLimitAndBothCloseTogether() {
    ScriptedTransport transport = ScriptedTransport.of(ok(), ok());
    ApiEngine first = TestClient.of(transport, time).open();
    ApiEngine second =
        first.withCredential(
            request -> request.withHeader("auth", "other"), RateLimiter.unlimited());
    assertThat(EndpointCall.of(second, endpoint(Effect.READ)).execute()).isNotNull();
    assertThat(transport.onlySent().headers())
        .containsEntry("auth", "other")
        .doesNotContainKey("Authorization");
    second.close();
    first.close();
    assertThatThrownBy(() -> EndpointCall.of(first, endpoint(Effect.READ)).execute())
        .isInstanceOf(InvalidRequestException.class);
    assertThat(transport.timesClosed()).isZero();
  }

  @Test
  void aWaitOfExactlyWhatThePolicyAllowsIsWaited() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "65"), ok());
    assertThat(call(Effect.WRITE, transport).deadline(Duration.ofSeconds(66)).execute())
        .isNotNull();
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(65));
  }

  @Test
  void aWaitThatLeavesNoTimeForTheNextAttemptFailsAtOnce() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "10"));
    assertThatThrownBy(
            () -> call(Effect.WRITE, transport).deadline(Duration.ofSeconds(10)).execute())
        .isInstanceOf(ApiException.RateLimited.class);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void aClientThatHasUsedUpItsRetriesGetsThemBackBySuccesses() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      steps.add(answer(503, ""));
    }
    for (int i = 0; i < 5; i++) {
      steps.add(ok());
    }
    steps.add(answer(503, ""));
    steps.add(ok());
    ScriptedTransport transport = ScriptedTransport.of(steps.toArray(Step[]::new));
    ApiEngine engine = TestClient.of(transport, time).open();
    EndpointCall<Object> call =
        EndpointCall.of(engine, endpoint(Effect.READ)).deadline(Duration.ofHours(9));
    assertThatThrownBy(() -> call.retry(RetryPolicy.standard().withMaxAttempts(1000)).execute())
        .isInstanceOf(ApiException.ServerError.class);
    assertThat(transport.sent()).hasSize(101);
    for (int i = 0; i < 5; i++) {
      assertThat(call.response().attempts()).isOne();
    }
    assertThat(call.response().attempts()).isEqualTo(2);
  }
}
