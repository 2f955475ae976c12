package dev.contactsdk.tests.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.core.drift.DriftReport;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.KoreDrift;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contradictions, and what is none, on servers that answer with a given body. */
class AnsweredContradictionsTest {
  private static final String PAGE =
      "{\"results\":[%s],\"skip\":0,\"limit\":10,\"hasMore\":false,\"totalResults\":1}";
  private static final String AGENT = "{\"id\":\"a-1\",\"userId\":\"u-1\",%s}";
  private static final String IN_AGENTS =
      "\"queues\":[{\"id\":\"qu-1\",\"name\":\"Desk\","
          + "\"agents\":[{\"userId\":\"u-1\",\"isPreferredAgent\":true}]}]";
  private static final String IN_QUEUE = "\"queues\":[{\"id\":\"qu-1\",\"isPreferredAgent\":true}]";
  private static final String SKILL_ID =
      "\"skills\":[{\"skillId\":\"s-1\",\"id\":\"x\",\"proficiencyLevel\":\"expert\"}]";
  private static final String ID_ALONE = "\"skills\":[{\"id\":\"s-1\"}]";
  private static final String IDS = "\"campaignInUse\":[\"cd-1\"]";
  private static final String OBJECTS = "\"campaignInUse\":[{\"id\":\"cd-1\",\"name\":\"Spring\"}]";

  private static Object list(KoreClient kore) {
    return kore.agents().list("o-1").execute();
  }

  private static Object get(KoreClient kore) {
    return kore.agents().get("a-1").execute();
  }

  private static Object update(KoreClient kore) {
    return kore.agents().update("a-1", wholeAgent()).execute();
  }

  private static Object create(KoreClient kore) {
    return kore.contacts().create(koreContact()).execute();
  }

  private static Object create(TruedyClient truedy) {
    return truedy.contacts().create(NewTruedyContact.builder("+12025550101").build()).execute();
  }

  private static Object get(TruedyClient truedy) {
    return truedy.agents().get("agt_1").execute();
  }

  private static KoreAgentChanges wholeAgent() {
    KoreAgentChanges.Builder agent =
        KoreAgentChanges.builder()
            .emailId("a@example.com")
            .firstName("A")
            .lastName("B")
            .role("r")
            .agentGroup("ag-1");
    return agent.additionalProperty("userId", "u-1").additionalProperty("orgId", "o-1").build();
  }

  private static NewKoreContact koreContact() {
    return NewKoreContact.builder()
        .firstName("Ada")
        .lastName("Byron")
        .salutation("Mrs")
        .cellPhone(CellPhone.of("+1", "2025550101"))
        .build();
  }

  private static Arguments kore(
      String id,
      @Nullable String variant,
      int status,
      String body,
      Function<KoreClient, Object> call) {
    return Arguments.of(id, variant, status, body, call);
  }

  private static String page(String field) {
    return PAGE.formatted(AGENT.formatted(field));
  }

  private static String error(String text) {
    return "{\"errors\":[{\"msg\":\"" + text + "\",\"code\":400}]}";
  }

