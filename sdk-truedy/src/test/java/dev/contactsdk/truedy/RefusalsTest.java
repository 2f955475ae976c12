package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal means for the call, whatever its status and whoever wrote it. */
class RefusalsTest {
  private static final NewTruedyContact MIRA = NewTruedyContact.builder("+15551234567").build();

  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private enum Kind {
    READ,
    ONE,
    SEVERAL
  }

  /** An operation, and whether it writes one record or several. */
  private record Operation(String name, Kind kind, Function<TruedyClient, ApiCall<?>> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Operation CREATE =
      new Operation("create", Kind.ONE, truedy -> truedy.contacts().create(MIRA));
  private static final Operation UPDATE =
      new Operation("update", Kind.ONE, truedy -> truedy.contacts().update("c-1", changes()));
  private static final Operation CREATE_FOLDER =
      new Operation("create folder", Kind.ONE, truedy -> truedy.folders().create("VIP"));
  private static final Operation DELETE_FOLDER =
      new Operation("delete folder", Kind.ONE, truedy -> truedy.folders().deleteWithContacts("f"));
  private static final Operation CREATE_AGENT =
      new Operation("create agent", Kind.ONE, truedy -> truedy.agents().create(agent()));

  private static TruedyContactChanges changes() {
    return TruedyContactChanges.builder().lastName("Pell").build();
  }

  private static NewTruedyAgent agent() {
    return NewTruedyAgent.builder().name("Helper").voice("v-1").systemPrompt("Be kind.").build();
  }

  private static ApiCall<?> importOf(TruedyClient truedy) {
    return truedy.contacts().importCsv(new ByteArrayInputStream(new byte[] {'p'}), "leads.csv");
  }

  static List<Operation> storing() {
    return List.of(CREATE, UPDATE, CREATE_FOLDER, CREATE_AGENT);
  }

  /** One of each decoder. */
  static List<Operation> operations() {
    return List.of(
        CREATE,
        UPDATE,
        CREATE_FOLDER,
        DELETE_FOLDER,
        CREATE_AGENT,
        new Operation("import", Kind.SEVERAL, RefusalsTest::importOf),
        new Operation("list", Kind.READ, truedy -> truedy.contacts().list()),
        new Operation("list folders", Kind.READ, truedy -> truedy.folders().list()),
        new Operation("get agent", Kind.READ, truedy -> truedy.agents().get("a-1")));
  }

  private SdkException failure(Operation operation) {
    return catchThrowableOfType(
        SdkException.class, () -> Vendor.run(operation.call().apply(vendor.client)));
  }

  private ApiException refusal(Operation operation) {
    SdkException e = failure(operation);
    assertThat(e).isInstanceOf(ApiException.class);
    return (ApiException) e;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anErrorInsideASuccessIsTheRefusalThatItIs(Operation operation) {
    vendor.answers(
        200,
        "{\"data\":{},\"error\":{\"code\":\"validation_error\",\"message\":\"Invalid request\","
            + "\"details\":{\"field\":\"email\",\"reason\":\"is odd\"}},"
            + "\"meta\":{\"request_id\":\"req_e1\"}}");
    ApiException e = refusal(operation);
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.code()).isEqualTo("validation_error");
    assertThat(e.reason()).isEqualTo("Invalid request");
    assertThat(e.fieldErrors()).containsExactly(new FieldError("email", "is odd", null));
    assertThat(e.details()).isEqualTo(Map.of("field", "email", "reason", "is odd"));
    assertThat(e.requestId()).isEqualTo("req_e1");
    assertThat(e.outcome())
        .isEqualTo(operation.kind() == Kind.SEVERAL ? Outcome.UNKNOWN : Outcome.REJECTED);
    assertThat(vendor.server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anErrorInsideASuccessThatDoesNotSayWhatWasRefusedProvesNothingOfAWrite(Operation operation) {
    for (String body :
        List.of(
            "{\"data\":{\"success\":false}}",
            "{\"success\":false,\"message\":\"no\"}",
            "{\"status\":\"error\",\"message\":\"Internal failure\"}",
            "{\"data\":{},\"status\":\"Failed\"}",
            "{\"data\":null,\"detail\":\"Failed to reach the database\"}",
            "{\"error\":{\"code\":\"internal_error\",\"message\":\"An internal error occurred\"}}",
            "{\"error\":{\"code\":\"validation_error\",\"message\":\"Failed to store it\"}}")) {
      vendor.answers(200, body);
      assertThat(refusal(operation).outcome())
          .as(body)
          .isEqualTo(operation.kind() == Kind.READ ? Outcome.REJECTED : Outcome.UNKNOWN);
    }
  }

  @ParameterizedTest
  @MethodSource("storing")
  void aRecordWithoutAnIdCannotBeRead(Operation operation) {
    for (String data : List.of("{}", "{\"id\":\"\"}", "{\"id\":\" \"}")) {
      vendor.answers(201, "{\"data\":" + data + ",\"meta\":{\"request_id\":\"req_e2\"}}");
      SdkException e = failure(operation);
      assertThat(e).isInstanceOf(ResponseFormatException.class).hasMessageContaining("no id");
      assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"deleted\":false}",
        "{\"status\":404}",
        "{\"statusCode\":500}",
        "{\"code\":500}",
        "{\"errorMessage\":\"no index\"}",
        "{\"data\":false}",
        "{\"data\":{\"ok\":false}}",
        "{\"data\":{\"deleted\":false}}",
        "{\"data\":{\"deleted\":0}}",
        "{\"data\":{\"id\":\"f\",\"deleted\":false}}"
      })
  void aFolderThatIsNotDeletedIsNoSuccess(String body) {
    vendor.answers(200, body);
    assertThat(refusal(DELETE_FOLDER).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "202 | ''",
        "207 | ''",
        "202 | {\"message\":\"Accepted for processing\"}",
        "207 | {\"data\":[{\"status\":400,\"error\":{\"code\":\"validation_error\"}}]}",
        "207 | {\"data\":[{\"id\":\"f\",\"status\":423}]}",
        "207 | {\"data\":{\"status\":422,\"message\":\"bad\"}}",
        "207 | {\"data\":{\"id\":\"x-1\",\"status\":422,\"message\":\"bad\"}}"
      })
  void anAcceptedWriteWithoutItsRecordIsNoProofOfIt(int status, String body) {
    for (Operation operation : List.of(CREATE, DELETE_FOLDER)) {
      vendor.answers(status, body);
      assertThat(failure(operation).outcome()).as(operation.name()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void anAcceptedDeleteThatShowsTheFolderIsNoProofOfIt() {
    vendor.answers(202, "{\"data\":{\"id\":\"f\"}}");
    assertThat(failure(DELETE_FOLDER).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("storing")
  void aStoredRecordMaySayThatItIsNotDeleted(Operation operation) {
    vendor.answers(
        201, "{\"data\":{\"id\":\"x-1\",\"deleted\":false},\"error\":null,\"success\":true}");
    Vendor.run(operation.call().apply(vendor.client));
    assertThat(vendor.server.getRequestCount()).isOne();
  }

  @Test
  void aRowThatCannotBeReadDoesNotTakeItsPageAlong() {
    vendor.answers(200, "{\"data\":[[1]],\"pagination\":{\"total\":1}}");
    assertThat(vendor.client.contacts().list().execute().items()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("storing")
  void aRecordBesideAnErrorIsTheRefusalThatItIs(Operation operation) {
    vendor.answers(
        201,
        "{\"data\":{\"id\":\"c-1\"},\"error\":{\"code\":\"conflict\",\"message\":\"not saved\"}}");
    ApiException e = refusal(operation);
    assertThat(e).isInstanceOf(ApiException.Conflict.class);
    assertThat(e.reason()).isEqualTo("not saved");
  }

  @ParameterizedTest
  @MethodSource("storing")
  void aRecordBesideAFailureProvesNothing(Operation operation) {
    for (String body :
        List.of(
            "{\"data\":{\"id\":\"c-1\"},\"success\":false}",
            "{\"data\":{\"id\":\"c-1\",\"success\":false}}",
            "{\"data\":{\"id\":\"c-1\"},\"status\":\"Error\",\"message\":\"x\"}",
            "{\"data\":{\"id\":\"c-1\"},\"error\":{\"code\":\"internal_error\"}}")) {
      vendor.answers(201, body);
      assertThat(refusal(operation).outcome()).as(body).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void aListBesideAnErrorIsNotTakenForTheWholeList() {
    vendor.answers(200, "{\"data\":[],\"error\":{\"code\":\"odd\",\"message\":\"no index\"}}");
    SdkException e =
        catchThrowableOfType(SdkException.class, () -> vendor.client.contacts().list().execute());
    assertThat(e).isInstanceOf(ApiException.class).hasMessageContaining("no index");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"error\":{\"code\":\"rate_limit_exceeded\"}} | ServerError | UNKNOWN",
        "503 | {\"error\":{\"code\":\"rate_limit_exceeded\"}} | ServerError | UNKNOWN",
        "400 | {\"error\":{\"code\":\"rate_limit_exceeded\"}} | RateLimited | REJECTED",
        "429 | <html>slow down</html> | RateLimited | REJECTED",
        "422 | {\"error\":{\"message\":\"Failed to create contact\"}} | BadRequest | UNKNOWN",
        "422 | {\"detail\":[{\"msg\":\"Failed to insert\"}]} | BadRequest | UNKNOWN",
        "422 | {\"detail\":[\"Failed to insert\"]} | BadRequest | UNKNOWN",
        "422 | {\"detail\":[{\"loc\":[\"body\"],\"msg\":\"bad\"}]} | BadRequest | UNKNOWN",
        "422 | {\"detail\":[{\"loc\":[\"body\",\"email\"]}]} | BadRequest | REJECTED",
        "408 | {\"error\":{\"message\":\"timeout\"}} | UnexpectedStatus | UNKNOWN",
        "403 | <html>blocked</html> | PermissionDenied | UNKNOWN",
        "404 | {\"detail\":\"Not Found\"} | NotFound | REJECTED",
        "409 | conflict | Conflict | UNKNOWN"
      })
  void aCreateIsRejectedOnlyWhereTruedySaysSo(
      int status, String body, String kind, Outcome outcome) {
    vendor.server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Retry-After", "100000")
            .body(body)
            .build());
    ApiException e = refusal(CREATE);
    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.outcome()).isEqualTo(outcome);
    assertThat(vendor.server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>404 Not Found</html>",
        "default backend - 404",
        "",
        "{\"detail\":\"Not Found\"}"
      })
  void aGatewaysNotFoundIsNoProofOfADelete(String body) {
    vendor.answers(503, "").answers(404, body);
    SdkException e = failure(DELETE_FOLDER);
    assertThat(e).isInstanceOf(ApiException.NotFound.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(vendor.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void whatTruedyTellsOfA404CanBeAskedFor() {
    vendor.answersFile(404, "errors/not-found");
    ApiException e = refusal(UPDATE);
    assertThat(e.details()).containsEntry("resource", "agent").containsEntry("id", "agt_k9");
    assertThat(e.toString()).doesNotContain("agt_k9");
  }
}
