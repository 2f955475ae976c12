package dev.contactsdk.kore.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import dev.contactsdk.kore.lookups.KoreProficiency;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of an update. */
class AgentUpdateTest {
  private static KoreAgentChanges.Builder of(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return JsonType.of(KoreAgent.class).read(new ByteArrayInputStream(bytes)).toChanges();
  }

  private static Map<String, Object> sent(KoreAgentChanges.Builder changes) {
    return changes.build().properties();
  }

  @Test
  void setsEveryDocumentedField() {
    KoreAgentChanges.Builder all =
        KoreAgentChanges.builder()
            .userId("u-1")
            .orgId("o-1")
            .emailId("ann@example.com")
            .firstName("Ann")
            .lastName("Agent")
            .fullName("Ann Agent")
            .localizedFullName("ann agent")
            .role("r-1")
            .agentGroup("ag-1", KoreAgentGroupRole.MANAGER)
            .isAccountOwner(false)
            .canSupportCase(true)
            .canSupportVoiceMail(true)
            .attachmentsEnabled(true)
            .emojisEnabled(false)
            .agentAffinity(true)
            .internalChatPermission(true)
            .markedAutoAway(false)
            .maxCaseSupport(1)
            .maxTaskSupport(2)
            .maxVoiceMailSupport(3)
            .maxDigitalConvoLimit(4)
            .maxDigitalChatSupport(5)
            .maxEmailChatSupport(6)
            .maxMessagingChatSupport(0)
            .status(KoreAgentStatus.ACTIVE)
            .caseLanguage("en", KoreProficiency.EXPERT)
            .voiceSupport("softphone", true)
            .preference("theme", "dark")
            .hoursOfOperation("h-1")
            .callRegion("us-1")
            .profImage("no-avatar");
    assertThat(sent(all))
        .isEqualTo(
            Vendor.jsonObject(
                """
                {"userId":"u-1","orgId":"o-1","emailId":"ann@example.com","firstName":"Ann",
                 "lastName":"Agent","fullName":"Ann Agent","lFullName":"ann agent","roleId":"r-1",
                 "agentGroupId":"ag-1","agentGroups":[{"groupId":"ag-1","role":"manager"}],
                 "isAccountOwner":false,"canSupportCase":true,"canSupportVoiceMail":true,
                 "attachmentsEnabled":true,"emojisEnabled":false,"agentAffinity":true,
                 "internalChatPermission":true,"markedAutoAway":false,"maxCaseSupport":1,
                 "maxTaskSupport":2,"maxVoiceMailSupport":3,"maxDigitalConvoLimit":4,
                 "maxDigitalChatSupport":5,"maxEmailChatSupport":6,"maxMessagingChatSupport":0,
                 "status":"ACTIVE",
                 "caseLanguageSupport":[{"language":"en","proficiency":"expert","isActive":true}],
                 "voiceSupport":[{"type":"softphone","isEnabled":true}],
                 "preferences":{"theme":"dark"},"hoursOfOperationId":"h-1","callRegion":"us-1",
                 "profImage":"no-avatar"}\
                """));
  }

  @Test
  void switchesALanguageOffAndKeepsTheOthersAndWhatIsUnknown() {
    String agent =
        """
        {"chatLanguageSupport":[
           {"language":"en","proficiency":"expert","isActive":true,"accent":"us"},
           {"language":"de","proficiency":"average","isActive":true}],
         "voiceLanguageSupport":[{"language":"en","proficiency":"expert","isActive":true}],
         "caseLanguageSupport":[{"language":"en","proficiency":"expert","isActive":true}]}\
        """;
    Map<String, Object> sent =
        sent(
            of(agent)
                .chatLanguage("en", KoreProficiency.EXPERT, false)
                .voiceLanguage("fr", KoreProficiency.AVERAGE, false)
                .clearCaseLanguages()
                .caseLanguage("de", KoreProficiency.EXPERT, false));
    assertThat(sent)
        .isEqualTo(
            Vendor.jsonObject(
                """
                {"chatLanguageSupport":[
                   {"language":"en","proficiency":"expert","isActive":false,"accent":"us"},
                   {"language":"de","proficiency":"average","isActive":true}],
                 "voiceLanguageSupport":[
                   {"language":"en","proficiency":"expert","isActive":true},
                   {"language":"fr","proficiency":"average","isActive":false}],
                 "caseLanguageSupport":[{"language":"de","proficiency":"expert","isActive":false}]}\
                """));
  }

