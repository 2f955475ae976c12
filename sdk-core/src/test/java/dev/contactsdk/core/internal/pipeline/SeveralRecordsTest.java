package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refusal proves about a request with several records. */
class SeveralRecordsTest {
  private final VirtualClock time = new VirtualClock();

  private static ApiRequest<Object> request(Effect effect) {
    return ApiRequest.of(TestClient.CREATE.effect(effect));
  }

  private ApiException refusal(ApiRequest<Object> request, ScriptedTransport.Step step) {
    return catchThrowableOfType(
        ApiException.class,
        () ->
            TestClient.of(ScriptedTransport.of(step), time)
                .open()
                .call(request)
                .retry(RetryPolicy.none())
                .execute());
  }

  private Outcome outcome(ApiRequest<Object> request, int status) {
    return refusal(request, answer(status, "")).outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "400, UNKNOWN",
    "402, UNKNOWN",
    "404, UNKNOWN",
    "409, UNKNOWN",
    "412, UNKNOWN",
    "418, UNKNOWN",
    "422, UNKNOWN",
    "408, UNKNOWN",
    "500, UNKNOWN",
    "307, REJECTED",
    "308, REJECTED",
    "401, REJECTED",
    "403, REJECTED",
    "405, REJECTED",
    "407, REJECTED",
    "411, REJECTED",
    "413, REJECTED",
    "414, REJECTED",
    "415, REJECTED",
    "417, REJECTED",
    "421, REJECTED",
    "426, REJECTED",
    "429, REJECTED",
    "431, REJECTED"
  })
  void onlyARefusalOfTheRequestAsSuchProvesThatNoneWasWritten(int status, Outcome outcome) {
    for (Effect effect : new Effect[] {Effect.WRITE, Effect.REPEATABLE_WRITE, Effect.DELETE}) {
      assertThat(outcome(request(effect).json(List.of(1, 2)), status)).isEqualTo(outcome);
    }
    assertThat(outcome(request(Effect.READ).json(List.of(1, 2)), status))
        .isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, RATE_LIMITED, REJECTED",
    "400, UNAUTHORIZED, REJECTED",
    "400, PERMISSION_DENIED, REJECTED",
    "403, CONFLICT, UNKNOWN",
    "413, CONFLICT, UNKNOWN"
  })
  void theVendorsTextDecidesBeforeTheStatus(int status, String kind, Outcome outcome) {
    ApiException e =
        refusal(request(Effect.WRITE).json(List.of(1, 2)), answer(status, "x", "X-Kind", kind));
    assertThat(e.outcome()).isEqualTo(outcome);
  }

  @Test
  void aRequestHasSeveralIfItsListHasOrItIsAFileOrItSaysSo() {
    byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
    UploadSource stream = UploadSource.of(new ByteArrayInputStream(bytes), "a.csv");
    List<ApiRequest<Object>> several =
        List.of(
            request(Effect.WRITE).json(List.of(1, 2)),
            request(Effect.WRITE).json(Map.of("ids", List.of(1, 2))).ofSeveral(true),
            request(Effect.WRITE).ofSeveral(true).json(Map.of()).query("a", 1).header("b", "c"),
            request(Effect.WRITE).body(RequestBody.of("text/csv", bytes)),
            request(Effect.WRITE).body(RequestBody.of("application/json", new byte[] {'['})),
            request(Effect.WRITE).body(MultipartBody.builder().file("f", "text/csv", stream)));
    assertThat(several).allMatch(request -> outcome(request, 400) == Outcome.UNKNOWN);
  }

  @Test
  void aRequestHasOneOtherwise() {
    byte[] list = "[{\"ids\":[1,2]}]".getBytes(StandardCharsets.UTF_8);
    List<ApiRequest<Object>> one =
        List.of(
            request(Effect.WRITE),
            request(Effect.WRITE).json(List.of(1)),
            request(Effect.WRITE).json(Map.of("ids", List.of(1, 2))),
            request(Effect.WRITE).json(Map.of()).ofSeveral(true).ofSeveral(false),
            request(Effect.WRITE).body(RequestBody.of("application/merge-patch+JSON", list)),
            request(Effect.WRITE)
                .body(RequestBody.of("application/x-www-form-urlencoded", new byte[] {'a'})));
    assertThat(one).allMatch(request -> outcome(request, 400) == Outcome.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(value = Effect.class, names = "READ", mode = EnumSource.Mode.EXCLUDE)
  void theHintSaysWhatToDo(Effect effect) {
    ApiRequest<Object> both = request(effect).json(List.of(1, 2));
    String advice =
        effect == Effect.WRITE
            ? "list and compare before sending them again."
            : "the call may be repeated.";
    for (int status : new int[] {400, 500}) {
      assertThat(refusal(both, answer(status, "no")))
          .hasMessageEndingWith("Some of the records may have been written: " + advice);
    }
    assertThat(refusal(both, answer(401, "no")).hint()).isNull();
    assertThat(refusal(request(effect).json(List.of(1)), answer(500, "no")).hint()).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = Effect.class, names = "READ", mode = EnumSource.Mode.EXCLUDE)
  void anUnreadableSuccessOfSeveralProvesNothing(Effect effect) {
    assertThat(unreadable(request(effect).json(List.of(1))))
        .returns(Outcome.APPLIED, SdkException::outcome)
        .returns(null, ResponseFormatException::hint);
    assertThat(unreadable(request(effect).json(List.of(1, 2))))
        .returns(Outcome.UNKNOWN, SdkException::outcome)
        .extracting(ResponseFormatException::hint)
        .asString()
        .startsWith("Some of the records may have been written: ");
    assertThat(unreadable(request(Effect.READ).json(List.of(1, 2))).hint()).isNull();
  }

  private ResponseFormatException unreadable(ApiRequest<Object> request) {
    return catchThrowableOfType(
        ResponseFormatException.class,
        () ->
            TestClient.of(ScriptedTransport.of(answer(200, "{")), time)
                .open()
                .call(request)
                .execute());
  }
}
