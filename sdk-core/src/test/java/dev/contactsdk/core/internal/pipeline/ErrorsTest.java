package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.spi.LookUp;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failures say, and what they keep to themselves. */
class ErrorsTest {
  private static SdkException failure(ApiCall<?> call) {
    return catchThrowableOfType(SdkException.class, () -> call.execute());
  }

  private static ApiEngine engine(Step... steps) {
    return TestClient.of(ScriptedTransport.of(steps), new VirtualClock()).open();
  }

  private static SdkException refusal(String vendorText, Object sent) {
    return failure(EndpointCall.of(engine(answer(400, vendorText)), TestClient.CREATE).json(sent));
  }

  @Test
  void aMessageNamesOperationStatusCodeTextOutcomeAndRequestId() {
    SdkException e =
        failure(
            EndpointCall.of(
                    engine(answer(422, "name is wrong", "X-Code", "E17", "X-Request-ID", "req-1")),
                    TestClient.CREATE)
                .json(Map.of()));
    assertThat(e)
        .hasMessage(
            "t.create: HTTP 422 E17, name is wrong [outcome REJECTED, request id req-1, POST"
                + " https://vendor.test/things]");
    assertThat(((ApiException) e).code()).isEqualTo("E17");
    assertThat(((ApiException) e).reason()).isEqualTo("name is wrong");
    assertThat(e.operation()).isEqualTo("t.create");
    assertThat(e.requestId()).isEqualTo("req-1");
  }

  @Test
  void aMessageCountsTheAttemptsWhereThereWereSeveral() {
    SdkException e =
        failure(
            EndpointCall.of(engine(cut(), answer(404, "none")), TestClient.READ)
                .path("id", "i-canary"));
    assertThat(e)
        .hasMessage("t.read: HTTP 404, none [2 attempts, GET https://vendor.test/things/{id}]");
  }