  @Test
  void aNewAgentsLanguageMayBeInactive() {
    assertThat(
            Samples.agent().chatLanguage("en", KoreProficiency.EXPERT, false).build().properties())
        .containsEntry(
            "chatLanguageSupport",
            List.of(Map.of("language", "en", "proficiency", "expert", "isActive", false)));
  }

  @Test
  void changesASkillAQueueALayoutAndAWayToTakeCallsInPlace() {
    String agent =
        """
        {"skills":[{"skillId":"s-1","id":"x","proficiencyLevel":"average","name":"Sales"}],
         "queues":[{"id":"qu-1","name":"Default","isPreferredAgent":false}],
         "desktopLayouts":[{"id":"ly-1","name":"Usual","isDefault":true},{"id":"ly-2"}],
         "voiceSupport":[{"type":"sip","isEnabled":true}],"preferences":{"theme":"dark"}}\
        """;
    Map<String, Object> sent =
        sent(
            of(agent)
                .skill("s-1", KoreProficiency.EXPERT)
                .queue("qu-1", Preferred.YES)
                .queue("qu-2", Preferred.NO)
                .desktopLayout("ly-1", false)
                .desktopLayout("ly-2", true)
                .voiceSupport("sip", false)
                .preference("sound", false));
    assertThat(sent)
        .isEqualTo(
            Vendor.jsonObject(
                """
                {"skills":[
                   {"skillId":"s-1","id":"x","proficiencyLevel":"expert","name":"Sales"}],
                 "queues":[{"id":"qu-1","name":"Default","isPreferredAgent":true},
                   {"id":"qu-2","isPreferredAgent":false}],
                 "desktopLayouts":[{"id":"ly-1","name":"Usual","isDefault":false},
                   {"id":"ly-2","isDefault":true}],
                 "voiceSupport":[{"type":"sip","isEnabled":false}],
                 "preferences":{"theme":"dark","sound":false}}\
                """));
  }

  private static final String MANAGER =
      """
      {"agentGroupId":"ag-2","agentGroups":[
         {"groupId":"ag-1","role":"agent","name":"West"},
         {"groupId":"ag-2","role":"manager","accessLevel":"full","name":"East"}]}\
      """;

  @Test
  void anAgentStaysInAGroupWhatItWas() {
    assertThat(sent(of(MANAGER).agentGroup("ag-2")))
        .containsEntry("agentGroupId", "ag-2")
        .containsEntry(
            "agentGroups",
            List.of(
                Map.of(
                    "groupId", "ag-2", "role", "manager", "accessLevel", "full", "name", "East")));
    assertThat(sent(of(MANAGER).agentGroup("ag-1")))
        .containsEntry(
            "agentGroups", List.of(Map.of("groupId", "ag-1", "role", "agent", "name", "West")));
  }

  @Test
  void aManagerWhoMovesStaysAManager() {
    assertThat(sent(of(MANAGER).agentGroup("ag-3")))
        .containsEntry("agentGroupId", "ag-3")
        .containsEntry(
            "agentGroups",
            List.of(Map.of("groupId", "ag-3", "role", "manager", "accessLevel", "full")));
    assertThat(sent(of(MANAGER).agentGroup("ag-3", KoreAgentGroupRole.AGENT)))
        .containsEntry("agentGroups", List.of(Map.of("groupId", "ag-3", "role", "agent")));
  }

  @Test
  void aRoleInOneGroupLeavesTheOthersAlone() {
    assertThat(sent(of(MANAGER).inGroup("ag-1", KoreAgentGroupRole.MANAGER)))
        .containsEntry("agentGroupId", "ag-2")
        .containsEntry(
            "agentGroups",
            List.of(
                Map.of("groupId", "ag-1", "role", "manager", "name", "West"),
                Map.of(
                    "groupId", "ag-2", "role", "manager", "accessLevel", "full", "name", "East")));
  }

  @Test
  void refusesWhatCannotBeRight() {
    KoreAgentChanges.Builder changes = KoreAgentChanges.builder();
    assertThatThrownBy(() -> changes.maxEmailChatSupport(-1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("maxEmailChatSupport must not be negative, but was -1");
    assertThatThrownBy(() -> changes.caseLanguage(" ", KoreProficiency.EXPERT))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> changes.inGroup("", KoreAgentGroupRole.AGENT))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(changes.build().properties()).isEmpty();
  }
}
