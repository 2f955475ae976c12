package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.agent;
import static dev.contactsdk.tests.e2e.Support.assertBody;
import static dev.contactsdk.tests.e2e.Support.assertSent;
import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.koreBase;
import static dev.contactsdk.tests.e2e.Support.last;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.KoreAgentAvailability;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreAvailabilityStatus;
import dev.contactsdk.kore.agents.KoreAvailableAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import dev.contactsdk.kore.lookups.KoreQueue;
import dev.contactsdk.kore.lookups.KoreRole;
import dev.contactsdk.kore.lookups.KoreSkill;
import dev.contactsdk.kore.lookups.KoreSkillGroup;
import dev.contactsdk.sandbox.KoreCustomIdAnswer;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.KoreScope;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KoreAgentsE2eTest {

  private static void with(KoreSandboxBuilder builder, BiConsumer<KoreSandbox, KoreClient> test) {
    try (KoreSandbox sandbox = builder.start();
        KoreClient client = sandbox.clientBuilder().timeSource(new VirtualClock()).build()) {
      test.accept(sandbox, client);
    }
  }

  private static KoreSandboxBuilder sandbox() {
    return KoreSandbox.builder().clock(new VirtualClock());
  }

  private static NewKoreAgent sample(KoreSandbox sandbox) {
    return NewKoreAgent.builder()
        .emailId("agent.one@example.com")
        .firstName("Ann")
        .lastName("Agent")
        .role(sandbox.agentRoleId())
        .nickName("Ann")
        .phoneNumber("12025550102")
        .agentGroup(sandbox.defaultAgentGroupId())
        .canSupportChat(true)
        .maxChatSupport(5)
        .canSupportVoice(true)
        .customId("EXT-1001")
        .chatLanguage("en", "expert")
        .voiceLanguage("en", "expert")
        .queue(sandbox.defaultQueueId(), Preferred.NO)
        .createDefaultLayoutAndAssign(true)
        .build();
  }

  @Test
  void anAgentIsSentAsDocumentedAndItsNumberIsReadFromANumber() {
    with(
        sandbox().checkReferences(),
        (sandbox, kore) -> {
          KoreAgent created = kore.agents().create(sample(sandbox)).execute();
          assertSent(last(sandbox), "POST", koreBase(sandbox) + "/agents");
          assertThat(last(sandbox).header("accountId")).isEqualTo(sandbox.accountId());
          assertThat(last(sandbox).claims()).containsEntry("appId", sandbox.clientId());
          assertBody(
              last(sandbox),
              """
              {"emailId": "agent.one@example.com", "firstName": "Ann", "lastName": "Agent",
               "roleId": "%s", "nickName": "Ann", "phoneNumber": "12025550102",
               "agentGroupId": "%s", "canSupportChat": true, "maxChatSupport": 5,
               "canSupportVoice": true, "customId": "EXT-1001",
               "chatLanguageSupport":
                 [{"language": "en", "proficiency": "expert", "isActive": true}],
               "voiceLanguageSupport":
                 [{"language": "en", "proficiency": "expert", "isActive": true}],
               "queues": [{"id": "%s", "isPreferredAgent": false}],
               "createDefaultLayoutAndAssign": true}
              """
                  .formatted(
                      sandbox.agentRoleId(),
                      sandbox.defaultAgentGroupId(),
                      sandbox.defaultQueueId()));
          assertThat(created.id()).isNull();
          assertThat(created.userId()).startsWith("u-");
          assertThat(created.phoneNumber()).isEqualTo("12025550102");
          assertThat(created.emailId()).isEqualTo("agent.one@example.com");
        });
  }

  @Test
  void aServerThatAnswersTheNewAgentsIdIsReadToo() {
    with(
        sandbox().agentCreateWithId(),
        (sandbox, kore) ->
            assertThat(kore.agents().create(sample(sandbox)).execute().id())
                .isEqualTo(sandbox.agents().get(0).get("id")));
  }

  @Test
  void anEmailAddressThatIsTakenIsAConflict() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          ApiException.Conflict conflict =
              failure(
                  ApiException.Conflict.class,
                  () -> kore.agents().create(sample(sandbox)).execute());
          assertThat(conflict.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(sandbox.agents()).hasSize(1);
        });
  }

  @Test
  void anUnknownGroupIsABadRequest() {
    with(
        sandbox().checkReferences(),
        (sandbox, kore) -> {
          NewKoreAgent agent =
              NewKoreAgent.builder()
                  .emailId("a@example.com")
                  .firstName("A")
                  .lastName("B")
                  .role(sandbox.agentRoleId())
                  .agentGroup("ag-nowhere")
                  .build();
          assertThat(failure(() -> kore.agents().create(agent).execute()))
              .isInstanceOf(ApiException.BadRequest.class)
              .hasMessageContaining("Invalid agentGroupId");
        });
  }

  @Test
  void agentsAreListedWithAndWithoutTheirQueues() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          KoreAgent plain = kore.agents().list(sandbox.orgId()).execute().items().get(0);
          String path = koreBase(sandbox) + "/organizations/" + sandbox.orgId() + "/agents";
          assertSent(last(sandbox), "GET", path + "?page=1");
          assertThat(plain.queues()).isEmpty();
          assertThat(plain.agentGroups().get(0).groupId()).isEqualTo(sandbox.defaultAgentGroupId());

          KoreAgent listed =
              kore.agents().list(sandbox.orgId()).includeQueues(true).execute().items().get(0);
          assertThat(last(sandbox).query())
              .containsEntry("page", "1")
              .containsEntry("includeQueues", "true");
          assertThat(listed.queues().get(0).id()).isEqualTo(sandbox.defaultQueueId());
          assertThat(listed.queues().get(0).isPreferred(listed.userId())).isFalse();
          assertThat(listed.phoneNumber()).isEqualTo("12025550102");
        });
  }

  @Test
  void manyAgentsAreListedCompletely() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          for (int i = 0; i < 34; i++) {
            sandbox.addAgent(Map.of("emailId", "a" + i + "@example.com", "firstName", "A" + i));
          }
          assertThat(list(kore.agents().list(sandbox.orgId()).items()))
              .extracting(KoreAgent::firstName)
              .doesNotHaveDuplicates()
              .hasSize(34);
          assertThat(list(kore.agents().list(sandbox.orgId()).pageSize(7).items())).hasSize(34);
        });
  }

  @Test
  void anotherOrganisationIsRefusedWithItsReason() {
    with(
        sandbox(),
        (sandbox, kore) ->
            assertThat(failure(() -> kore.agents().list("o-other").execute()))
                .isInstanceOf(ApiException.BadRequest.class)
                .hasMessageContaining("Invalid orgId"));
  }

  @Test
  void anAgentIsReadChangedAndWrittenBack() {
    with(
        sandbox().checkReferences(),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          String id = (String) sandbox.agents().get(0).get("id");
          KoreAgent read = kore.agents().get(id).execute();
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/agents/" + id);
          assertThat(read.iceServers()).isNotEmpty();
          assertThat(read.customId()).isEqualTo("EXT-1001");

          KoreAgent updated =
              kore.agents().update(id, read.toChanges().lastName("Changed").build()).execute();
          assertSent(last(sandbox), "PUT", koreBase(sandbox) + "/agents/" + id);
          Map<?, ?> body = (Map<?, ?>) Support.json(last(sandbox).body());
          for (String required :
              List.of(
                  "firstName",
                  "lastName",
                  "emailId",
                  "userId",
                  "accountId",
                  "orgId",
                  "roleId",
                  "iId",
                  "id",
                  "agentGroupId")) {
            assertThat(body.get(required)).as(required).isNotNull();
          }
          assertThat(updated.lastName()).isEqualTo("Changed");
          Map<String, Object> stored = sandbox.agents().get(0);
          assertThat(stored)
              .containsEntry("lastName", "Changed")
              .containsEntry("customId", "EXT-1001")
              .containsEntry("nickName", "Ann")
              .containsEntry("phoneNumber", "12025550102")
              .containsEntry("maxChatSupport", 5);
          assertThat(stored.get("queues").toString()).contains(sandbox.defaultQueueId());
          assertThat(stored.get("chatLanguageSupport").toString()).contains("expert");
        });
  }

  @Test
  void writingBackTwiceChangesNothingMore() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          String id = (String) sandbox.agents().get(0).get("id");
          KoreAgent first = kore.agents().get(id).execute();
          assertThat(kore.agents().update(id, first.toChanges().build()).execute().id())
              .isEqualTo(id);
          KoreAgent second = kore.agents().get(id).execute();
          assertThat(second.toChanges().build()).isEqualTo(first.toChanges().build());
        });
  }

  @Test
  void clearedQueuesAreGone() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          String id = (String) sandbox.agents().get(0).get("id");
          KoreAgent read = kore.agents().get(id).execute();
          KoreAgent updated =
              kore.agents().update(id, read.toChanges().clearQueues().build()).execute();
          assertThat(updated.queues()).isEmpty();
        });
  }

  @Test
  void aDeletedAgentIsDoneAlthoughItsAnswerSaysActive() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          String id = sandbox.addAgent(Map.of("emailId", "a@example.com", "firstName", "A"));
          Deleted<KoreAgent> deleted = kore.agents().delete(id).execute();
          assertSent(last(sandbox), "DELETE", koreBase(sandbox) + "/agents/" + id);
          assertThat(deleted.alreadyGone()).isFalse();
          assertThat(deleted.last().id()).isEqualTo(id);
          assertThat(sandbox.agents()).isEmpty();
          assertThat(failure(() -> kore.agents().delete(id).execute()))
              .isInstanceOf(ApiException.NotFound.class);
          assertThat(failure(() -> kore.agents().get(id).execute()))
              .isInstanceOf(ApiException.NotFound.class);
        });
  }

  @ParameterizedTest
  @EnumSource(KoreCustomIdAnswer.class)
  void agentsAreFoundByCustomIdInEveryAnswerShape(KoreCustomIdAnswer shape) {
    with(
        sandbox().customIdAnswer(shape),
        (sandbox, kore) -> {
          assertThat(kore.agents().create(sample(sandbox)).execute()).isNotNull();
          List<KoreAgent> found = kore.agents().findByCustomId("EXT-1001").execute();
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/agents/customId/EXT-1001");
          assertThat(found)
              .extracting(KoreAgent::id)
              .containsExactly((String) sandbox.agents().get(0).get("id"));
        });
  }

  @Test
  void aCustomIdWithSpecialCharactersIsEncoded() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          for (String id : List.of("EXT#10?&=%é", "EXT/10", "/a//b/", "a\\b", "a%2Fb")) {
            sandbox.addAgent(Map.of("emailId", "a@example.com", "firstName", "A", "customId", id));
            assertThat(kore.agents().findByCustomId(id).execute())
                .extracting(KoreAgent::customId)
                .containsExactly(id);
          }
        });
  }

  @Test
  void availabilityIsAskedForByIdsAndAnsweredByStatus() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          String free =
              sandbox.addAgent(
                  Map.of("emailId", "f@x.org", "firstName", "F", "onlineStatusType", "AVAILABLE"));
          String busy =
              sandbox.addAgent(
                  Map.of("emailId", "b@x.org", "firstName", "B", "onlineStatusType", "BUSY"));
          String lunch =
              sandbox.addAgent(
                  Map.of("emailId", "l@x.org", "firstName", "L", "onlineStatusType", "LUNCH"));
          KoreAgentAvailability all =
              kore.agents().availability(KoreAvailabilityQuery.builder().build()).execute();
          assertSent(last(sandbox), "POST", koreBase(sandbox) + "/agents/availability");
          assertBody(last(sandbox), "{}");
          assertThat(all.available()).extracting(KoreAvailableAgent::id).containsExactly(free);
          assertThat(all.of(KoreAvailabilityStatus.BUSY))
              .extracting(KoreAvailableAgent::id)
              .containsExactly(busy);
          assertThat(all.byStatus().get("LUNCH"))
              .extracting(KoreAvailableAgent::id)
              .containsExactly(lunch);
          assertThat(all.available().get(0).channelCapacity().get("liveChat").totalCapacity())
              .isEqualTo(5);

          KoreAgentAvailability some =
              kore.agents()
                  .availability(KoreAvailabilityQuery.builder().agent(busy).agent(lunch).build())
                  .execute();
          assertBody(last(sandbox), "{\"agentIds\": [\"%s\", \"%s\"]}".formatted(busy, lunch));
          assertThat(some.available()).isEmpty();

          KoreAgentAvailability none =
              kore.agents()
                  .availability(KoreAvailabilityQuery.builder().queue("qu-x").skill("s-y").build())
                  .execute();
          assertBody(last(sandbox), "{\"queueIds\": [\"qu-x\"], \"skillIds\": [\"s-y\"]}");
          assertThat(none.of(KoreAvailabilityStatus.BUSY)).isEmpty();
        });
  }

  @Test
  void groupsQueuesSkillGroupsAndSkillsAreLookedUp() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          String group = sandbox.addAgentGroup("Sales");
          String queue = sandbox.addQueue("Support");
          String skills = sandbox.addSkillGroup("Languages");
          String french = sandbox.addSkill(skills, "French");
          assertThat(list(kore.agentGroups().list().items()))
              .extracting(KoreAgentGroup::id)
              .containsExactly(sandbox.defaultAgentGroupId(), group);
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/agent-groups");
          assertThat(kore.agentGroups().get(group).execute().name()).isEqualTo("Sales");
          assertThat(list(kore.queues().list().items()))
              .extracting(KoreQueue::id)
              .containsExactly(sandbox.defaultQueueId(), queue);
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/queues");
          assertThat(list(kore.skillGroups().list().items()))
              .extracting(KoreSkillGroup::id)
              .containsExactly(skills);
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/skill-groups");
          assertThat(list(kore.skillGroups().skills(skills).items()))
              .extracting(KoreSkill::id)
              .containsExactly(french);
          assertSent(
              last(sandbox),
              "GET",
              koreBase(sandbox) + "/skill-groups/" + skills + "/skills?page=1&limit=50");
          sandbox
              .requests()
              .forEach(r -> assertThat(r.header("accountId")).isEqualTo(sandbox.accountId()));
        });
  }

  @Test
  void longLookUpListsAreComplete() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          String skills = sandbox.addSkillGroup("Many");
          for (int i = 0; i < 34; i++) {
            sandbox.addAgentGroup("G" + i);
            sandbox.addQueue("Q" + i);
            sandbox.addSkillGroup("S" + i);
            sandbox.addSkill(skills, "K" + i);
          }
          assertThat(list(kore.agentGroups().list().items())).hasSize(35).doesNotHaveDuplicates();
          assertThat(list(kore.queues().list().items())).hasSize(35).doesNotHaveDuplicates();
          assertThat(list(kore.skillGroups().list().items())).hasSize(35).doesNotHaveDuplicates();
          assertThat(list(kore.skillGroups().skills(skills).pageSize(10).items())).hasSize(34);
        });
  }

  @Test
  void rolesAreListedWithTheAdminPair() {
    with(
        sandbox(),
        (sandbox, kore) -> {
          String custom = sandbox.addRole("Supervisor");
          assertThat(list(kore.roles().list().items()))
              .extracting(KoreRole::id)
              .hasSize(3)
              .contains(sandbox.agentRoleId(), custom);
          assertThat(last(sandbox).claims()).containsEntry("appId", sandbox.adminClientId());
          assertThat(last(sandbox).path()).isEqualTo("/api/public/roles");
          assertThat(last(sandbox).query())
              .containsEntry("roleType", "bot")
              .containsEntry("limit", "50");
          assertThat(kore.contacts().list().execute().items()).isEmpty();
          assertThat(last(sandbox).claims()).containsEntry("appId", sandbox.clientId());
        });
  }

  @Test
  void withoutTheAdminPairRolesAreRefusedAtOnceAndSayWhatIsMissing() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore =
            KoreClient.builder()
                .baseUrl(sandbox.baseUrl())
                .streamId(sandbox.streamId())
                .accountId(sandbox.accountId())
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .build()) {
      SdkException refused = failure(() -> kore.roles().list().execute());
      assertThat(refused)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("adminCredentials(")
          .hasMessageContaining("Admin Console");
      assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(sandbox.requestCount()).isZero();
    }
  }

  @Test
  void theAppPairInPlaceOfTheAdminPairIsRefusedByTheVendor() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .adminCredentials(sandbox.clientId(), sandbox.clientSecret())
                .build()) {
      assertThat(failure(() -> kore.roles().list().execute()))
          .isInstanceOf(ApiException.Unauthorized.class);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void aMissingScopeIsAPermissionErrorThatNamesTheScopesAndIsNotRepeated() {
    with(
        sandbox().scopes(KoreScope.CONFIGURATION),
        (sandbox, kore) -> {
          assertThat(kore.contacts().list().execute().items()).isEmpty();
          sandbox.clearRequests();
          SdkException refused =
              failure(() -> kore.agents().create(agent(sandbox, "a@example.com")).execute());
          assertThat(refused)
              .isInstanceOf(ApiException.PermissionDenied.class)
              .hasMessageContaining("SmartAssist Analytics")
              .hasMessageContaining("published");
          assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(sandbox.requestCount()).isEqualTo(1);
        });
  }
}