  static Stream<Arguments> koreAnswers() {
    String lists = "{\"status\":\"success\",\"data\":[{\"_id\":\"cl-1\",%s}]}";
    String list = "{\"status\":\"success\",\"data\":{\"_id\":\"cl-1\",%s}}";
    String taken = error("Phone number already exists");
    return Stream.of(
        kore(
            "agent-queues-list",
            "in agents",
            200,
            page(IN_AGENTS),
            AnsweredContradictionsTest::list),
        kore(
            "agent-queues-list",
            "in isPreferredAgent",
            200,
            page(IN_QUEUE),
            AnsweredContradictionsTest::list),
        kore(
            "agent-queues-get",
            "in agents",
            200,
            AGENT.formatted(IN_AGENTS),
            AnsweredContradictionsTest::get),
        kore(
            "agent-queues-get",
            "in isPreferredAgent",
            200,
            AGENT.formatted(IN_QUEUE),
            AnsweredContradictionsTest::get),
        kore(
            "agent-queues-update",
            "in agents",
            200,
            AGENT.formatted(IN_AGENTS),
            AnsweredContradictionsTest::update),
        kore(
            "agent-queues-update",
            "in isPreferredAgent",
            200,
            AGENT.formatted(IN_QUEUE),
            AnsweredContradictionsTest::update),
        kore("skill-id", "skillId", 200, page(SKILL_ID), AnsweredContradictionsTest::list),
        kore("skill-id", "id alone", 200, page(ID_ALONE), AnsweredContradictionsTest::list),
        kore(
            "skill-id", "skillId", 200, AGENT.formatted(SKILL_ID), AnsweredContradictionsTest::get),
        kore(
            "skill-id",
            "id alone",
            200,
            AGENT.formatted(ID_ALONE),
            AnsweredContradictionsTest::update),
        kore("skill-id", "id alone", 200, page(ID_ALONE), kore -> kore.queues().list().execute()),
        kore(
            "campaign-in-use",
            "ids",
            200,
            lists.formatted(IDS),
            kore -> kore.contactLists().list().execute()),
        kore(
            "campaign-in-use",
            "objects",
            200,
            lists.formatted(OBJECTS),
            kore -> kore.contactLists().v1().list().execute()),
        kore(
            "campaign-in-use",
            "ids",
            200,
            list.formatted(IDS),
            kore -> kore.contactLists().v1().get("cl-1").execute()),
        kore(
            "campaign-in-use",
            "objects",
            200,
            list.formatted(OBJECTS),
            kore -> kore.contactLists().get("cl-1").execute()),
        kore("duplicate", "another status", 400, taken, AnsweredContradictionsTest::create),
        kore("duplicate", "another status", 422, taken, AnsweredContradictionsTest::create),
        kore("duplicate", "409", 409, error("taken"), AnsweredContradictionsTest::create),
        kore(
            "duplicate",
            null,
            400,
            error("Invalid salutation"),
            AnsweredContradictionsTest::create),
        kore(
            "duplicate",
            null,
            422,
            error("Invalid salutation"),
            AnsweredContradictionsTest::create),
        kore("validation-status", null, 400, taken, AnsweredContradictionsTest::create),
        kore("validation-status", null, 422, taken, AnsweredContradictionsTest::create),
        kore(
            "validation-status",
            null,
            401,
            error("Scope is incorrect"),
            AnsweredContradictionsTest::create),
        kore(
            "validation-status",
            "400",
            400,
            error("Invalid salutation"),
            AnsweredContradictionsTest::create),
        kore(
            "validation-status",
            "412",
            412,
            error("Validation errors"),
            AnsweredContradictionsTest::create),
        kore(
            "validation-status",
            "422",
            422,
            error("Invalid salutation"),
            AnsweredContradictionsTest::create));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("koreAnswers")
  void koreAnswersSo(
      String id,
      @Nullable String variant,
      int status,
      String body,
      Function<KoreClient, Object> call) {
    DriftRecorder recorder = KoreDrift.recorder();
    try (KoreClient kore =
        KoreClient.builder()
            .baseUrl("https://kore.example.com")
            .streamId("st-1")
            .accountId("65aa00000000000000000001")
            .credentials("cs-1", "a".repeat(44))
            .rateLimiter(RateLimiter.unlimited())
            .retry(RetryPolicy.none())
            .transport(request -> answer(status, body))
            .interceptor(recorder)
            .build()) {
      run(kore, call);
    }
    assertHolds(recorder.report(), id, variant);
  }

  private static Arguments truedy(
      String id,
      @Nullable String variant,
      int status,
      String body,
      Function<TruedyClient, Object> call) {
    return Arguments.of(id, variant, status, body, call);
  }

  static Stream<Arguments> truedyAnswers() {
    String agent = "{\"data\":{\"id\":\"agt_1\",\"max_duration\":%s}}";
    String contact = "{\"data\":{\"id\":\"%s\",\"phone_number\":\"+12025550101\"}}";
    String fault =
        "{\"detail\":[{\"loc\":[\"body\",\"phone_number\"],\"msg\":\"%s\",\"type\":\"x\"}]}";
    String conflict = "{\"error\":{\"code\":\"conflict\",\"message\":\"taken\"}}";
    String said = "{\"error\":{\"code\":\"bad\",\"message\":\"Contact already exists\"}}";
    return Stream.of(
        truedy(
            "agent-duration",
            "a number",
            200,
            agent.formatted("3600"),
            AnsweredContradictionsTest::get),
        truedy(
            "agent-duration",
            "text",
            200,
            agent.formatted("\"3600s\""),
            AnsweredContradictionsTest::get),
        truedy(
            "contact-id",
            "prefix",
            201,
            contact.formatted("cnt_1a2b3c4d"),
            AnsweredContradictionsTest::create),
        truedy(
            "contact-id",
            "UUID",
            201,
            contact.formatted("0f0e0d0c-1111-4222-8333-444455556666"),
            AnsweredContradictionsTest::create),
        truedy(
            "contact-id",
            "another",
            201,
            contact.formatted("66bb00000000000000000001"),
            AnsweredContradictionsTest::create),
        truedy(
            "contact-id",
            "another",
            201,
            contact.formatted("A1b2C3"),
            AnsweredContradictionsTest::create),
        truedy(
            "duplicate",
            null,
            422,
            fault.formatted("field required"),
            AnsweredContradictionsTest::create),
        truedy(
            "duplicate",
            "another",
            422,
            fault.formatted("already exists"),
            AnsweredContradictionsTest::create),
        truedy(
            "duplicate",
            "another",
            422,
            fault.formatted("already associated with another contact"),
            AnsweredContradictionsTest::create),
        truedy(
            "duplicate",
            null,
            422,
            fault.formatted("there is no folder Duplicate Ltd"),
            AnsweredContradictionsTest::create),
        truedy("duplicate", "another", 400, said, AnsweredContradictionsTest::create),
        truedy("duplicate", "409", 409, conflict, AnsweredContradictionsTest::create),
        truedy(
            "validation",
            "a list",
            422,
            fault.formatted("field required"),
            AnsweredContradictionsTest::create));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("truedyAnswers")
  void truedyAnswersSo(
      String id,
      @Nullable String variant,
      int status,
      String body,
      Function<TruedyClient, Object> call) {
    DriftRecorder recorder = TruedyDrift.recorder();
    try (TruedyClient truedy =
        TruedyClient.builder()
            .baseUrl("https://truedy.example.com")
            .apiKey("truedy_1")
            .rateLimiter(RateLimiter.unlimited())
            .retry(RetryPolicy.none())
            .transport(request -> answer(status, body))
            .interceptor(recorder)
            .build()) {
      run(truedy, call);
    }
    assertHolds(recorder.report(), id, variant);
  }

  private static HttpResponse answer(int status, String body) {
    return HttpResponse.of(status, Headers.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static <C> void run(C client, Function<C, Object> call) {
    try {
      assertThat(call.apply(client)).isNotNull();
    } catch (SdkException e) {
      assertThat(e.operation()).isNotBlank();
    }
  }

  private static void assertHolds(DriftReport report, String id, @Nullable String variant) {
    DriftReport.Resolution found =
        report.resolutions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    if (variant == null) {
      assertThat(found.variants().values()).as(report.text()).containsOnly(0L);
    } else {
      assertThat(found.holds()).as(report.text()).isNotNull().startsWith(variant);
    }
    assertThat(report.otherAnswers()).isZero();
  }
}