  @Test
  void aMessageNamesTheFieldsThatTheVendorFoundWrong() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(422, "")), new VirtualClock())
            .errors(
                (response, now) ->
                    new Refusal(
                        ErrorKind.BAD_REQUEST,
                        ErrorOrigin.VENDOR,
                        "422",
                        "invalid",
                        null,
                        List.of(
                            new FieldError("phone", "+919876543210 is taken", "dup"),
                            new FieldError(null, "general", null)),
                        Map.of(),
                        null,
                        null))
            .open();
    ApiException e =
        (ApiException)
            failure(
                EndpointCall.of(engine, TestClient.CREATE).json(Map.of("phone", "+919876543210")));
    assertThat(e)
        .hasMessage(
            "t.create: HTTP 422, invalid; phone: *** is taken [outcome REJECTED, POST"
                + " https://vendor.test/things]");
    assertThat(e.fieldErrors())
        .containsExactly(
            new FieldError("phone", "*** is taken", "dup"), new FieldError(null, "general", null));
  }

  @ParameterizedTest
  @CsvSource({
    "contact Asha Canary exists, contact *** exists",
    "asha@canary.test is taken, *** is taken",
    "other@canary.test is taken, *** is taken",
    "+91 98765 43210 exists, *** exists",
    "919876543210 exists, *** exists",
    "'(650) 253-0000 exists', *** exists",
    "number 42 of 100 failed, number 42 of 100 failed",
    "'<other@canary.test>', <***>",
    "'a@b, \"x@y\"', '***, \"***\"'",
    "key inner-canary is bad, key *** is bad",
    "kind open-value is bad, kind open-value is bad",
    "no @ here, no @ here",
    "limit 1234567 reached, limit 1234567 reached"
  })
  void valuesOfTheRequestAndWhatLooksPersonalAreMaskedInTheVendorsText(String said, String kept) {
    Map<String, Object> sent =
        Map.of(
            "name",
            "Asha Canary",
            "email",
            "asha@canary.test",
            "phone",
            "+91 98765 43210",
            "kind",
            "open-value",
            "custom",
            List.of(Map.of("k", "inner-canary")));
    SdkException e = refusal(said, sent);
    assertThat(((ApiException) e).reason()).isEqualTo(kept);
    assertThat(e)
        .hasMessage(
            "t.create: HTTP 400, " + kept + " [outcome REJECTED, POST https://vendor.test/things]");
  }

  @Test
  void aLongerValueIsMaskedBeforeAShorterOneInsideIt() {
    SdkException e =
        refusal("Asha Canary", Map.of("first_name", "Asha", "full_name", "Asha Canary"));
    assertThat(((ApiException) e).reason()).isEqualTo("***");
  }

  @Test
  void searchWordsOfTheQueryAreMasked() {
    SdkException e =
        failure(
            EndpointCall.of(engine(answer(400, "nothing for Zoë Canary")), TestClient.READ)
                .path("id", "1")
                .query("search", "Zoë Canary"));
    assertThat(e).hasMessageContaining("nothing for ***");
  }

  @Test
  void aBodyThatIsNotJsonDoesNotStopTheMasking() {
    ApiRequest<Object> request =
        ApiRequest.of(TestClient.CREATE)
            .body(RequestBody.of("application/json", "{nonsense".getBytes(StandardCharsets.UTF_8)));
    SdkException e = failure(engine(answer(400, "a@canary.test")).call(request));
    assertThat(e).hasMessageContaining("HTTP 400, ***");
  }

  @Test
  @Timeout(30)
  void aHugeTextIsShortenedAndTakesNoTimeToMask() {
    for (String piece :
        List.of(
            "x", "1", "1 (", "@", "a@", "a.b", ". ", "é", "%41", "%", "\\u0061", "&#65;", "&#", "ﷺ",
            "b-c", "+1 ", " ", "a'", "a_", "-", "1 ")) {
      SdkException e = refusal(piece.repeat(3_000_000 / piece.length()), Map.of("a", "b-c"));
      assertThat(e.getMessage()).hasSizeLessThan(3000);
    }
  }

  @Test
  @Timeout(30)
  void manyValuesAndALongTextTakeNoTimeToMask() {
    List<String> values = IntStream.range(0, 20_000).mapToObj(i -> "v" + i).toList();
    SdkException e = refusal("word ".repeat(500_000), values);
    assertThat(e.getMessage()).hasSizeLessThan(3000);
  }

  @Test
  void aLimitSaysWhenToComeBack() {
    SdkException e =
        failure(
            EndpointCall.of(
                    engine(answer(429, "slow down", "Retry-After", "90")), TestClient.CREATE)
                .json(Map.of()));
    assertThat(e)
        .hasMessage(
            "t.create: HTTP 429, slow down [outcome REJECTED, POST https://vendor.test/things]"
                + " Hint: May be repeated in PT1M30S, at 2026-03-01T12:01:30Z.");
    assertThat(((ApiException) e).reason()).isEqualTo("slow down");
  }

  @Test
  void aWaitInThePastIsNoWait() {
    Refusal details = Refusal.ofStatus(429).withRetryAfter(Duration.ofSeconds(-5));
    assertThat(details.retryAfter()).isZero();
  }

  @Test
  void noCauseOrSuppressedFailureQuotesTheRequest() {
    SdkException e =
        failure(
            EndpointCall.of(engine(cut(), answer(400, "canary@x.test")), TestClient.UPDATE)
                .path("id", "id-canary")
                .query("q", "query-canary")
                .json(Map.of("name", "name-canary")));
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    assertThat(trace.toString()).contains("t.update").doesNotContain("canary");
  }

  @Test
  void failuresCanBeSerialized() throws Exception {
    SdkException e = refusal("wrong", Map.of());
    SdkException wrapped =
        new UnconfirmedWriteException(
            e.failure(),
            List.of(new Row(Outcome.APPLIED, new Object())),
            7,
            refusal("wrong", Map.of()));
    for (SdkException each : List.of(e, wrapped)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(each);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        SdkException read = (SdkException) in.readObject();
        assertThat(read).hasSameClassAs(each).hasMessage(each.getMessage());
        assertThat(read.outcome()).isEqualTo(Outcome.REJECTED);
      }
    }
  }

  @Test
  void publicTypesPrintNoValues() {
    ApiRequest<Object> request =
        ApiRequest.of(TestClient.READ)
            .path("id", "canary")
            .query("q", "canary")
            .header("X", "canary")
            .json(Map.of("a", "canary"));
    ApiEngine engine = engine();
    ApiResponse<String> response =
        new ApiResponse<>(
            200,
            Headers.empty().with("A", "canary"),
            "r-1",
            1,
            Duration.ZERO,
            Duration.ZERO,
            "canary");
    assertThat(
            List.of(
                request.toString(),
                engine.call(request).toString(),
                response.toString(),
                HttpResponse.of(
                        200,
                        Headers.received(List.of("A", "canary")),
                        "canary".getBytes(StandardCharsets.UTF_8))
                    .toString(),
                RequestBody.of("text/csv", "canary".getBytes(StandardCharsets.UTF_8)).toString(),
                LookUp.found("canary", 3).toString(),
                new Row(Outcome.APPLIED, "canary").toString(),
                TestClient.READ.toString()))
        .noneMatch(text -> text.contains("canary"));
    assertThat(request).hasToString("t.read (GET /things/{id})");
    assertThat(EndpointCall.of(engine, TestClient.READ).path("id", "canary"))
        .hasToString("t.read (GET /things/{id})");
    assertThat(ApiException.Answer.of(409, "canary", "canary")).hasToString("Answer[status=409]");
  }

  @Test
  void anErrorReaderThatFailsStillGivesATypedFailure() {
    ApiEngine engine =
        TestClient.of(ScriptedTransport.of(answer(422, "x")), new VirtualClock())
            .errors(
                (response, now) -> {
                  throw new IllegalStateException("canary");
                })
            .open();
    SdkException e = failure(EndpointCall.of(engine, TestClient.CREATE).json(Map.of()));
    assertThat(e).isInstanceOf(ApiException.BadRequest.class).hasMessageNotContaining("canary");
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void refusedInputWasNotSent() {
    InvalidRequestException e = new InvalidRequestException("NewThing", "is wrong");
    assertThat(e).hasMessage("NewThing: is wrong [outcome NOT_SENT]");
    assertThat(e.attempts()).isZero();
  }
}
