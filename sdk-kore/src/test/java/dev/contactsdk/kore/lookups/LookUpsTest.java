package dev.contactsdk.kore.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.Tokens;
import dev.contactsdk.kore.Vendor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpsTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private void sent(String line) {
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo(line);
    assertThat(request.getHeaders().get("accountId")).isEqualTo(Vendor.ACCOUNT);
  }

  @Test
  void listsAndGetsAgentGroups() {
    vendor.answer("agent-groups-list").answer("agent-groups-get");
    List<KoreAgentGroup> groups = vendor.client().agentGroups().list().stream().toList();
    sent("GET " + Vendor.BASE + "/agent-groups");
    KoreAgentGroup expected =
        new KoreAgentGroup(
            "ag-1a2b3c4-1111-4222-8333-444455556666",
            "Default",
            "default",
            "Default group",
            true,
            false,
            "ACTIVE",
            Vendor.STREAM,
            Vendor.ORG,
            Vendor.USER,
            null,
            Instant.parse("2026-01-01T08:00:00Z"),
            Instant.parse("2026-01-02T08:00:00Z"),
            3,
            List.of(Map.of("userId", Vendor.USER)),
            Map.of());
    assertThat(groups).containsExactly(expected);
    assertThat(vendor.client().agentGroups().get(expected.id()).execute()).isEqualTo(expected);
    sent("GET " + Vendor.BASE + "/agent-groups/" + expected.id());
  }

  @Test
  void listsQueuesAndAsksOnWhereTheAnswerSaysThatThereAreMore() {
    vendor.answer("queues-list").answer("queues-list-end");
    List<KoreQueue> queues = vendor.client().queues().list().stream().toList();
    sent("GET " + Vendor.BASE + "/queues");
    sent("GET " + Vendor.BASE + "/queues?page=2&skip=1");
    assertThat(queues).hasSize(1);
    KoreQueue queue = queues.get(0);
    assertThat(queue.id()).isEqualTo("qu-1a2b3c4-1111-4222-8333-444455556666");
    assertThat(queue.name()).isEqualTo("Default");
    assertThat(queue.description()).isEqualTo("Default queue");
    assertThat(queue.isActive()).isTrue();
    assertThat(queue.isDefault()).isTrue();
    assertThat(queue.isAdvancedRoutingEnabled()).isFalse();
    assertThat(queue.orgId()).isEqualTo(Vendor.ORG);
    assertThat(queue.createdBy()).isEqualTo(Vendor.USER);
    assertThat(queue.hoursOfOperation()).isEqualTo(Map.of("id", "67ff00000000000000000001"));
    assertThat(queue.agents())
        .containsExactly(new KoreQueueAgent(Vendor.USER, Vendor.AGENT, true, Map.of()));
    assertThat(queue.skills().get(0).skill()).isEqualTo("67ee00000000000000000001");
    assertThat(queue.agentGroups()).hasSize(1);
    assertThat(queue.sourceAgentGroups()).containsExactly("ag-1a2b3c4-1111-4222-8333-444455556666");
    assertThat(queue.advancedSettings()).isEqualTo(Map.of("overflow", true));
    assertThat(queue.additionalProperties()).isEmpty();
  }

  @Test
  void endsQueuesPastTheLastPageWhateverTheAnswerSays() {
    vendor.answer("queues-list");
    vendor.answer(200, Vendor.text("queues-list-end").replace("false", "true"));
    assertThat(vendor.client().queues().list().stream()).hasSize(1);
  }

  @Test
  void endsQueuesWhereTheSamePageComesAgain() {
    vendor.answer("queues-list").answer("queues-list");
    assertThat(vendor.client().queues().list().stream()).hasSize(1);
  }

  @Test
  void listsSkillGroupsAndTheirSkills() {
    vendor.answer("skill-groups-list").answer("skills-list");
    KoreSkillGroup group = vendor.client().skillGroups().list().execute().items().get(0);
    sent("GET " + Vendor.BASE + "/skill-groups");
    assertThat(group)
        .isEqualTo(
            new KoreSkillGroup(
                "67dd00000000000000000001", "Finance", "Money", "#336699", Map.of()));
    assertThat(vendor.client().skillGroups().skills(group.id()).execute().items())
        .containsExactly(
            new KoreSkill(
                "67ee00000000000000000001",
                "Billing",
                "Bills",
                4,
                "67dd00000000000000000001",
                Map.of()));
    sent("GET " + Vendor.BASE + "/skill-groups/67dd00000000000000000001/skills?page=1&limit=50");
  }

  @Test
  void listsRolesWithTheAdminCredential() {
    vendor.answer("roles-list");
    List<KoreRole> roles = vendor.client().roles().list().stream().toList();
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo("GET /api/public/roles?roleType=bot&limit=50");
    assertThat(Tokens.claims(request)).containsEntry("appId", "cs-admin");
    assertThat(roles.get(0))
        .isEqualTo(
            new KoreRole(
                "67cc00000000000000000001",
                "bot",
                "Agent",
                "Agent role",
                Map.of("chat", true),
                Map.of()));
    assertThat(roles.get(1).id()).isNull();
    assertThat(roles.get(1).role()).isEqualTo("Account Admin");
  }

  @Test
  void failsLoudlyWhereMoreRolesCannotBeHad() {
    String more =
        "{\"total\":60,\"availableMore\":true,\"roles\":[{\"_id\":\"1\",\"role\":\"Agent\"}]}";
    vendor.answer(200, more).answer(200, more);
    assertThatThrownBy(() -> vendor.client().roles().list().stream().toList())
        .isInstanceOf(IncompleteListException.class);
    assertThatThrownBy(() -> vendor.client().roles().list().pageSize(51))
        .hasMessageContaining("between 1 and 50");
  }

  @Test
  void saysWhatRolesNeed() {
    try (KoreClient client =
        KoreClient.builder()
            .baseUrl(vendor.url())
            .streamId("st-1")
            .accountId("1")
            .credentials(Vendor.CLIENT_ID, Vendor.SECRET)
            .build()) {
      assertThatThrownBy(client::roles)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("adminCredentials")
          .hasMessageContaining("Admin Console");
    }
  }

  @Test
  void createsAnAgentGroupWhoseAnswerHasNoId() {
    vendor.answer("agent-groups-create");
    KoreAgentGroup group =
        vendor
            .client()
            .agentGroups()
            .create(NewKoreAgentGroup.builder().name("West").description("The west coast").build())
            .execute();
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo("POST " + Vendor.BASE + "/agent-groups");
    assertThat(Vendor.json(request))
        .isEqualTo(Map.of("name", "West", "description", "The west coast"));
    assertThat(group.id()).isNull();
    assertThat(group.name()).isEqualTo("West");
    assertThat(group.description()).isEqualTo("The west coast");
  }

  @Test
  void aCreatedGroupIsNeverSentTwiceAndNeedsAName() {
    NewKoreAgentGroup west = NewKoreAgentGroup.builder().name("W").description("d").build();
    vendor.cut();
    assertThatThrownBy(() -> vendor.client().agentGroups().create(west).execute())
        .isInstanceOfSatisfying(
            SdkException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.requests()).isEqualTo(1);
    vendor.answer(200, "7");
    assertThatThrownBy(() -> vendor.client().agentGroups().create(west).execute())
        .isInstanceOf(ResponseFormatException.class);
  }

  @Test
  void refusesAGroupWithoutNameOrWithALongOne() {
    assertThatThrownBy(() -> NewKoreAgentGroup.builder().name("").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("name, description");
    assertThatThrownBy(
            () -> NewKoreAgentGroup.builder().name("x".repeat(51)).description("d").build())
        .hasMessageContaining("name must have at most 50 characters, but has 51");
    assertThatThrownBy(
            () -> NewKoreAgentGroup.builder().name("n").description("x".repeat(51)).build())
        .hasMessageContaining("description must have at most 50 characters, but has 51");
    assertThatThrownBy(() -> vendor.client().agentGroups().create(null))
        .hasMessageContaining("the agent group is null");
  }

  @Test
  void listsTheAgentsOfQueuesAndTheQueuesOfAgents() {
    vendor.answer("queues-agents").cut().answer("queues-of-agents");
    KoreQueues queues = vendor.client().queues();
    assertThat(queues.agents(List.of("qu-1", "qu-2")).execute())
        .containsExactly(
            new KoreAgentReference(Vendor.AGENT, Vendor.USER, "Ann Agent", "no-avatar", Map.of()));
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo("POST " + Vendor.BASE + "/queues/agents");
    assertThat(Vendor.json(request)).isEqualTo(Map.of("queueIds", List.of("qu-1", "qu-2")));
    assertThat(queues.ofAgents(List.of(Vendor.AGENT)).execute()).containsExactly("qu-1", "qu-2");
    vendor.request();
    assertThat(Vendor.json(vendor.request())).isEqualTo(Map.of("agentIds", List.of(Vendor.AGENT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "\"OK\"", "7", "[[]]", "[null]", "{\"id\":\"qu-1\"}", "[\"qu-1\",{}]"})
  void whatIsNoListOfIdsIsUnreadable(String body) {
    vendor.answer(200, body);
    assertThatThrownBy(() -> vendor.client().queues().ofAgents(List.of("a-1")).execute())
        .isInstanceOf(ResponseFormatException.class);
  }

  @Test
  void readsQueuesThatComeAsObjectsAndAnEmptyList() {
    vendor.answer(200, "[{\"id\":\"qu-1\",\"name\":\"Default\"}]").answer(200, "[]");
    KoreQueues queues = vendor.client().queues();
    assertThat(queues.ofAgents(List.of("a-1")).execute()).containsExactly("qu-1");
    assertThat(queues.agents(List.of("qu-1")).execute()).isEmpty();
  }

  @Test
  void refusesQueuesAndAgentsWithoutIds() {
    KoreQueues queues = vendor.client().queues();
    for (List<String> ids :
        Arrays.<List<String>>asList(null, List.of(), Arrays.asList("a", null), List.of(" "))) {
      assertThatThrownBy(() -> queues.agents(ids))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the list of queue ids");
      assertThatThrownBy(() -> queues.ofAgents(ids))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the list of agent ids");
    }
    assertThat(vendor.requests()).isZero();
  }
}
