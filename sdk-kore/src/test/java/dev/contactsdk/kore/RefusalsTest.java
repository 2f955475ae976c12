package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.agents.KoreAgentAvailability;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.KoreContactStatus;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.NewKoreListContact;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal means for the call, whatever its status and whoever wrote it. */
class RefusalsTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private enum Kind {
    READ,
    ONE,
    SEVERAL
  }

  /** An operation, and whether it writes one record or several. */
  private record Operation(String name, Kind kind, Function<KoreClient, ApiCall<?>> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Operation CREATE =
      new Operation("create", Kind.ONE, kore -> kore.contacts().create(Samples.ada()));
  private static final Operation UPDATE =
      new Operation("update", Kind.ONE, kore -> kore.contacts().update("c-1", changes()));
  private static final Operation DELETE =
      new Operation("delete", Kind.ONE, kore -> kore.contacts().delete("c-1"));
  private static final Operation UPDATE_MANY =
      new Operation(
          "update many",
          Kind.SEVERAL,
          kore -> kore.contacts().updateAll(List.of(new KoreContactChange("c-1", changes()))));
  private static final Operation DELETE_MANY =
      new Operation("delete many", Kind.SEVERAL, kore -> kore.contacts().deleteAll(List.of("c-1")));
  private static final Operation CREATE_AGENT =
      new Operation("create agent", Kind.ONE, kore -> kore.agents().create(agent()));
  private static final Operation UPDATE_AGENT =
      new Operation("update agent", Kind.ONE, kore -> kore.agents().update("a-1", agentChanges()));
  private static final Operation DELETE_AGENT =
      new Operation("delete agent", Kind.ONE, kore -> kore.agents().delete("a-1"));
  private static final Operation DELETE_LIST =
      new Operation("delete list", Kind.ONE, kore -> kore.contactLists().delete("cl-1"));
  private static final List<Operation> DELETES = List.of(DELETE, DELETE_AGENT, DELETE_LIST);
  private static final Operation LIST =
      new Operation("list", Kind.READ, kore -> kore.contacts().list());

  private static KoreContactChanges changes() {
    return KoreContactChanges.builder().lastName("King").build();
  }

  private static KoreAgentChanges agentChanges() {
    return KoreAgentChanges.builder()
        .userId("u-1")
        .orgId("o-1")
        .emailId("agent.one@example.com")
        .firstName("Ann")
        .lastName("Agent")
        .role("r-1")
        .agentGroup("ag-1")
        .build();
  }

  private static NewKoreAgent agent() {
    return Samples.agent().build();
  }

  private static ByteArrayInputStream csv() {
    return new ByteArrayInputStream(new byte[] {'a'});
  }

  static List<Operation> changing() {
    return List.of(UPDATE, UPDATE_MANY, DELETE_MANY, CREATE_AGENT);
  }

  /** One of each decoder. */
  static List<Operation> operations() {
    KoreAvailabilityQuery all = KoreAvailabilityQuery.builder().build();
    return List.of(
        CREATE,
        UPDATE,
        DELETE,
        UPDATE_MANY,
        DELETE_MANY,
        CREATE_AGENT,
        LIST,
        new Operation("import", Kind.SEVERAL, kore -> kore.contacts().importCsv(csv(), "a.csv")),
        new Operation("list roles", Kind.READ, kore -> kore.roles().list()),
        DELETE_AGENT,
        new Operation("get agent", Kind.READ, kore -> kore.agents().get("a-1")),
        new Operation("find agent", Kind.READ, kore -> kore.agents().findByCustomId("x-1")),
        new Operation("availability", Kind.READ, kore -> kore.agents().availability(all)),
        new Operation("group", Kind.READ, kore -> kore.agentGroups().get("g-1")));
  }

  private SdkException failure(Operation operation) {
    return catchThrowableOfType(
        SdkException.class, () -> Vendor.run(operation.call().apply(vendor.client())));
  }

  private ApiException refusal(Operation operation) {
    SdkException e = failure(operation);
    assertThat(e).isInstanceOf(ApiException.class);
    return (ApiException) e;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anErrorInsideASuccessIsTheRefusalThatItIs(Operation operation) {
    vendor.answer(
        200,
        "{\"status\":\"error\",\"errors\":[{\"msg\":\"is not\",\"code\":400,"
            + "\"field\":\"lastName\",\"hint\":7}]}");
    ApiException e = refusal(operation);
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.code()).isEqualTo("400");
    assertThat(e.reason()).isEqualTo("is not");
    assertThat(e.fieldErrors()).containsExactly(new FieldError("lastName", "is not", "400"));
    assertThat(e.details()).isEqualTo(Map.of("hint", 7));
    assertThat(e).hasMessageNotContaining("Encryption");
    assertThat(e.outcome())
        .isEqualTo(operation.kind() == Kind.SEVERAL ? Outcome.UNKNOWN : Outcome.REJECTED);
    assertThat(vendor.requests()).isOne();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anErrorInsideASuccessThatDoesNotSayWhatWasRefusedProvesNothingOfAWrite(Operation operation) {
    for (String body :
        List.of(
            "{\"errors\":[{\"msg\":\"Index failed for Rate Limit Ltd\"}]}",
            "{\"error\":{\"message\":\"no\",\"code\":500}}",
            "{\"success\":false}")) {
      vendor.answer(200, body);
      assertThat(refusal(operation).outcome())
          .isEqualTo(operation.kind() == Kind.READ ? Outcome.REJECTED : Outcome.UNKNOWN);
    }
  }

  @Test
  void anErrorInTheListOfWhatWasCreatedIsARefusalToo() {
    vendor.answer(200, "[{\"errors\":[{\"msg\":\"The number already exists\",\"code\":400}]}]");
    assertThat(refusal(CREATE))
        .isInstanceOf(ApiException.Conflict.class)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.REJECTED));
  }

  static List<Operation> ofOneRecord() {
    return List.of(CREATE, UPDATE, DELETE, CREATE_AGENT, UPDATE_AGENT, DELETE_AGENT);
  }

  @ParameterizedTest
  @MethodSource("ofOneRecord")
  void anErrorBesideAnIdIsTheRefusalThatItIs(Operation operation) {
    vendor.answer(
        200,
        "{\"id\":\"x-1\",\"firstName\":\"Ada\",\"emailId\":\"agent.one@example.com\","
            + "\"status\":\"failure\",\"reason\":{\"errors\":[{\"msg\":\"INVALID\",\"code\":400}]}}");
    ApiException e = refusal(operation);
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.reason()).isEqualTo("INVALID");
    assertThat(e.code()).isEqualTo("400");
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @MethodSource("ofOneRecord")
  void aFailureBesideAnIdThatDoesNotSayWhatWasRefusedProvesNothing(Operation operation) {
    for (String failure :
        List.of(
            "\"status\":\"failed\"",
            "\"status\":\"Error\",\"reason\":\"time_in_past\"",
            "\"status\":\"FAILURE\"",
            "\"error\":\"rolled back\"",
            "\"errors\":[{\"msg\":\"not saved\",\"code\":500}]",
            "\"success\":false")) {
      vendor.answer(200, "{\"id\":\"x-1\",\"firstName\":\"Ada\"," + failure + "}");
      assertThat(refusal(operation).outcome()).as(failure).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @ParameterizedTest
  @MethodSource("ofOneRecord")
  void anyOtherStatusBesideAnIdIsASuccess(Operation operation) {
    for (String status :
        List.of(
            "\"status\":\"INACTIVE\"",
            "\"status\":\"BLOCKED\"",
            "\"errors\":[],\"error\":null,\"errorMessage\":\"\",\"success\":true")) {
      vendor.answer(200, "{\"id\":\"x-1\",\"firstName\":\"Ada\"," + status + "}");
      Vendor.run(operation.call().apply(vendor.client()));
    }
  }

  @Test
  void aStoredRecordMaySayThatItIsNotDeleted() {
    for (Operation operation : List.of(CREATE, UPDATE, CREATE_AGENT, UPDATE_AGENT)) {
      vendor.answer(200, "{\"id\":\"x-1\",\"firstName\":\"Ada\",\"deleted\":false,\"code\":415}");
      Vendor.run(operation.call().apply(vendor.client()));
    }
  }

  static Stream<Arguments> notDeleted() {
    return DELETES.stream()
        .flatMap(
            operation ->
                Stream.of(
                        "{\"status\":500,\"message\":\"internal\"}",
                        "{\"status\":\"500\"}",
                        "{\"statusCode\":500,\"message\":\"internal\"}",
                        "{\"statusCode\":503}",
                        "{\"code\":500}",
                        "{\"errorMessage\":\"no index\"}",
                        "{\"id\":\"x-1\",\"errorMessage\":\"no index\"}",
                        "{\"data\":false}",
                        "{\"ok\":false}",
                        "{\"deleted\":false}",
                        "{\"deleted\":0}",
                        "{\"id\":\"x-1\",\"userId\":\"u-1\",\"deleted\":\"false\"}")
                    .map(body -> Arguments.of(operation, body)));
  }

  @ParameterizedTest
  @MethodSource("notDeleted")
  void anAnswerThatSaysOtherwiseIsNoProofOfADelete(Operation operation, String body) {
    vendor.answer(200, body);
    assertThat(failure(operation).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aNotFoundInsideASuccessOfADeleteIsARefusal() {
    for (Operation operation : DELETES) {
      vendor.answer(200, "{\"status\":404,\"message\":\"contact not found\"}");
      ApiException e = refusal(operation);
      assertThat(e).isInstanceOf(ApiException.NotFound.class);
      assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    }
  }

  @Test
  void aContactThatIsStillActiveIsNoProofOfADelete() {
    vendor.answer(200, "{\"id\":\"c-1\",\"status\":\"ACTIVE\",\"firstName\":\"Ada\"}");
    SdkException e = failure(DELETE);
    assertThat(e).hasMessageContaining("the contact is still active");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"202, ''", "202, '{\"message\":\"Accepted\"}'", "207, '[{\"firstName\":\"Ada\"}]'"})
  void anAcceptedCreateWithoutTheContactIsNoProofOfIt(int status, String body) {
    vendor.answer(status, body);
    assertThat(failure(CREATE).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aBulkResultBesideAnErrorIsHandedOut() {
    vendor.answer(200, "{\"status\":\"error\",\"errors\":[{\"msg\":\"no\"}],\"failed\":1}");
    assertThat(vendor.client().contacts().deleteAll(List.of("c-1")).execute().failed()).isOne();
  }

  @Test
  void aListBesideAnErrorIsNotTakenForTheWholeList() {
    vendor.answer(200, "{\"results\":[],\"totalResults\":0,\"errors\":[{\"msg\":\"no index\"}]}");
    assertThat(refusal(LIST).reason()).isEqualTo("no index");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void aChangeWithoutAnIdCannotBeRead(Operation operation) {
    for (String body : List.of("{}", "{\"status\":\"ACTIVE\",\"lastName\":\"King\"}")) {
      vendor.answer(200, body);
      SdkException e = failure(operation);
      assertThat(e).as(body).isInstanceOf(ResponseFormatException.class);
      assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @Test
  void aDeleteNeedsNoIdInItsAnswer() {
    vendor.answer(200, "{\"status\":\"INACTIVE\"}").answer(200, "{\"userId\":\"u-1\"}");
    assertThat(vendor.client().contacts().delete("c-1").execute().last().status())
        .isEqualTo(KoreContactStatus.INACTIVE);
    assertThat(vendor.client().agents().delete("a-1").execute().last().userId()).isEqualTo("u-1");
  }

  @Test
  void agentsMayHaveAStatusOfAnyName() {
    vendor.answer(200, "{\"status\":[{\"_id\":\"a-1\"}],\"success\":[],\"error\":[]}");
    KoreAgentAvailability answer =
        vendor.client().agents().availability(KoreAvailabilityQuery.builder().build()).execute();
    assertThat(answer.byStatus().get("status").get(0).id()).isEqualTo("a-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"errors\":[{\"msg\":\"Index failed for Rate Limit Ltd\"}]} | ServerError |"
            + " UNKNOWN",
        "500 | {\"errors\":[{\"msg\":\"The number already exists\"}]} | ServerError | UNKNOWN",
        "503 | You've exceeded the per-minute rate limit. | ServerError | UNKNOWN",
        "500 | {\"errors\":[{\"msg\":\"x\",\"code\":4002}]} | ServerError | UNKNOWN",
        "500 | {\"errors\":[{\"msg\":\"Scope is incorrect\"}]} | ServerError | UNKNOWN",
        "408 | {\"errors\":[{\"msg\":\"timeout\"}]} | UnexpectedStatus | UNKNOWN",
        "413 | <html>413 Request Entity Too Large</html> | PayloadTooLarge | UNKNOWN",
        "404 | default backend - 404 | NotFound | UNKNOWN",
        "400 | {\"errors\":[{\"msg\":\"no\"}]} | BadRequest | REJECTED",
        "400 | {\"code\":\"E\"} | BadRequest | REJECTED",
        "401 | <html>login</html> | Unauthorized | UNKNOWN",
        "401 | {\"errors\":[{\"msg\":\"Invalid JWT token\"}]} | Unauthorized | REJECTED"
      })
  void aCreateIsRejectedOnlyWhereTheVendorSaysSo(
      int status, String body, String kind, Outcome outcome) {
    vendor.answer(status, body);
    ApiException e = refusal(CREATE);
    assertThat(e.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(e.outcome()).isEqualTo(outcome);
    assertThat(vendor.requests()).isOne();
  }

  @Test
  void theDocumentedSentenceOfTheLimitIsWaitedForWithA4xx() {
    vendor
        .answer(403, "{\"message\":\"You've exceeded the per-minute rate limit. Please wait.\"}")
        .answer("contacts-create");
    assertThat(vendor.client().contacts().create(Samples.ada()).response().attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>404 Not Found</html>",
        "default backend - 404",
        "",
        "{\"message\":\"no Route matched with those values\"}"
      })
  void aGatewaysNotFoundIsNoProofOfADelete(String body) {
    vendor.answer(503, "").answer(404, body);
    SdkException e = failure(DELETE);
    assertThat(e).isInstanceOf(ApiException.NotFound.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @Test
  void theEncryptionIsNamedOnlyWhereTheAnswerCannotBeRead() {
    String sealed = "QUJD".repeat(86);
    for (String body : List.of("{\"payload\":\"" + sealed + "\"}", sealed)) {
      vendor.answer(200, body);
      assertThatThrownBy(() -> Vendor.run(vendor.client().contacts().create(Samples.ada())))
          .isInstanceOfSatisfying(
              ResponseFormatException.class,
              e ->
                  assertThat(e.hint()).contains("Enforce Request and Response Payload Encryption"));
    }
    List<NewKoreContact> both = List.of(Samples.ada(), Samples.grace());
    vendor.answer(200, "{\"payload\":\"" + sealed + "\"}");
    assertThatThrownBy(() -> Vendor.run(vendor.client().contacts().createAll(both)))
        .hasMessageContaining("Enforce Request and Response Payload Encryption");
    vendor.answer(200, "{\"firstName\":\"Ada\"}");
    assertThatThrownBy(() -> Vendor.run(vendor.client().contacts().create(Samples.ada())))
        .hasMessageNotContaining("Encryption");
  }

  private Outcome afterA400(Function<KoreClient, ApiCall<?>> call) {
    vendor.answer(400, "{\"errors\":[{\"msg\":\"no\",\"code\":400}]}");
    return refusal(new Operation("refused", Kind.SEVERAL, call)).outcome();
  }

  @Test
  void aRefusalOfSeveralMayBeOneOfSome() {
    KoreContactChange one = new KoreContactChange("c-1", changes());
    KoreContactChange two = new KoreContactChange("c-2", changes());
    List<NewKoreListContact> rows =
        List.of(NewKoreListContact.of("12025550103"), NewKoreListContact.of("12025550104"));
    assertThat(
            List.of(
                afterA400(kore -> kore.contacts().updateAll(List.of(one, two))),
                afterA400(kore -> kore.contacts().deleteAll(List.of("c-1", "c-2"))),
                afterA400(kore -> kore.contactLists().addContacts("Spring", rows)),
                afterA400(kore -> kore.contacts().importCsv(csv(), "a.csv"))))
        .containsOnly(Outcome.UNKNOWN);
    assertThat(
            List.of(
                afterA400(kore -> kore.contacts().updateAll(List.of(one))),
                afterA400(kore -> kore.contacts().deleteAll(List.of("c-1"))),
                afterA400(kore -> kore.contactLists().addContacts("Spring", rows.subList(0, 1)))))
        .containsOnly(Outcome.REJECTED);
  }

  @Test
  void aRefusalOfSeveralSaysWhatToDo() {
    vendor.answer(400, "{\"errors\":[{\"msg\":\"no\",\"code\":400}]}");
    assertThatThrownBy(() -> vendor.client().contacts().deleteAll(List.of("c-1", "c-2")).execute())
        .hasMessageEndingWith("may have been written: the call may be repeated.");
    vendor.answer(400, "{\"errors\":[{\"msg\":\"no\",\"code\":400}]}");
    assertThatThrownBy(() -> vendor.client().contacts().importCsv(csv(), "a.csv").execute())
        .hasMessageEndingWith("list and compare before sending them again.");
  }
}
