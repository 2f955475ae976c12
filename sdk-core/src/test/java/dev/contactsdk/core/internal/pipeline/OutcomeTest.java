package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure says of the fate of the write, by how far the exchange got. */
class OutcomeTest {
  private final VirtualClock time = new VirtualClock();

  private ApiEngine engine(Step... steps) {
    return TestClient.of(ScriptedTransport.of(steps), time).open();
  }

  private SdkException failureOfOneAttempt(ApiCall<?> call) {
    return catchThrowableOfType(SdkException.class, () -> call.retry(RetryPolicy.none()).execute());
  }

  private static EndpointCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  private static EndpointCall<Object> read(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.READ).path("id", "1");
  }

  private static EndpointCall<Deleted<Object>> delete(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.DELETE).path("id", "1");
  }

  @Test
  void aRefusedConnectionMeansNotSent() {
    SdkException e = failureOfOneAttempt(create(engine(noConnection())));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void aConnectTimeoutIsATimeoutThatSentNothing() {
    ApiEngine engine =
        engine(
            request -> {
              throw new NotSentException(new SocketTimeoutException("connect"));
            });
    SdkException e = failureOfOneAttempt(create(engine));
    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void aCutAfterSendingMeansUnknown() {
    SdkException e = failureOfOneAttempt(create(engine(cut())));
    assertThat(e).isInstanceOf(ConnectionException.class).hasCauseInstanceOf(IOException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aTimeoutAfterSendingMeansUnknown() {
    ApiEngine engine =
        engine(
            request -> {
              throw new SocketTimeoutException("read");
            });
    SdkException e = failureOfOneAttempt(create(engine));
    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aTransportThatThrowsSomethingUncheckedGivesATypedFailureOfUnknownFate() {
    ApiEngine engine =
        engine(
            request -> {
              throw new IllegalStateException("canary");
            });
    SdkException e = failureOfOneAttempt(create(engine));
    assertThat(e).isInstanceOf(ResponseFormatException.class).hasNoCause();
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e).hasMessageNotContaining("canary");
  }

  @Test
  void aSuccessWhoseBodyBreaksOffMeansApplied() {
    SdkException e = failureOfOneAttempt(create(engine(brokenBody(201))));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aRefusalWhoseBodyBreaksOffIsARefusal() {
    SdkException e = failureOfOneAttempt(create(engine(brokenBody(422))));
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"id\":", "null", "{} {}", "{\"a\":1}trailing"})
  void aSuccessThatCannotBeDecodedMeansApplied(String body) {
    SdkException e =
        failureOfOneAttempt(create(engine(answer(200, body, "Content-Type", "text/html"))));
    assertThat(e).isInstanceOf(ResponseFormatException.class).hasMessageContaining("text/html");
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  private SdkException failureOfDecoder(Decoder<Object> decoder) {
    Endpoint<Object> endpoint = Endpoint.post("t.odd", "/odd", decoder);
    Step success = answer(200, "{}", "X-Origin", "OTHER_JSON");
    return failureOfOneAttempt(EndpointCall.of(engine(success), endpoint).json(Map.of()));
  }

  @Test
  void aDecoderThatFailsUnexpectedlyMeansAppliedAndQuotesNothing() {
    SdkException e =
        failureOfDecoder(
            answer -> {
              throw new IllegalStateException("canary");
            });
    assertThat(e).isInstanceOf(ResponseFormatException.class).hasMessageNotContaining("canary");
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 207})
  void aSuccessThatOnlyAcceptsOrCountsProvesNothingWithoutTheRecord(int status) {
    for (Step step :
        new Step[] {answer(status, ""), answer(status, "<html>"), brokenBody(status)}) {
      assertThat(failureOfOneAttempt(create(engine(step))).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(create(engine(answer(status, "{\"id\":\"1\"}"))).execute())
        .isEqualTo(Map.of("id", "1"));
  }

  @Test
  void aSuccessThatContradictsTheWriteLeavesItUnknown() {
    SdkException e =
        failureOfDecoder(
            answer -> {
              throw UnusableAnswerException.ofContradiction("it is still there", Map.of());
            });
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("it is still there");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void anIoFailureOfADecoderIsNamedAndQuotesNothing() {
    SdkException e =
        failureOfDecoder(
            answer -> {
              throw new CharConversionException("no int: Odo Finch +12025550144");
            });
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("CharConversionException")
        .hasMessageNotContaining("Finch")
        .hasMessageNotContaining("0144")
        .hasNoCause();
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @CsvSource({"400, UNKNOWN", "401, UNKNOWN", "403, UNKNOWN", "407, REJECTED", "429, REJECTED"})
  void aGatewaysPageProvesARefusalOnlyForAProxysCredentialAndALimit(int status, Outcome outcome) {
    Step page = answer(status, "<html>", "X-Origin", "FOREIGN");
    assertThat(failureOfOneAttempt(create(engine(page))).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequest",
    "401, Unauthorized",
    "402, PaymentRequired",
    "403, PermissionDenied",
    "404, NotFound",
    "405, UnexpectedStatus",
    "409, Conflict",
    "412, BadRequest",
    "413, PayloadTooLarge",
    "422, BadRequest",
    "429, RateLimited",
    "498, UnexpectedStatus"
  })
  void a4xxMeansRejectedAndHasItsOwnClass(int status, String kind) {
    SdkException e = failureOfOneAttempt(create(engine(answer(status, ""))));
    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(((ApiException) e).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 502, 503, 504, 599})
  void a5xxOnAWriteMeansUnknownAndOnAReadRejected(int status) {
    SdkException onWrite = failureOfOneAttempt(create(engine(answer(status, ""))));
    SdkException onRead = failureOfOneAttempt(read(engine(answer(status, ""))));
    SdkException onDelete = failureOfOneAttempt(delete(engine(answer(status, ""))));
    assertThat(onWrite).isInstanceOf(ApiException.ServerError.class);
    assertThat(onWrite.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(onRead.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(onDelete.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"301, UNKNOWN", "302, UNKNOWN", "303, UNKNOWN", "307, REJECTED", "308, REJECTED"})
  void aRedirectOfAWriteIsAFailureThatSaysWhetherItMayHaveBeenCarriedOut(
      int status, Outcome outcome) {
    SdkException e =
        failureOfOneAttempt(create(engine(answer(status, "", "Location", "https://other.test"))));
    assertThat(e).isInstanceOf(ApiException.UnexpectedStatus.class);
    assertThat(e.outcome()).isEqualTo(outcome);
  }

  @Test
  void aLaterRefusalDoesNotUndoAnEarlierAttemptOfUnknownFate() {
    ApiEngine engine = engine(cut(), answer(422, "no"));
    SdkException e =
        catchThrowableOfType(
            SdkException.class,
            () ->
                EndpointCall.of(engine, TestClient.UPDATE)
                    .path("id", "1")
                    .json(Map.of())
                    .execute());
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.attempts()).isEqualTo(2);
    assertThat(e.getSuppressed()).hasAtLeastOneElementOfType(ConnectionException.class);
  }

  @Test
  void aRefusedConnectionAfterACutStaysUnknown() {
    ApiEngine engine = engine(cut(), noConnection(), noConnection(), noConnection());
    SdkException e =
        catchThrowableOfType(
            SdkException.class,
            () ->
                EndpointCall.of(engine, TestClient.UPDATE)
                    .path("id", "1")
                    .json(Map.of())
                    .execute());
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.attempts()).isEqualTo(4);
  }

  @Test
  void a404OnADeleteAfterACutCountsAsDone() {
    Deleted<Object> deleted = delete(engine(cut(), answer(404, "gone"))).execute();
    assertThat(deleted.alreadyGone()).isTrue();
    assertThat(deleted.last()).isNull();
  }

  @Test
  void a404OnADeleteAfterA5xxCountsAsDone() {
    assertThat(delete(engine(answer(502, ""), answer(404, "gone"))).execute().alreadyGone())
        .isTrue();
  }

  @Test
  void a404OnADeleteAfterASuccessWhoseBodyBrokeOffCountsAsDone() {
    assertThat(delete(engine(brokenBody(200), answer(404, ""))).execute().alreadyGone()).isTrue();
  }

  @Test
  void aFirst404OnADeleteIsARefusal() {
    SdkException e =
        catchThrowableOfType(
            SdkException.class, () -> delete(engine(answer(404, "gone"))).execute());
    assertThat(e).isInstanceOf(ApiException.NotFound.class);
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void a404OnADeleteAfterARefusedConnectionOrALimitIsARefusal() {
    for (Step first : new Step[] {noConnection(), answer(429, "", "Retry-After", "1")}) {
      SdkException e =
          catchThrowableOfType(
              SdkException.class, () -> delete(engine(first, answer(404, ""))).execute());
      assertThat(e).isInstanceOf(ApiException.NotFound.class);
      assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    }
  }

  @Test
  void aDeleteWithoutABodyIsASuccess() {
    assertThat(delete(engine(answer(204, ""))).execute()).isEqualTo(new Deleted<>(false, null));
  }

  @Test
  void aCredentialThatCannotBeMadeMeansNotSent() {
    ScriptedTransport transport = ScriptedTransport.of();
    ApiEngine engine =
        TestClient.of(transport, time)
            .auth(
                request -> {
                  throw new IOException("vault is down");
                })
            .open();
    SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
    assertThat(e).isInstanceOf(CredentialException.class).hasRootCauseMessage("vault is down");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.attempts()).isOne();
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anInterruptWhileTheCredentialIsMadeKeepsTheFlag() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(), time)
            .auth(
                request -> {
                  throw new InterruptedException();
                })
            .open();
    SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CredentialException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void noPermitBeforeTheDeadlineMeansNotSentAndSaysWhenOneIsFree() {
    ScriptedTransport transport = ScriptedTransport.of(ok());
    ApiEngine engine =
        TestClient.of(transport, time).accountLimiter(RateLimiter.perMinute(1)).open();
    read(engine).execute();
    RateLimitWaitException e =
        catchThrowableOfType(
            RateLimitWaitException.class,
            () -> create(engine).deadline(Duration.ofSeconds(10)).execute());
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    assertThat(time.elapsed()).isZero();
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    ScriptedTransport transport = ScriptedTransport.of();
    ApiEngine engine = TestClient.of(transport, time).open();
    Thread.currentThread().interrupt();
    SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anInterruptWhileSendingMeansUnknownAndIsNotRetried() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            request -> {
              Thread.currentThread().interrupt();
              throw new ClosedByInterruptException();
            });
    ApiEngine engine = TestClient.of(transport, time).open();
    SdkException e = catchThrowableOfType(SdkException.class, () -> read(engine).execute());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aDeadlineThatPassesBeforeSendingMeansNotSent() {
    ScriptedTransport transport = ScriptedTransport.of();
    ApiEngine engine =
        TestClient.of(transport, time)
            .auth(
                request -> {
                  time.advance(Duration.ofMinutes(5));
                  return request;
                })
            .open();
    SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
    assertThat(e).isInstanceOf(CallTimeoutException.class).hasMessageContaining("deadline");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void aClosedClientRefusesClearlyInBothWaysOfRunning() {
    ApiEngine engine = engine();
    engine.close();
    SdkException e = catchThrowableOfType(SdkException.class, () -> read(engine).execute());
    assertThat(e).isInstanceOf(InvalidRequestException.class).hasMessageContaining("closed");
    assertThat(read(engine).executeAsync())
        .isCompletedExceptionally()
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anAnswerTellsStatusHeadersRequestIdAttemptsAndTime() {
    time.random(0.5);
    ApiEngine engine = engine(noConnection(), answer(201, "{\"id\":\"1\"}", "x-request-id", "r-1"));
    ApiResponse<Object> response = create(engine).response();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.requestId()).isEqualTo("r-1");
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(response.elapsed()).isEqualTo(Duration.ofMillis(100));
    assertThat(response.body()).isEqualTo(Map.of("id", "1"));
  }
}
