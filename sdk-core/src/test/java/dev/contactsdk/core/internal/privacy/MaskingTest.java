package dev.contactsdk.core.internal.privacy;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.time.VirtualClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor repeats what it was sent, in whatever form and place: nothing of it is passed on. */
class MaskingTest {
  private static final String KEY = "Tok-CanaryValue-0123456789abcdef";
  private static final Map<String, Object> SENT =
      Map.of(
          "first_name", "Zoë",
          "full_name", "Zaphodina O'Beeblebröx",
          "limit", 100,
          "email", "zaphodina@canary.test",
          "phone_number", "+14155550101");

  private static TestClient client(ScriptedTransport.Step... steps) {
    return TestClient.of(ScriptedTransport.of(steps), new VirtualClock());
  }

  private static ApiCall<Object> create(TestClient client) {
    return EndpointCall.of(client.open(), TestClient.CREATE).json(SENT);
  }

  private static ApiException refusal(ApiCall<?> call) {
    return catchThrowableOfType(ApiException.class, () -> call.execute());
  }

  private static String masked(String said) {
    return String.valueOf(refusal(create(client(answer(400, said)))).reason());
  }

  private static ErrorReader details(String code, String field, String requestId) {
    return (response, now) ->
        new Refusal(
            ErrorKind.BAD_REQUEST,
            ErrorOrigin.VENDOR,
            code,
            "no",
            null,
            List.of(new FieldError(field, "is odd", code)),
            Map.of(),
            requestId,
            null);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Zaphodina%20O%27Beeblebr%C3%B6x exists, *** exists",
        "no zoe with +1 415-555-0101 or other%40canary.test, no *** with *** or ***",
        "limit must be at most 100 and is 100, limit must be at most 100 and is 100",
        "first_name is required until 2026-03-01, first_name is required until 2026-03-01",
      })
  void whatIsPersonalIsMaskedInAReasonAllElseStays(String said, String shown) {
    assertThat(masked(said)).isEqualTo(shown);
  }

  @Test
  void idsOfThePathAreMasked() {
    ApiCall<Object> call =
        EndpointCall.of(
                client(answer(404, "no thing zoë canary or ZO%C3%8B%20CANARY")).open(),
                TestClient.READ)
            .path("id", "Zoë Canary");
    assertThat(refusal(call).reason()).isEqualTo("no thing *** or ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "TOK-CANARYVALUE-0123456789ABCDEF", "Tok-CanaryValue-0123"})
  void aCredentialIsMaskedWhateverHeaderItTravelsIn(String said) {
    ScriptedTransport.Step answer = answer(401, "the key " + said + " is not known");
    for (TestClient client :
        List.of(
            client(answer).auth(Auth.bearer(KEY)),
            client(answer).auth(Auth.header("X-Api-Key", () -> KEY)),
            client(answer).auth(Auth.header("auth", () -> KEY)),
            client(answer).header("X-Gateway-Key", KEY),
            client(answer).header("Cookie", "session " + KEY))) {
      assertThat(refusal(create(client)).reason()).isEqualTo("the key *** is not known");
    }
  }

  @Test
  void headersThatHoldNoSecretDoNotMaskTheVendorsText() {
    TestClient client = client(answer(400, "trace-1 is odd", "X-Request-ID", "trace-1"));
    ApiException e = refusal(create(client.header("X-Request-ID", "trace-1")));
    assertThat(e).hasMessageContaining("trace-1 is odd").hasMessageContaining("id trace-1,");
  }

  @Test
  void codeFieldAndRequestIdAreMaskedToo() {
    ErrorReader reader = details("taken_Zaphodina", "by zaphodina", "req-4155550101-ZAPHODINA");
    ApiException e = refusal(create(client(answer(400, "")).errors(reader)));
    assertThat(e.code()).isEqualTo("taken_***");
    assertThat(e.requestId()).isEqualTo("req-***-***");
    assertThat(e.fieldErrors()).containsExactly(new FieldError("by ***", "is odd", "taken_***"));
  }

  @Test
  void aRequestIdKeepsItsDigits() {
    String id = "00000000-1111-4222-8333-000000000001";
    ApiException e = refusal(create(client(answer(400, "", "X-Request-ID", id))));
    assertThat(e.requestId()).isEqualTo(id);
  }

  @Test
  void aFieldOfTheRequestKeepsItsNameWhateverValuesAreCalled() {
    ErrorReader reader = details("bad", "contact.phone_number", "r-1");
    ApiCall<Object> call =
        EndpointCall.of(client(answer(400, "")).errors(reader).open(), TestClient.CREATE)
            .json(Map.of("contact", Map.of("company", "Phone House", "phone_number", "1")));
    assertThat(refusal(call).fieldErrors().get(0).field()).isEqualTo("contact.phone_number");
  }

  @Test
  void whatIsQuotedOfAnUnreadableSuccessIsMaskedCleanedAndShortened() {
    TestClient client =
        client(
            answer(
                201,
                "nonsense",
                "Content-Type",
                "text/Zaphodina; x=+919876543210\rforged",
                "X-Request-ID",
                "zaphodina\rWARN forged \u001b[31m" + "r".repeat(200_000)));
    SdkException e =
        catchThrowableOfType(ResponseFormatException.class, () -> create(client).execute());
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(e)
        .hasMessageContaining("content type text/***; x=*** forged")
        .hasMessageContaining("request id *** WARN forged [31mrrr");
    assertThat(e.requestId()).hasSizeLessThan(210).endsWith("r…");
    assertThat(e.getMessage()).doesNotContain("\r", "\u001b");
  }

  @Test
  void theRequestIdOfASuccessIsOneLineAndNotEndless() {
    String id = "r-1\rWARN forged" + "x".repeat(1000);
    ApiResponse<Object> response = create(client(answer(200, "{}", "X-Request-ID", id))).response();
    assertThat(response.requestId()).startsWith("r-1 WARN forgedx").hasSizeLessThan(210);
    assertThat(create(client(answer(200, "{}"))).response().requestId()).isNull();
  }
}
