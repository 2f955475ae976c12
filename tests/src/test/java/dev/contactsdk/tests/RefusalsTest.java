package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.TruedyVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer that is no success proves of a create. */
class RefusalsTest {
  private static final List<String> TEXTS =
      List.of(
          "Index failed for Rate Limit Ltd",
          "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
          "Contact with this phone number already exists",
          "duplicate key error",
          "Permission denied. Scope is incorrect!",
          "Invalid JWT token",
          "not found");

  record Case(Vendor vendor, Answer answer) {}

  static Stream<Case> brokenServers() {
    List<Case> cases = new ArrayList<>();
    for (int status : new int[] {500, 502, 503, 504}) {
      for (String text : TEXTS) {
        cases.add(new Case(Vendor.KORE, kore(status, text)));
        cases.add(new Case(Vendor.TRUEDY, truedy(status, text)));
        cases.add(new Case(Vendor.KORE, Answer.text(status, text)));
        cases.add(new Case(Vendor.TRUEDY, Answer.text(status, text)));
      }
    }
    for (String code : List.of("rate_limit_exceeded", "not_found", "conflict", "unauthorized")) {
      cases.add(new Case(Vendor.TRUEDY, TruedyVendor.refusal(500, code, "Failed", Map.of())));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("brokenServers")
  void aBrokenServerProvesNothingWhateverItSays(Case given) throws Exception {
    assertThatCreateIsUnknownAndSentOnce(given);
  }

  static Stream<Case> noWordOfTheVendor() {
    List<Case> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (int status : new int[] {400, 401, 403, 404, 405, 409, 413, 422}) {
        cases.add(new Case(vendor, Answer.page(status)));
        cases.add(new Case(vendor, Answer.text(status, "upstream request failed")));
      }
      cases.add(new Case(vendor, Answer.page(408)));
      cases.add(new Case(vendor, Answer.text(408, "Request Timeout")));
    }
    cases.add(new Case(Vendor.KORE, kore(408, "Request Timeout")));
    cases.add(new Case(Vendor.TRUEDY, truedy(408, "Request Timeout")));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("noWordOfTheVendor")
  void aGatewaysRefusalAndATimeoutProveNothing(Case given) throws Exception {
    assertThatCreateIsUnknownAndSentOnce(given);
  }

  static Stream<Case> wrappedExceptions() {
    return Stream.of(
            TruedyVendor.refusal(422, "validation_error", "Failed to create contact", Map.of()),
            Answer.json(422, Json.object("detail", "Failed to create contact: database is down")),
            Answer.json(422, Json.object("error", Json.object("message", "Failed"))),
            Answer.json(
                422, Json.object("detail", List.of(Json.object("msg", "Failed to insert")))),
            Answer.json(422, Json.object("detail", List.of("Failed to insert"))),
            Answer.json(
                422,
                Json.object(
                    "detail",
                    List.of(
                        Json.object(
                            "loc", List.of("body"), "msg", "Failed to create contact: timeout")))),
            Answer.text(422, ""),
            Answer.json(422, Json.object()),
            Answer.json(422, List.of()),
            Answer.json(422, Json.object("detail", List.of())),
            Answer.json(422, Json.object("error", Json.object())))
        .map(answer -> new Case(Vendor.TRUEDY, answer));
  }

  @ParameterizedTest
  @MethodSource("wrappedExceptions")
  void truedys422WithoutAFieldProvesNothing(Case given) throws Exception {
    assertThatCreateIsUnknownAndSentOnce(given);
  }

  /** A token is used for one attempt, so the vendor has seen the request before. */
  @Test
  void aReplayProvesThatTheRequestCameBefore() throws Exception {
    Answer replay = kore(401, "error verifying the jwt: possibly a replay");
    assertThatCreateIsUnknownAndSentOnce(new Case(Vendor.KORE, replay));
    Answer other = kore(401, "error verifying the jwt: jwt expired");
    assertThat(failure(new Case(Vendor.KORE, other)).outcome()).isEqualTo(Outcome.REJECTED);
  }

  static Stream<Case> wordsOfTheVendor() {
    Map<String, Object> field = Json.object("loc", List.of("body", "phone_number"), "msg", "wrong");
    return Stream.of(
        new Case(Vendor.KORE, kore(400, "Invalid phone number")),
        new Case(Vendor.KORE, kore(412, "Validation errors/ Invalid arguments")),
        new Case(Vendor.KORE, kore(400, "Contact with this phone number already exists")),
        new Case(Vendor.TRUEDY, truedy(400, "malformed body")),
        new Case(Vendor.TRUEDY, truedy(402, "Trial expired")),
        new Case(
            Vendor.TRUEDY,
            TruedyVendor.refusal(
                422, "validation_error", "wrong", Json.object("field", "phone_number"))),
        new Case(Vendor.TRUEDY, Answer.json(422, Json.object("detail", List.of(field)))));
  }

  @ParameterizedTest
  @MethodSource("wordsOfTheVendor")
  void theVendorsOwnRefusalIsOne(Case given) throws Exception {
    assertThat(failure(given).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aBrokenServersTextIsTold(Vendor vendor) throws Exception {
    String text = "Index failed for Rate Limit Ltd";
    Answer answer = vendor == Vendor.KORE ? kore(500, text) : truedy(500, text);

    assertThat(failure(new Case(vendor, answer))).hasMessageContaining("Index failed");
  }

  private static void assertThatCreateIsUnknownAndSentOnce(Case given) throws Exception {
    assertThat(failure(given).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  /** The failure of a create that is answered so, however often it is sent. */
  private static SdkException failure(Case given) throws Exception {
    try (JudgeServer server = JudgeServer.plain(given.vendor.backend());
        Client client =
            given.vendor.client(server.url(), Settings.unlimited().time(new VirtualClock()))) {
      server.director(request -> Behaviour.answer(given.answer));
      SdkException failure =
          catchThrowableOfType(SdkException.class, () -> client.create(Vendor.number(1)));
      assertThat(failure).isNotNull();
      assertThat(server.journal().writes()).as("requests").isEqualTo(1);
      return failure;
    }
  }

  private static Answer kore(int status, String text) {
    Map<String, Object> error = Json.object("msg", text, "code", status);
    return Answer.json(status, Json.object("errors", List.of(error)));
  }

  private static Answer truedy(int status, String text) {
    return TruedyVendor.refusal(status, "error", text, Map.of());
  }
}
