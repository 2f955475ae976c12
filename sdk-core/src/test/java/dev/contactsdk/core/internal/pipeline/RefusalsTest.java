package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error answer proves: by its status, by who wrote it, and inside a success. */
class RefusalsTest {
  private final VirtualClock time = new VirtualClock();

  private ApiEngine engine(Step... steps) {
    return TestClient.of(ScriptedTransport.of(steps), time).open();
  }

  private static EndpointCall<Object> call(ApiEngine engine, Effect effect) {
    return EndpointCall.of(engine, TestClient.CREATE.effect(effect)).json(Map.of("name", "Asha"));
  }

  private static EndpointCall<Deleted<Object>> delete(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.DELETE).path("id", "1");
  }

  private static ApiException refusal(ApiCall<?> call) {
    return catchThrowableOfType(ApiException.class, () -> call.retry(RetryPolicy.none()).execute());
  }

  @ParameterizedTest
  @CsvSource({
    "400, RATE_LIMITED, RateLimited, REJECTED",
    "403, RATE_LIMITED, RateLimited, REJECTED",
    "400, CONFLICT, Conflict, REJECTED",
    "401, PERMISSION_DENIED, PermissionDenied, REJECTED",
    "408, RATE_LIMITED, UnexpectedStatus, UNKNOWN",
    "408, CONFLICT, UnexpectedStatus, UNKNOWN",
    "500, RATE_LIMITED, ServerError, UNKNOWN",
    "500, CONFLICT, ServerError, UNKNOWN",
    "500, UNAUTHORIZED, ServerError, UNKNOWN",
    "503, RATE_LIMITED, ServerError, UNKNOWN",
    "503, NOT_FOUND, ServerError, UNKNOWN",
    "302, RATE_LIMITED, UnexpectedStatus, UNKNOWN"
  })
  void aTextDecidesForAWriteOnlyWhereTheStatusIsARefusal(
      int status, String said, String kind, Outcome outcome) {
    ApiException e = refusal(call(engine(answer(status, "x", "X-Kind", said)), Effect.WRITE));
    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "500, RATE_LIMITED, RateLimited",
    "503, RATE_LIMITED, RateLimited",
    "500, CONFLICT, ServerError",
    "503, NOT_FOUND, ServerError"
  })
  void aTextOfA5xxSaysOfAReadThatItHitTheLimitAndNothingElse(int status, String said, String kind) {
    ApiException e = refusal(call(engine(answer(status, "x", "X-Kind", said)), Effect.READ));
    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aLimitInA5xxIsNoReasonToSendAWriteAgain() {
    ApiEngine engine = engine(answer(503, "x", "X-Kind", "RATE_LIMITED"));
    assertThatThrownBy(() -> call(engine, Effect.WRITE).execute())
        .isInstanceOf(ApiException.ServerError.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, FOREIGN, UNKNOWN",
    "403, FOREIGN, UNKNOWN",
    "404, FOREIGN, UNKNOWN",
    "409, FOREIGN, UNKNOWN",
    "413, FOREIGN, UNKNOWN",
    "422, FOREIGN, UNKNOWN",
    "499, FOREIGN, UNKNOWN",
    "401, FOREIGN, UNKNOWN",
    "407, FOREIGN, REJECTED",
    "429, FOREIGN, REJECTED",
    "422, VENDOR_FAULT, UNKNOWN",
    "422, VENDOR, REJECTED",
    "422, OTHER_JSON, REJECTED",
    "422, NONE, REJECTED",
    "408, VENDOR, UNKNOWN",
    "444, NONE, UNKNOWN",
    "460, NONE, UNKNOWN",
    "499, VENDOR, UNKNOWN",
    "499, NONE, UNKNOWN",
    "408, NONE, UNKNOWN",
    "500, VENDOR, UNKNOWN"
  })
  void whoWroteTheBodyDecidesWhatA4xxProves(int status, String origin, Outcome outcome) {
    for (Effect effect : new Effect[] {Effect.WRITE, Effect.REPEATABLE_WRITE, Effect.DELETE}) {
      ApiException e = refusal(call(engine(answer(status, "x", "X-Origin", origin)), effect));
      assertThat(e.outcome()).as(effect.name()).isEqualTo(outcome);
      assertThat(e.origin()).hasToString(origin);
    }
    ApiException read = refusal(call(engine(answer(status, "x", "X-Origin", origin)), Effect.READ));
    assertThat(read.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aBodyThatIsNotTheVendorsIsSaidToBe() {
    assertThat(refusal(call(engine(answer(404, "x", "X-Origin", "FOREIGN")), Effect.WRITE)))
        .hasMessageContaining("a proxy or gateway may have answered");
    assertThat(refusal(call(engine(answer(404, "x", "X-Origin", "OTHER_JSON")), Effect.WRITE)))
        .hasMessageNotContaining("gateway");
  }

  @ParameterizedTest
  @EnumSource(value = ErrorOrigin.class, names = "VENDOR", mode = EnumSource.Mode.EXCLUDE)
  void onlyTheVendorsOwnNotFoundMeansThatADeleteWasCarriedOut(ErrorOrigin origin) {
    Step gateway = answer(404, "default backend - 404", "X-Origin", origin.name());
    for (Step first : new Step[] {cut(), answer(503, "")}) {
      SdkException e =
          catchThrowableOfType(SdkException.class, () -> delete(engine(first, gateway)).execute());
      assertThat(e).isInstanceOf(ApiException.NotFound.class);
      assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(e.getSuppressed()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"READ, UNKNOWN", "WRITE, APPLIED", "REPEATABLE_WRITE, APPLIED", "DELETE, APPLIED"})
  void aReadIsNeverApplied(Effect effect, Outcome outcome) {
    for (Step step : new Step[] {answer(200, "<html>"), brokenBody(200)}) {
      SdkException e =
          catchThrowableOfType(
              SdkException.class,
              () -> call(engine(step), effect).retry(RetryPolicy.none()).execute());
      assertThat(e.outcome()).isEqualTo(outcome);
      assertThat(e.getMessage().contains("APPLIED")).isEqualTo(outcome == Outcome.APPLIED);
    }
    assertThat(new IncompleteListException("t.list", 3, "a page is missing").outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Request-ID", "x-requestid", "X-Correlation-Id", "Request-Id"})
  void successesAndRefusalsFindTheRequestIdInTheSameHeaders(String header) {
    assertThat(call(engine(answer(200, "{}", header, "r-1")), Effect.WRITE).response().requestId())
        .isEqualTo("r-1");
    for (Step step : new Step[] {answer(400, "x", header, "r-1"), answer(200, "", header, "r-1")}) {
      assertThatThrownBy(() -> call(engine(step), Effect.WRITE).execute())
          .isInstanceOfSatisfying(
              SdkException.class, e -> assertThat(e.requestId()).isEqualTo("r-1"));
    }
  }

  @Test
  void theRequestIdOfTheBodyComesBeforeThatOfTheHeaders() {
    Step step = answer(400, "x", "X-Body-ID", "b-1", "X-Request-ID", "h-1");
    assertThat(refusal(call(engine(step), Effect.WRITE)).requestId()).isEqualTo("b-1");
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 01 Mar 2026 11:50:00 GMT', PT10M, 600 s ahead of",
    "'Sun, 01 Mar 2026 12:01:01 GMT', PT-1M-1S, 61 s behind",
    "'Sun, 01 Mar 2026 12:01:00 GMT', PT-1M, ",
    "'Sun, 01 Mar 2026 11:59:00 GMT', PT1M, ",
    "yesterday, , "
  })
  void a401TellsHowWrongThisMachinesClockIs(String date, Duration skew, String said) {
    ApiException.Unauthorized e =
        (ApiException.Unauthorized)
            refusal(call(engine(answer(401, "no", "Date", date)), Effect.READ));
    assertThat(e.clockSkew()).isEqualTo(skew);
    if (said == null) {
      assertThat(e).hasMessageNotContaining("clock");
    } else {
      assertThat(e)
          .hasMessageContaining(
              "This machine's clock is "
                  + said
                  + " the vendor's, by the answer's Date header: a token's iat and exp depend on"
                  + " it.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt expired", "iat is in the future", "Token not active"})
  void aTokenThatIsRefusedForItsTimesTellsHowRightThisMachinesClockIs(String said) {
    Step step = answer(401, said, "Date", "Sun, 01 Mar 2026 11:59:58 GMT");
    ApiException e = refusal(call(engine(step), Effect.READ));
    assertThat(e.hint()).startsWith("This machine's clock is 2 s ahead of the vendor's");
    assertThat(e.reason()).isEqualTo(said);
  }

  @Test
  void aRefusalHandsOutItsHeadersAndItsBodyAndPrintsNeither() throws Exception {
    Step step =
        answer(409, "taken by canary@x.test", "X-Trace", "t-canary", "x-trace", "u", "B", "1");
    ApiException e = refusal(call(engine(step), Effect.WRITE));
    assertThat(e.headers()).containsKeys("B").containsEntry("X-TRACE", List.of("t-canary", "u"));
    assertThat(e.headers().get("Nothing")).isNull();
    assertThatThrownBy(() -> e.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> e.headers().get("B").add("2"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(e.rawBody()).isEqualTo("taken by canary@x.test");
    assertThat(e.reason()).isEqualTo("taken by ***");
    assertThat(e.toString()).doesNotContain("canary");
    ApiException copy = serializedAndRead(e);
    assertThat(copy.headers()).isEmpty();
    assertThat(copy.rawBody()).isNull();
    assertThat(copy.reason()).isEqualTo("taken by ***");
  }

  @Test
  void aRawBodyIsBoundedAndEmptyWhereThereIsNone() {
    Step large = answer(409, "x".repeat(100_000));
    assertThat(refusal(call(engine(large), Effect.WRITE)).rawBody()).hasSize(64 * 1024);
    assertThat(refusal(call(engine(answer(409, "")), Effect.WRITE)).rawBody()).isEmpty();
  }

  @Test
  void fieldsAreTheReasonWhereTheVendorGivesNoOther() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(422, ""), answer(422, "")), time)
            .errors((response, now) -> withFields())
            .open();
    assertThat(refusal(call(engine, Effect.WRITE)).reason()).isEqualTo("phone: is odd; no name");
  }

  private static Refusal withFields() {
    return new Refusal(
        ErrorKind.BAD_REQUEST,
        ErrorOrigin.VENDOR,
        null,
        null,
        null,
        List.of(new FieldError("phone", "is odd", null), new FieldError(null, "no name", null)),
        Map.of(),
        null,
        null);
  }

  @Test
  void aHintStandsApartFromTheVendorsText() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(403, "")), time)
            .errors(
                (response, now) ->
                    new Refusal(
                        ErrorKind.PERMISSION_DENIED,
                        ErrorOrigin.FOREIGN,
                        null,
                        "no scope",
                        "Map the scope.",
                        List.of(),
                        Map.of(),
                        null,
                        null))
            .open();
    ApiException e = refusal(call(engine, Effect.READ));
    assertThat(e.reason()).isEqualTo("no scope");
    assertThat(e.hint())
        .isEqualTo(
            "Map the scope. The body is not the vendor's: a proxy or gateway may have answered.");
    assertThat(e).hasMessageEndingWith("] Hint: " + e.hint());
    assertThat(refusal(call(engine(answer(404, "no")), Effect.READ)).hint()).isNull();
  }

  @Test
  void aServerThatIsBusyForLongerThanTheDeadlineTellsUntilWhen() {
    Step busy = answer(503, "busy", "Retry-After", "7200");
    for (Effect effect : new Effect[] {Effect.READ, Effect.REPEATABLE_WRITE, Effect.DELETE}) {
      ApiException e =
          catchThrowableOfType(ApiException.class, () -> call(engine(busy), effect).execute());
      assertThat(e).isInstanceOf(ApiException.ServerError.class);
      assertThat(e.hint()).isEqualTo("May be repeated in PT2H, at 2026-03-01T14:00:00Z.");
      assertThat(e.attempts()).isEqualTo(1);
    }
    assertThat(time.sleeps()).isEmpty();
    assertThat(refusal(call(engine(busy), Effect.WRITE)).hint()).isNull();
    assertThat(refusal(call(engine(answer(503, "busy")), Effect.READ)).hint()).isNull();
  }

  @Test
  void onlyAnAnswerThatNobodyCanReadGivesTheHintOfTheVendor() {
    String sealed = "QUJD".repeat(86);
    List<Step> unreadable =
        List.of(
            answer(200, sealed),
            answer(200, "\u0000\u0001\u0002"),
            strange("{\"payload\": \"AAAA\", \"key\": [{\"k\": \"" + sealed + "\"}]}"));
    for (Step step : unreadable) {
      ResponseFormatException e = unusableWithHint(step);
      assertThat(e.hint()).isEqualTo("Is it sealed?");
      assertThat(e).hasMessageEndingWith("] Hint: Is it sealed?");
    }
    List<Step> readable =
        List.of(
            strange("{\"a\": 1}"),
            strange("{\"a\": \"" + "long words ".repeat(99) + "\"}"),
            answer(200, "{\"a\": tru"),
            answer(200, ""),
            answer(200, "<html>", "Content-Type", "text/HTML"),
            answer(200, "no gzip", "Content-Encoding", "gzip"));
    for (Step step : readable) {
      assertThat(unusableWithHint(step).hint()).isNull();
    }
  }

  private static Step strange(String json) {
    return answer(200, json, "X-Origin", "OTHER_JSON");
  }

  private ResponseFormatException unusableWithHint(Step step) {
    TestClient client = TestClient.of(ScriptedTransport.of(step), time);
    ApiEngine engine = client.unreadableHint("Is it sealed?").open();
    ApiCall<Object> call = engine.call(ApiRequest.of(unusable(Effect.WRITE, false)));
    return catchThrowableOfType(ResponseFormatException.class, () -> call.execute());
  }

  private static ApiException serializedAndRead(ApiException e) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ApiException) in.readObject();
    }
  }

  @Test
  void otherRefusalsDoNotSpeakOfTheClock() {
    Step step = answer(403, "no", "Date", "Sun, 01 Mar 2020 11:50:00 GMT");
    assertThat(refusal(call(engine(step), Effect.READ))).hasMessageNotContaining("clock");
  }

  private static Refusal withDetails() {
    return new Refusal(
        ErrorKind.PAYMENT_REQUIRED,
        ErrorOrigin.VENDOR,
        null,
        "Pay first",
        null,
        List.of(),
        Map.of("reason", "reason-canary", "owner", Map.of("name", "canary")),
        null,
        null);
  }

  @Test
  void whatElseTheErrorHoldsIsHandedOutAndNotPrinted() throws Exception {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(402, "")), time)
            .errors((response, now) -> withDetails())
            .open();
    ApiException e = refusal(call(engine, Effect.WRITE));
    assertThat(e.details()).containsEntry("reason", "reason-canary");
    assertThatThrownBy(() -> e.details().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(e.toString() + withDetails()).contains("Pay first").doesNotContain("canary");
    ApiException read = serializedAndRead(e);
    assertThat(read).hasMessage(e.getMessage());
    assertThat(read.details()).isEmpty();
  }

  private static Endpoint<Object> unusable(Effect effect, boolean several) {
    return Endpoint.<Object>post(
            "t.create",
            "/things",
            response -> {
              Object answer = Json.read(response.bytes());
              throw several
                  ? UnusableAnswerException.ofSeveral("it holds no thing", answer)
                  : UnusableAnswerException.of("it holds no thing", answer);
            })
        .effect(effect);
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, VENDOR, false, WRITE, REJECTED",
    "CONFLICT, VENDOR, false, WRITE, REJECTED",
    "CONFLICT, VENDOR, true, WRITE, UNKNOWN",
    "PAYMENT_REQUIRED, VENDOR, false, WRITE, REJECTED",
    "PAYMENT_REQUIRED, VENDOR, true, WRITE, UNKNOWN",
    "PAYLOAD_TOO_LARGE, VENDOR, true, WRITE, UNKNOWN",
    "RATE_LIMITED, VENDOR, true, WRITE, REJECTED",
    "UNAUTHORIZED, VENDOR, true, REPEATABLE_WRITE, REJECTED",
    "SERVER_ERROR, VENDOR, false, WRITE, UNKNOWN",
    "UNEXPECTED_STATUS, VENDOR, false, WRITE, UNKNOWN",
    "BAD_REQUEST, VENDOR_FAULT, false, WRITE, UNKNOWN",
    "SERVER_ERROR, VENDOR, false, READ, REJECTED"
  })
  void aRefusalInsideASuccessIsARefusal(
      ErrorKind kind, ErrorOrigin origin, boolean several, Effect effect, Outcome outcome) {
    ApiEngine engine =
        engine(
            answer(
                200,
                "{\"a\": 1}",
                "X-Kind",
                kind.name(),
                "X-Origin",
                origin.name(),
                "X-Code",
                "E7"));
    ApiException e =
        refusal(EndpointCall.of(engine, unusable(effect, several)).json(Map.of("name", "Asha")));
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.code()).isEqualTo("E7");
    assertThat(e.reason()).isEqualTo("{\"a\":1}");
    assertThat(e).hasMessageContaining("HTTP 200 with an error in its body: code E7, {\"a\":1}");
    assertThat(e.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"1, REJECTED", "2, UNKNOWN"})
  void aRefusalOfSeveralInputsInsideASuccessMayBeThatOfSome(int inputs, Outcome outcome) {
    ApiEngine engine = engine(answer(200, "{}", "X-Kind", "CONFLICT"));
    List<Integer> sent = List.of(1, 2).subList(0, inputs);
    assertThat(refusal(EndpointCall.of(engine, unusable(Effect.WRITE, false)).json(sent)).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aFileMayHoldSeveralInputs() {
    ApiEngine engine = engine(answer(200, "{}", "X-Kind", "CONFLICT"));
    ApiRequest<Object> request =
        ApiRequest.of(unusable(Effect.WRITE, false))
            .body(RequestBody.of("text/csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal(engine.call(request)).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aSuccessThatIsNoRefusalAndHoldsNothingCannotBeRead() {
    for (ErrorOrigin origin :
        new ErrorOrigin[] {ErrorOrigin.OTHER_JSON, ErrorOrigin.FOREIGN, ErrorOrigin.NONE}) {
      ApiEngine engine = engine(answer(200, "{}", "X-Origin", origin.name()));
      assertThatThrownBy(
              () -> EndpointCall.of(engine, unusable(Effect.WRITE, false)).json(1).execute())
          .isInstanceOfSatisfying(
              ResponseFormatException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.APPLIED))
          .hasMessageContaining("it holds no thing");
    }
  }

  @Test
  void aRefusalInsideAGzippedSuccessIsRead() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
    Headers headers = Headers.received(List.of("Content-Encoding", "gzip", "X-Kind", "NOT_FOUND"));
    ApiEngine engine = engine(request -> HttpResponse.of(200, headers, bytes.toByteArray()));
    ApiException e = refusal(EndpointCall.of(engine, unusable(Effect.READ, false)).json(1));
    assertThat(e).isInstanceOf(ApiException.NotFound.class);
    assertThat(e.reason()).isEqualTo("{\"a\":1}");
  }

  @Test
  void aReaderThatFailsOnASuccessLeavesItUnreadable() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(200, "{}")), time)
            .errors(
                (response, now) -> {
                  throw new IllegalStateException("canary");
                })
            .open();
    assertThatThrownBy(
            () -> EndpointCall.of(engine, unusable(Effect.WRITE, false)).json(1).execute())
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({"400, Conflict", "498, Conflict", "500, ServerError", "399, UnexpectedStatus"})
  void aTextDecidesForEachStatusOfARefusal(int status, String kind) {
    ApiEngine engine = engine(answer(status, "taken", "X-Kind", "CONFLICT"));
    assertThat(refusal(call(engine, Effect.WRITE)).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aRawBodyThatCannotBeReadIsNull() {
    ApiEngine engine = engine(answer(409, "not gzip", "Content-Encoding", "gzip"));
    assertThat(refusal(call(engine, Effect.WRITE)).rawBody()).isNull();
  }

  @Test
  void aRefusalOfARequestWithoutABodyInsideASuccessIsARefusal() {
    ApiEngine engine = engine(answer(200, "{}", "X-Kind", "CONFLICT"));
    assertThat(refusal(EndpointCall.of(engine, unusable(Effect.WRITE, false))).outcome())
        .isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aStreamMayHoldSeveralInputs() {
    ApiEngine engine = engine(answer(200, "{}", "X-Kind", "CONFLICT"));
    RequestBody body =
        MultipartBody.builder()
            .file(
                "file",
                "text/csv",
                UploadSource.of(new ByteArrayInputStream(new byte[] {1}), "a.csv"));
    ApiRequest<Object> request = ApiRequest.of(unusable(Effect.WRITE, false)).body(body);
    assertThat(refusal(engine.call(request)).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "299, true", "300, false", "400, false"})
  void theMessageTellsARefusalInsideASuccess(int status, boolean isSuccess) {
    String message =
        new ApiException.Conflict(
                new Failure("t.create", false, Outcome.REJECTED, null, 1),
                ApiException.Answer.of(status, "E7", "taken"))
            .getMessage();
    assertThat(message.contains("with an error in its body: code E7")).isEqualTo(isSuccess);
  }
}
