package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class KoreAgentsTest {

  private static Map<String, Object> agent(KoreSandbox sandbox, String email) {
    Map<String, Object> agent = new LinkedHashMap<>();
    agent.put("emailId", email);
    agent.put("firstName", "Nov");
    agent.put("lastName", "Agent");
    agent.put("roleId", sandbox.agentRoleId());
    agent.put("phoneNumber", "12025550102");
    agent.put("agentGroupId", sandbox.defaultAgentGroupId());
    agent.put("customId", "EXT/10 01".replace(" ", "+"));
    agent.put("canSupportVoice", true);
    agent.put("voiceLanguageSupport", List.of(Map.of("language", "en", "proficiency", "expert")));
    agent.put("queues", List.of(Map.of("id", sandbox.defaultQueueId(), "isPreferredAgent", true)));
    agent.put("createDefaultLayoutAndAssign", true);
    return agent;
  }

  private static Http.Answer create(KoreSandbox sandbox, Map<String, Object> agent)
      throws Exception {
    return new KoreCalls(sandbox).call("POST", "/agents", Http.json(agent));
  }

  private static String onlyId(KoreSandbox sandbox) {
    return (String) sandbox.agents().get(0).get("id");
  }

  @Test
  void createsWithoutAnIdAndWithANumberForThePhone(KoreSandbox sandbox) throws Exception {
    Http.Answer answer = create(sandbox, agent(sandbox, "nov@example.com"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object())
        .containsEntry("phoneNumber", 12025550102L)
        .containsEntry("orgId", sandbox.orgId())
        .containsKeys("userId", "profImage", "maxDigitalChatSupport")
        .doesNotContainKeys("id", "accountId", "status", "customId");
    assertThat(onlyId(sandbox)).startsWith("a-");
  }

  @Test
  void createsInTheOlderShapeWhenTold() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().agentCreateWithId().start()) {
      assertThat(create(sandbox, agent(sandbox, "nov@example.com")).object())
          .containsEntry("phoneNumber", "12025550102")
          .containsEntry("id", onlyId(sandbox));
    }
  }

  @Test
  void refusesAnEmailTwice(KoreSandbox sandbox) throws Exception {
    create(sandbox, agent(sandbox, "nov@example.com"));
    Http.Answer again = create(sandbox, agent(sandbox, "NOV@example.com"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.error()).contains("already exists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"emailId", "firstName", "lastName", "roleId"})
  void wantsEveryRequiredField(String field) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Map<String, Object> agent = agent(sandbox, "nov@example.com");
      agent.remove(field);
      assertThat(create(sandbox, agent).status()).isEqualTo(412);
    }
  }

  @Test
  void checksTheTypesOfOptionalFields(KoreSandbox sandbox) throws Exception {
    Map<String, Object> wrong =
        Map.of(
            "emailId",
            "no address",
            "canSupportVoice",
            "yes",
            "customId",
            "a b",
            "phoneNumber",
            1,
            "maxChatSupport",
            1.5,
            "voiceLanguageSupport",
            List.of(Map.of("language", "en")),
            "queues",
            List.of(Map.of()),
            "agentGroupId",
            5);
    for (Map.Entry<String, Object> entry : wrong.entrySet()) {
      Map<String, Object> agent = agent(sandbox, "nov@example.com");
      agent.put(entry.getKey(), entry.getValue());
      Http.Answer answer = create(sandbox, agent);
      assertThat(answer.status()).as(entry.getKey()).isEqualTo(412);
      assertThat(answer.header("X-Sandbox-Problem")).contains(entry.getKey());
    }
  }

  @Test
  void checksReferencesWhenTold() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().checkReferences().start()) {
      Map<String, Object> agent = agent(sandbox, "nov@example.com");
      agent.put("roleId", "unknown");
      assertThat(create(sandbox, agent).status()).isEqualTo(400);
      assertThat(create(sandbox, agent(sandbox, "nov@example.com")).status()).isEqualTo(200);
    }
  }

  @Test
  void listsByOrganisation(KoreSandbox sandbox) throws Exception {
    create(sandbox, agent(sandbox, "nov@example.com"));
    KoreCalls kore = new KoreCalls(sandbox);
    String path = "/organizations/" + sandbox.orgId() + "/agents?page=1&includeQueues=";

    Map<String, Object> row = kore.get(path + "True").array("results").get(0);

    assertThat(row)
        .containsEntry("id", onlyId(sandbox))
        .containsEntry("role", "Agent")
        .containsEntry("phoneNumber", "12025550102")
        .containsEntry("status", "ACTIVE")
        .containsKeys("agentGroups", "queues");
    assertThat(kore.get(path + "false").array("results").get(0)).doesNotContainKey("queues");
    assertThat(kore.get("/organizations/o-other/agents").status()).isEqualTo(400);
  }

  @Test
  void getsUpdatesAndDeletes(KoreSandbox sandbox) throws Exception {
    create(sandbox, agent(sandbox, "nov@example.com"));
    KoreCalls kore = new KoreCalls(sandbox);
    String path = "/agents/" + onlyId(sandbox);

    Map<String, Object> full = kore.get(path).object();
    assertThat(full).containsEntry("fullName", "Nov Agent").containsKeys("iceServers", "iId");
    assertThat(kore.call("PUT", path, "{\"firstName\":\"X\"}").status()).isEqualTo(412);
    full.put("firstName", "Dec");
    full.put("agentGroupId", sandbox.defaultAgentGroupId());
    assertThat(kore.call("PUT", path, Http.json(full)).object())
        .containsEntry("firstName", "Dec")
        .containsEntry("id", onlyId(sandbox));
    assertThat(kore.call("DELETE", path, "").object()).containsEntry("status", "ACTIVE");
    assertThat(kore.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(KoreCustomIdAnswer.class)
  void findsByCustomIdInEveryShape(KoreCustomIdAnswer shape) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().customIdAnswer(shape).start()) {
      create(sandbox, agent(sandbox, "nov@example.com"));
      String body = new KoreCalls(sandbox).get("/agents/customId/EXT%2F10+01").body();
      assertThat(body).contains(onlyId(sandbox));
      assertThat(body.charAt(0))
          .isEqualTo(
              switch (shape) {
                case AGENTS, IDS -> '[';
                case AGENT -> '{';
                case ID -> '"';
              });
    }
  }

  @Test
  void tellsAvailabilityByStatus(KoreSandbox sandbox) throws Exception {
    String id = sandbox.addAgent(Map.of("emailId", "a@example.com", "onlineStatusType", "BUSY"));
    sandbox.addAgent(Map.of("emailId", "b@example.com"));
    Http.Answer answer =
        new KoreCalls(sandbox)
            .call("POST", "/agents/availability", Http.json(Map.of("agentIds", List.of(id))));
    assertThat(answer.object()).containsOnlyKeys("AVAILABLE", "BUSY", "OFFLINE", "AWAY");
    assertThat(answer.array("BUSY").get(0)).containsEntry("_id", id);
    assertThat(answer.array("OFFLINE")).isEmpty();
  }

  @Test
  void tellsAgentsOfQueuesAndQueuesOfAgents(KoreSandbox sandbox) throws Exception {
    create(sandbox, agent(sandbox, "nov@example.com"));
    KoreCalls kore = new KoreCalls(sandbox);
    String queue = sandbox.defaultQueueId();
    assertThat(
            kore.call("POST", "/queues/agents", Http.json(Map.of("queueIds", List.of(queue))))
                .array())
        .extracting("aId")
        .containsExactly(onlyId(sandbox));
    assertThat(
            kore.call(
                    "POST",
                    "/queues/agents",
                    Http.json(Map.of("agentIds", List.of(onlyId(sandbox)))))
                .body())
        .isEqualTo("[\"" + queue + "\"]");
  }

  @Test
  void looksUpGroupsQueuesAndSkills(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    String group = sandbox.addSkillGroup("Languages");
    String skill = sandbox.addSkill(group, "French");
    sandbox.addQueue("Sales");

    assertThat(kore.get("/agent-groups").array("results"))
        .extracting("name")
        .containsExactly("Default");
    assertThat(kore.get("/agent-groups").object()).containsKey("skip").doesNotContainKey("page");
    assertThat(kore.get("/agent-groups/" + sandbox.defaultAgentGroupId()).object())
        .containsEntry("isDefault", true);
    assertThat(kore.get("/agent-groups/ag-none").status()).isEqualTo(404);
    assertThat(kore.get("/queues").array("results"))
        .extracting("name")
        .containsExactly("Default", "Sales");
    assertThat(kore.get("/queues").object()).containsEntry("page", 1);
    assertThat(kore.get("/skill-groups").array("results")).extracting("id").containsExactly(group);
    assertThat(kore.get("/skill-groups/" + group + "/skills?limit=10&page=1").array("results"))
        .extracting("id")
        .containsExactly(skill);
    assertThat(kore.get("/skill-groups/none/skills").status()).isEqualTo(404);
  }

  @Test
  void createsAnAgentGroupAndEchoesIt(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    Http.Answer answer =
        kore.call("POST", "/agent-groups", "{\"name\":\"N\",\"description\":\"D\"}");
    assertThat(answer.object()).containsOnlyKeys("name", "description");
    assertThat(kore.call("POST", "/agent-groups", "{\"name\":\"N\"}").status()).isEqualTo(412);
    assertThat(
            kore.call(
                    "POST",
                    "/agent-groups",
                    Http.json(Map.of("name", "n".repeat(51), "description", "d")))
                .status())
        .isEqualTo(412);
  }
}
