package dev.contactsdk.kore.agents;

import static dev.contactsdk.kore.Vendor.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import dev.contactsdk.kore.lookups.KoreProficiency;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentRequestsTest {
  private static final String GROUP = "ag-1a2b3c4-1111-4222-8333-444455556666";
  private static final String QUEUE = "qu-1a2b3c4-1111-4222-8333-444455556666";
  private static final String LAYOUT = "ly-1a2b3c4-1111-4222-8333-444455556666";

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreAgents agents() {
    return vendor.client().agents();
  }

  private RecordedRequest sent(String line) {
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo(line);
    assertThat(request.getHeaders().get("accountId")).isEqualTo(Vendor.ACCOUNT);
    return request;
  }

  @Test
  void createsWithEveryDocumentedField() {
    vendor.answer("agents-create");
    NewKoreAgent agent =
        Samples.agent()
            .nickName("Ann")
            .phoneNumber("12025550102")
            .agentGroup(GROUP)
            .canSupportChat(true)
            .maxChatSupport(5)
            .canSupportVoice(true)
            .customId("EXT-1001")
            .chatLanguage("en", "expert")
            .chatLanguage("de", KoreProficiency.AVERAGE)
            .voiceLanguage("en", KoreProficiency.EXPERT)
            .skill("67ee00000000000000000001", KoreProficiency.EXPERT)
            .desktopLayout(LAYOUT, true)
            .queue(QUEUE, Preferred.NO)
            .queue("qu-2", Preferred.YES)
            .createDefaultLayoutAndAssign(true)
            .additionalProperty("tier", 1)
            .build();
    run(agents().create(agent));
    assertThat(Vendor.json(sent("POST " + Vendor.BASE + "/agents")))
        .isEqualTo(
            Vendor.json(
                """
                {"emailId":"agent.one@example.com","firstName":"Ann","lastName":"Agent",
                 "roleId":"67cc00000000000000000001","nickName":"Ann","phoneNumber":"12025550102",
                 "agentGroupId":"ag-1a2b3c4-1111-4222-8333-444455556666","canSupportChat":true,
                 "maxChatSupport":5,"canSupportVoice":true,"customId":"EXT-1001",
                 "chatLanguageSupport":[
                   {"language":"en","proficiency":"expert","isActive":true},
                   {"language":"de","proficiency":"average","isActive":true}],
                 "voiceLanguageSupport":[{"language":"en","proficiency":"expert","isActive":true}],
                 "skills":[{"skillId":"67ee00000000000000000001","proficiencyLevel":"expert"}],
                 "desktopLayouts":[
                   {"id":"ly-1a2b3c4-1111-4222-8333-444455556666","isDefault":true}],
                 "queues":[
                   {"id":"qu-1a2b3c4-1111-4222-8333-444455556666","isPreferredAgent":false},
                   {"id":"qu-2","isPreferredAgent":true}],
                 "createDefaultLayoutAndAssign":true,"tier":1}\
                """));
  }

  @Test
  void namesAllThatANewAgentLacks() {
    assertThatThrownBy(() -> NewKoreAgent.builder().emailId("").firstName(" ").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("emailId, firstName, lastName, roleId");
    assertThatThrownBy(() -> Samples.agent().customId("EXT 1"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("customId");
  }

  @Test
  void refusesAnAddressThatNoServerAccepts() {
    for (String wrong : List.of("ada", "ada@", "a da@example.org", "a@b@example.org")) {
      assertThatThrownBy(() -> NewKoreAgent.builder().emailId(wrong))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("emailId: must be an e-mail address")
          .hasMessageNotContaining(wrong);
      assertThatThrownBy(() -> KoreAgentChanges.builder().emailId(wrong))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("emailId: must be an e-mail address");
    }
    assertThat(KoreAgentChanges.builder().emailId("\"a b\"@example.org").build().properties())
        .containsEntry("emailId", "\"a b\"@example.org");
  }

  @Test
  void refusesWhatKoreRequiresWithinALanguageASkillOrAQueue() {
    NewKoreAgent.Builder agent = Samples.agent();
    for (Map.Entry<ThrowingCallable, String> wrong :
        Map.<ThrowingCallable, String>of(
                () -> agent.chatLanguage(" ", "expert"), "language is missing or blank",
                () -> agent.chatLanguage("en", ""), "chatLanguageSupport.proficiency is missing",
                () -> agent.voiceLanguage("", KoreProficiency.EXPERT),
                    "language is missing or blank",
                () -> agent.skill("", KoreProficiency.EXPERT), "skillId is missing or blank",
                () -> agent.queue(" ", Preferred.NO), "id is missing or blank",
                () -> agent.desktopLayout("", true), "id is missing or blank")
            .entrySet()) {
      assertThatThrownBy(wrong.getKey())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(wrong.getValue());
    }
    assertThat(agent.build().properties()).hasSize(4);
  }

  @Test
  void listsAsDocumented() {
    vendor.answer("agents-list").answer("agents-list");
    run(agents().list(Vendor.ORG));
    sent("GET " + Vendor.BASE + "/organizations/" + Vendor.ORG + "/agents?page=1");
    run(agents().list(Vendor.ORG).includeQueues(false).includeQueues(true).pageSize(50));
    sent(
        "GET "
            + Vendor.BASE
            + "/organizations/"
            + Vendor.ORG
            + "/agents?includeQueues=true&page=1&limit=50");
  }

  @Test
  void getsDeletesAndFinds() {
    vendor
        .answer("agents-get")
        .answer("agents-delete")
        .answer("agents-by-custom-id")
        .answer("agents-by-custom-id");
    run(agents().get(Vendor.AGENT));
    sent("GET " + Vendor.BASE + "/agents/" + Vendor.AGENT);
    run(agents().delete(Vendor.AGENT));
    sent("DELETE " + Vendor.BASE + "/agents/" + Vendor.AGENT);
    run(agents().findByCustomId("EXT#10+1?ü"));
    sent("GET " + Vendor.BASE + "/agents/customId/EXT%2310%2B1%3F%C3%BC");
    run(agents().findByCustomId("EXT/10"));
    sent("GET " + Vendor.BASE + "/agents/customId/EXT%2F10");
    assertThatThrownBy(() -> agents().get("availability").execute())
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void asksForAvailabilityByPost() {
    vendor.cut().answer("agents-availability");
    KoreAvailabilityQuery query =
        KoreAvailabilityQuery.builder().skill("s1").skill("s2").queue("q").agent("a").build();
    run(agents().availability(query));
    vendor.request();
    assertThat(Vendor.json(sent("POST " + Vendor.BASE + "/agents/availability")))
        .isEqualTo(
            Vendor.json(
                "{\"skillIds\":[\"s1\",\"s2\"],\"queueIds\":[\"q\"],\"agentIds\":[\"a\"]}"));
  }

  private static final List<String> NOT_SENT_BACK =
      List.of(
          "onlineStatus",
          "onlineStatusType",
          "prevStatus",
          "prevStatusType",
          "lastOnlineAt",
          "updatedAt");

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return new LinkedHashMap<>((Map<String, Object>) json);
  }

  private Map<String, Object> sentBack(
      String answer, UnaryOperator<KoreAgentChanges.Builder> change) {
    vendor.answer(200, answer).answer("agents-update");
    KoreAgent agent = agents().get(Vendor.AGENT).execute();
    vendor.request();
    run(agents().update(agent.id(), change.apply(agent.toChanges()).build()));
    return map(Vendor.json(sent("PUT " + Vendor.BASE + "/agents/" + Vendor.AGENT)));
  }

  /** What is read again of what was sent, in the texts of the fixture. */
  private static Map<String, Object> expected(String answer) {
    Map<String, Object> whole = map(Vendor.json(answer));
    whole.keySet().removeAll(NOT_SENT_BACK);
    whole.put("createdAt", "2026-01-01T08:00:00Z");
    return whole;
  }

  @Test
  void sendsTheWholeAgentBackChanged() {
    Map<String, Object> expected = expected(Vendor.text("agents-get"));
    Map<String, Object> queue = map(((List<?>) expected.get("queues")).get(0));
    queue.put("isPreferredAgent", true);
    expected.put("queues", List.of(queue));
    expected.put("nickName", "Annie");
    Map<String, Object> sent = sentBack(Vendor.text("agents-get"), one -> one.nickName("Annie"));
    assertThat(sent).isEqualTo(expected);
  }

  @Test
  void sendsBackWhatTheSdkDoesNotKnow() {
    String odd =
        """
        {"tier":{"a":[1,null]},"nothing":null,"maxChatSupport":"many","cmLayouts":[],
        "skills":[{"skillId":"s","level":3},{"skillId":"t","createdAt":"2026-01-01T08:00:00.500Z"},[7]],
        "queues":[{"id":"q","weight":2,"agents":[{"userId":"u","since":1}]},{"id":"r","isPreferredAgent":false}],
        "agentGroups":[{"groupId":"g","role":"agent","colour":"red"}],
        "iceServers":[{"url":"u","ttl":60}],"desktopLayouts":"none",
        "addresses":["wss://a",["b"]],"preferences":{"theme":null}}\
        """;
    Map<String, Object> agent = map(Vendor.json(Vendor.text("agents-get")));
    agent.putAll(map(Vendor.json(odd)));
    String answer = new String(Json.write(agent), StandardCharsets.UTF_8);
    Map<String, Object> expected = expected(answer);
    expected.put("desktopLayouts", List.of(Map.of("id", "none")));
    assertThat(sentBack(answer, one -> one)).isEqualTo(expected);
  }

  @Test
  void leavesOutTheListsThatWereNotAnswered() {
    String answer =
        "{\"id\":\"%s\",\"userId\":\"u\",\"orgId\":\"o\",\"emailId\":\"e\",\"firstName\":\"f\",\"lastName\":\"l\",\"roleId\":\"r\",\"agentGroupId\":\"g\",\"skills\":[]}"
            .formatted(Vendor.AGENT);
    assertThat(sentBack(answer, one -> one))
        .containsEntry("skills", List.of())
        .containsOnlyKeys(
            "id",
            "userId",
            "orgId",
            "emailId",
            "firstName",
            "lastName",
            "roleId",
            "agentGroupId",
            "skills",
            "accountId",
            "iId");
  }

  @Test
  void leavesOutWhatKoreMakesOfTheNameOrTheRole() {
    String answer = Vendor.text("agents-get");
    assertThat(sentBack(answer, one -> one.lastName("King")))
        .containsEntry("lastName", "King")
        .containsEntry("role", "Administrator")
        .doesNotContainKeys("fullName", "lFullName", "name");
    assertThat(sentBack(answer, one -> one.firstName("Anna")))
        .doesNotContainKeys("fullName", "lFullName", "name");
    assertThat(sentBack(answer, one -> one.role("r-2")))
        .containsEntry("roleId", "r-2")
        .containsEntry("fullName", "Ann Agent")
        .doesNotContainKey("role");
  }

  @Test
  void replacesListsAndGroup() {
    KoreAgentChanges changes =
        KoreAgentChanges.builder()
            .clearQueues()
            .queue(QUEUE, Preferred.YES)
            .clearSkills()
            .clearChatLanguages()
            .clearVoiceLanguages()
            .clearDesktopLayouts()
            .agentGroup(GROUP)
            .emailId("two@example.com")
            .firstName("A")
            .lastName("B")
            .role("r")
            .build();
    assertThat(changes.properties())
        .containsEntry("queues", List.of(Map.of("id", QUEUE, "isPreferredAgent", true)))
        .containsEntry("skills", List.of())
        .containsEntry("chatLanguageSupport", List.of())
        .containsEntry("voiceLanguageSupport", List.of())
        .containsEntry("desktopLayouts", List.of())
        .containsEntry("agentGroupId", GROUP)
        .containsEntry("agentGroups", List.of(Map.of("groupId", GROUP, "role", "agent")))
        .containsEntry("roleId", "r");
  }

  @Test
  void updatesAnAgentWithoutALastName() {
    vendor
        .answer(200, Vendor.text("agents-get").replace("\"Agent\"", "\"\""))
        .answer("agents-update");
    KoreAgent agent = agents().get(Vendor.AGENT).execute();
    assertThat(agent.lastName()).isEmpty();
    vendor.request();
    run(agents().update(agent.id(), agent.toChanges().build()));
    assertThat((Map<?, ?>) Vendor.json(sent("PUT " + Vendor.BASE + "/agents/" + Vendor.AGENT)))
        .extracting("lastName")
        .isEqualTo("");
  }

  @Test
  void namesAllThatAnUpdateLacks() {
    KoreAgentChanges changes =
        KoreAgentChanges.builder().firstName("Ann").lastName("Agent").build();
    assertThatThrownBy(() -> agents().update(Vendor.AGENT, changes))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("userId, orgId, emailId, roleId, agentGroupId")
        .hasMessageContaining("get(id)");
    KoreAgentChanges others = KoreAgentChanges.builder().additionalProperty("id", "a-2").build();
    assertThatThrownBy(() -> agents().update(Vendor.AGENT, others))
        .hasMessageContaining("an agent other than");
  }

  @Test
  void wantsAPlaceToLookInBeforeItCreates() {
    NewKoreAgent agent = Samples.agent().build();
    assertThatThrownBy(
            () -> agents().create(agent).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("lookUpIn(orgId)");
    assertThat(vendor.requests()).isZero();
  }

  @Test
  void looksUpByCustomIdAndFetchesWhatComesAsIds() {
    vendor
        .cut()
        .answer("agents-by-custom-id-ids")
        .answer("agents-get")
        .answer(200, "{\"id\":\"a-2\",\"emailId\":\"other@example.com\"}");
    NewKoreAgent agent = Samples.agent().customId("EXT-1001").build();
    KoreAgent found = agents().create(agent).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo(Vendor.AGENT);
  }

  @Test
  void looksUpByAddressInTheOrganisation() {
    vendor.cut().answer("agents-list");
    KoreAgent found =
        agents()
            .create(Samples.agent().build())
            .lookUpIn(Vendor.ORG)
            .onUnknown(OnUnknown.lookUp())
            .execute();
    assertThat(found.id()).isEqualTo(Vendor.AGENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/..", "./a", "a\\\\..", "a/../b", "a\ud800"})
  void looksInTheListForACustomIdThatNoPathCanCarry(String customId) {
    NewKoreAgent agent = Samples.agent().customId(customId).build();
    KoreAgentCreateCall create = agents().create(agent).onUnknown(OnUnknown.lookUp());
    assertThatThrownBy(create::execute)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("lookUpIn(orgId)");
    assertThat(vendor.requests()).isZero();

    vendor.cut().answer("agents-list");
    assertThat(create.lookUpIn(Vendor.ORG).execute().id()).isEqualTo(Vendor.AGENT);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"400, <html>", "404, <html>", "404, ''", "400, {}"})
  void looksInTheListIfTheServerRefusesThePath(int status, String body) {
    vendor.cut().answer(status, body).answer("agents-list");
    KoreAgent found =
        agents()
            .create(Samples.agent().customId("EXT/10").build())
            .lookUpIn(Vendor.ORG)
            .onUnknown(OnUnknown.lookUp())
            .execute();
    assertThat(found.id()).isEqualTo(Vendor.AGENT);
    assertThat(vendor.requests()).isEqualTo(3);
  }

  @Test
  void looksByACustomIdThatOnlyHasDots() {
    NewKoreAgent agent = Samples.agent().customId("v1.0/..a").build();
    String shown =
        "{\"id\":\"%s\",\"emailId\":\"%s\",\"customId\":\"v1.0/..a\"}"
            .formatted(Vendor.AGENT, agent.emailId());
    vendor.cut().answer("agents-by-custom-id-ids").answer(200, shown);
    KoreAgent found = agents().create(agent).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo(Vendor.AGENT);
  }

  @Test
  void sendsAgainThoughARowThatCannotBeReadMayBeTheAgentSinceKoreTakesAnAddressOnce() {
    vendor.cut().answer(200, listed("[1]")).answer("agents-create");
    KoreAgentCreateCall create =
        agents()
            .create(Samples.agent().build())
            .lookUpIn(Vendor.ORG)
            .onUnknown(OnUnknown.lookUpThenResend());
    assertThat(create.execute().userId()).isNotNull();
    assertThat(vendor.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"createdAt\":\"2020-01-01T00:00:00Z\"",
        "\"firstName\":\"Other\"",
        "\"fullName\":\"Other Agent\"",
        "\"createdAt\":\"some day\"",
        "\"accountId\":\"65aa00000000000000000099\"",
        "\"iId\":\"st-other\"",
        "\"roleId\":\"67cc00000000000000000009\"",
        "\"phoneNumber\":12025550199",
        "\"canSupportChat\":false",
        "\"chatLanguageSupport\":[{\"language\":\"de\",\"proficiency\":\"expert\"}]"
      })
  void anAgentThatIsNotSurelyTheCreatedOneStandsInItsWay(String shown) {
    String row = "{\"id\":\"a-2\",\"emailId\":\"agent.one@example.com\"," + shown + "}";
    vendor.cut().answer(200, listed(row));
    assertThatItStandsInTheWay(filled().build());
    vendor.cut().answer(200, "[" + row + "]");
    assertThatItStandsInTheWay(filled().customId("EXT-1001").build());
  }

  private static String listed(String row) {
    return "{\"results\":[" + row + "],\"totalResults\":1,\"hasMore\":false}";
  }

  private static NewKoreAgent.Builder filled() {
    return Samples.agent()
        .canSupportChat(true)
        .phoneNumber("+1 202 555 0102")
        .chatLanguage("en", KoreProficiency.EXPERT)
        .desktopLayout("ly-1a2b3c4-1111-4222-8333-444455556666", true)
        .createDefaultLayoutAndAssign(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accountId\":\"65aa00000000000000000001\",\"phoneNumber\":12025550102",
        "\"phoneNumber\":\"\",\"canSupportChat\":true,\"createDefaultLayoutAndAssign\":false",
        "\"chatLanguageSupport\":[{\"language\":\"de\"},{\"language\":\"en\",\"isActive\":true}]",
        "\"chatLanguageSupport\":[],\"desktopLayouts\":[]"
      })
  void anAgentThatShowsWhatWasSentIsTheCreatedOne(String shown) {
    String row = "{\"id\":\"a-2\",\"emailId\":\"AGENT.one@example.com\"," + shown + "}";
    vendor.cut().answer(200, listed(row));
    KoreAgent found =
        agents()
            .create(filled().build())
            .lookUpIn(Vendor.ORG)
            .onUnknown(OnUnknown.lookUp())
            .execute();
    assertThat(found.id()).isEqualTo("a-2");
  }

  @Test
  void theSameAddressWithAnotherCustomIdStandsInItsWay() {
    vendor
        .cut()
        .answer(
            200,
            "[{\"id\":\"a-2\",\"emailId\":\"agent.one@example.com\",\"customId\":\"EXT-1002\"}]");
    assertThatItStandsInTheWay(Samples.agent().customId("EXT-1001").build());
  }

  @Test
  void anotherAgentWithTheCustomIdStandsInItsWay() {
    vendor.cut().answer(200, "[{\"id\":\"a-2\",\"emailId\":\"other@example.com\"}]");
    assertThatItStandsInTheWay(Samples.agent().customId("EXT-1001").build());
  }

  private void assertThatItStandsInTheWay(NewKoreAgent agent) {
    int before = vendor.requests();
    KoreAgentCreateCall create =
        agents().create(agent).lookUpIn(Vendor.ORG).onUnknown(OnUnknown.lookUpThenResend());
    UnconfirmedWriteException lost =
        catchThrowableOfType(UnconfirmedWriteException.class, create::execute);
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen()).hasSize(1).first().hasFieldOrPropertyWithValue("id", "a-2");
    assertThat(vendor.requests() - before).isEqualTo(2);
  }

  @Test
  void anAnswerWithAnotherAddressIsNotTheCreatedAgent() {
    vendor.answer(200, "{\"userId\":\"u-2\",\"emailId\":\"other@example.com\"}");
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class,
            () -> agents().create(Samples.agent().build()).execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost).hasMessageNotContaining("example.com");
  }

  @Test
  void aGatewaysPageDoesNotSayThatTheAgentIsNotThere() {
    vendor.cut().answer(404, "default backend - 404");
    NewKoreAgent agent = Samples.agent().customId("EXT-1001").build();
    assertThatThrownBy(
            () -> agents().create(agent).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOf(ConnectionException.class);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @Test
  void saysThatItDoesNotKnowWhenItIsNotFound() {
    vendor.cut().answer(404, "{\"errors\":[{\"msg\":\"not found\",\"code\":404}]}");
    NewKoreAgent agent = Samples.agent().customId("EXT-1001").build();
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class,
            () -> agents().create(agent).onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.searched()).isZero();
    assertThat(vendor.requests()).isEqualTo(2);
  }
}
