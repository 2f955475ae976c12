package dev.contactsdk.kore.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import dev.contactsdk.kore.lookups.KoreAgentSkill;
import dev.contactsdk.kore.lookups.KoreProficiency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentAnswersTest {
  private static final String GROUP = "ag-1a2b3c4-1111-4222-8333-444455556666";
  private static final String QUEUE = "qu-1a2b3c4-1111-4222-8333-444455556666";
  private static final String LAYOUT = "ly-1a2b3c4-1111-4222-8333-444455556666";
  private static final KoreLanguageSupport ENGLISH =
      new KoreLanguageSupport("en", KoreProficiency.EXPERT, true, Map.of());

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreAgent got(String fixture) {
    return vendor.answer(fixture).client().agents().get(Vendor.AGENT).execute();
  }

  @Test
  void readsTheCreatedAgentWithoutId() {
    KoreAgent agent =
        vendor.answer("agents-create").client().agents().create(Samples.agent().build()).execute();
    assertThat(agent.id()).isNull();
    assertThat(agent.status()).isNull();
    assertThat(agent.userId()).isEqualTo(Vendor.USER);
    assertThat(agent.orgId()).isEqualTo(Vendor.ORG);
    assertThat(agent.emailId()).isEqualTo("agent.one@example.com");
    assertThat(agent.phoneNumber()).isEqualTo("12025550102");
    assertThat(agent.agentGroupId()).isEqualTo(GROUP);
    assertThat(agent.canSupportChat()).isTrue();
    assertThat(agent.canSupportVoice()).isTrue();
    assertThat(agent.maxChatSupport()).isEqualTo(5);
    assertThat(agent.roleId()).isEqualTo("67cc00000000000000000001");
    assertThat(agent.chatLanguageSupport()).containsExactly(ENGLISH);
    assertThat(agent.voiceLanguageSupport()).containsExactly(ENGLISH);
    assertThat(agent.skills()).isEmpty();
    assertThat(agent.desktopLayouts()).isEmpty();
    assertThat(agent.queues().get(0).id()).isEqualTo(QUEUE);
    assertThat(agent.queues().get(0).isPreferred(Vendor.USER)).isFalse();
    assertThat(agent.createDefaultLayoutAndAssign()).isTrue();
    assertThat(agent.emojisEnabled()).isFalse();
    assertThat(agent.callRegion()).isEqualTo("us-1");
    assertThat(agent.maxDigitalChatSupport()).isEqualTo(6);
    assertThat(agent.maxEmailChatSupport()).isEqualTo(7);
    assertThat(agent.maxMessagingChatSupport()).isEqualTo(8);
    assertThat(agent.additionalProperties()).isEmpty();
  }

  @Test
  void readsTheCreatedAgentOfTheOlderPage() {
    KoreAgent agent =
        vendor
            .answer("agents-create-older")
            .client()
            .agents()
            .create(Samples.agent().build())
            .execute();
    assertThat(agent.id()).isEqualTo(Vendor.AGENT);
    KoreAgentSkill skill = agent.skills().get(0);
    assertThat(skill.skill()).isEqualTo("sk-1a2b3c4-1111-4222-8333-444455556666");
    assertThat(skill.id()).isEqualTo("s-1a2b3c4-1111-4222-8333-444455556666");
    assertThat(skill.proficiencyLevel()).isEqualTo(KoreProficiency.AVERAGE);
    assertThat(skill.createdBy()).isEqualTo(Vendor.USER);
    assertThat(skill.orgId()).isEqualTo(Vendor.ORG);
    assertThat(skill.accountId()).isEqualTo(Vendor.ACCOUNT);
  }

  @Test
  void readsTheListAfterItsSample() {
    KoreAgent agent =
        vendor.answer("agents-list").client().agents().list(Vendor.ORG).execute().items().get(0);
    assertThat(agent.id()).isEqualTo(Vendor.AGENT);
    assertThat(agent.status()).isEqualTo(KoreAgentStatus.ACTIVE);
    assertThat(agent.agentGroups())
        .containsExactly(
            new KoreAgentGroupMembership(GROUP, "Default", "manager", "full", Map.of()));
    assertThat(agent.onlineStatus()).isEqualTo("Offline");
    assertThat(agent.onlineStatusType()).isEqualTo("OFFLINE");
    assertThat(agent.hoursOfOperationId()).isEqualTo("67ff00000000000000000001");
    assertThat(agent.createdAt()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
    assertThat(agent.updatedAt()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
    assertThat(agent.lastOnlineAt()).isEqualTo(Instant.parse("2026-01-03T08:00:00Z"));
    assertThat(agent.desktopLayouts())
        .containsExactly(new KoreDesktopLayout(LAYOUT, null, true, Map.of()));
    assertThat(agent.isAccountOwner()).isTrue();
    assertThat(agent.sipURI()).isEqualTo("sip:canary-sip@example.invalid");
    assertThat(agent.role()).isEqualTo("Administrator");
    assertThat(agent.createdBy()).isEqualTo(Vendor.USER);
    KoreAgentSkill skill = agent.skills().get(0);
    assertThat(skill.skill()).isEqualTo("67ee00000000000000000001");
    assertThat(skill.name()).isEqualTo("Billing");
    assertThat(skill.skillGroupId()).isEqualTo("67dd00000000000000000001");
    assertThat(skill.skillGroupName()).isEqualTo("Finance");
    assertThat(skill.skillGroupColor()).isEqualTo("#336699");
    KoreAgentQueue queue = agent.queues().get(0);
    assertThat(queue.name()).isEqualTo("Default");
    assertThat(queue.isPreferredAgent()).isNull();
    assertThat(queue.isPreferred(agent.userId())).isTrue();
    assertThat(queue.isPreferred("u-nobody")).isNull();
    assertThat(agent.additionalProperties()).isEmpty();
  }

  @Test
  void readsTheListAfterItsTable() {
    KoreAgent agent =
        vendor
            .answer("agents-list-table")
            .client()
            .agents()
            .list(Vendor.ORG)
            .execute()
            .items()
            .get(0);
    assertThat(agent.name()).isEqualTo("Ann Agent");
    assertThat(agent.emailId()).isEqualTo("agent.one@example.com");
    assertThat(agent.isActive()).isTrue();
  }

  @Test
  void readsAllOfOneAgent() {
    KoreAgent agent = got("agents-get");
    assertThat(agent.fullName()).isEqualTo("Ann Agent");
    assertThat(agent.lFullName()).isEqualTo("ann agent");
    assertThat(agent.name()).isEqualTo("Ann Agent");
    assertThat(agent.nickName()).isEqualTo("Ann");
    assertThat(agent.customId()).isEqualTo("EXT-1001");
    assertThat(agent.accountId()).isEqualTo(Vendor.ACCOUNT);
    assertThat(agent.iId()).isEqualTo(Vendor.STREAM);
    assertThat(agent.canSupportCase()).isFalse();
    assertThat(agent.canSupportVoiceMail()).isTrue();
    assertThat(agent.maxCaseSupport()).isEqualTo(1);
    assertThat(agent.maxTaskSupport()).isEqualTo(2);
    assertThat(agent.maxVoiceMailSupport()).isEqualTo(3);
    assertThat(agent.maxDigitalConvoLimit()).isEqualTo(4);
    assertThat(agent.caseLanguageSupport())
        .containsExactly(new KoreLanguageSupport("de", KoreProficiency.AVERAGE, false, Map.of()));
    assertThat(agent.cmLayouts()).containsExactly("cm-1");
    assertThat(agent.dAgentGroups()).containsExactly("dg-1");
    assertThat(agent.voiceSupport())
        .containsExactly(new KoreVoiceSupport("webrtc", true, Map.of()));
    assertThat(agent.markedAutoAway()).isFalse();
    assertThat(agent.isChannelUpdatedByAgent()).isTrue();
    assertThat(agent.internalChatPermission()).isTrue();
    assertThat(agent.profImage()).isEqualTo("no-avatar");
    assertThat(agent.profImageUrl()).isEqualTo("https://example.invalid/p.png");
    assertThat(agent.addresses()).containsExactly("wss://sip.example.invalid:443");
    assertThat(agent.iceServers())
        .containsExactly(
            new KoreIceServer(
                "turn:a.example.invalid",
                "turn:a.example.invalid:3478",
                "turn-user",
                "canary-credential",
                Map.of()));
    assertThat(agent.domain()).isEqualTo("example.invalid");
    assertThat(agent.preferences()).isEqualTo(Map.of("theme", "dark"));
    assertThat(agent.prevStatus()).isEqualTo("Available");
    assertThat(agent.prevStatusType()).isEqualTo("AVAILABLE");
    assertThat(agent.createdByAId()).isEqualTo(Vendor.AGENT);
    assertThat(agent.agentGroups().get(0).groupName()).isEqualTo("Default");
    assertThat(agent.additionalProperties()).isEmpty();
  }

  @Test
  void takesEmptyTextsAndTheGroupFromTheListOfGroups() {
    KoreAgent agent = got("agents-get-empty-texts");
    assertThat(agent.phoneNumber()).isEmpty();
    assertThat(agent.nickName()).isEmpty();
    assertThat(agent.toChanges().build().properties()).containsEntry("agentGroupId", GROUP);
  }

  @Test
  void readsTheChangedAndTheDeletedAgent() {
    vendor.answer("agents-update").answer("agents-delete");
    KoreAgent agent = vendor.client().agents().get(Vendor.AGENT).execute();
    assertThat(agent.agentAffinity()).isTrue();
    assertThat(agent.desktopLayouts().get(0).name()).isEqualTo("Usual");
    assertThat(agent.queues().get(0).isPreferred(null)).isTrue();
    assertThat(agent.skills().get(0).updatedAt()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
    assertThat(vendor.client().agents().delete(Vendor.AGENT).execute().last().status())
        .isEqualTo(KoreAgentStatus.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agents-by-custom-id",
        "agents-by-custom-id-single",
        "agents-by-custom-id-ids",
        "agents-by-custom-id-id"
      })
  void findsByCustomIdInAnyForm(String fixture) {
    List<KoreAgent> found =
        vendor.answer(fixture).client().agents().findByCustomId("EXT-1001").execute();
    assertThat(found.get(0).id()).isEqualTo(Vendor.AGENT);
    assertThat(found).hasSize(fixture.endsWith("-ids") ? 2 : 1);
  }

  @Test
  void readsAvailabilityWithStatusesThatItDoesNotKnow() {
    KoreAgentAvailability answer =
        vendor
            .answer("agents-availability")
            .client()
            .agents()
            .availability(KoreAvailabilityQuery.builder().build())
            .execute();
    assertThat(answer.byStatus().keySet())
        .containsExactly("AVAILABLE", "BUSY", "OFFLINE", "AWAY", "IN_TRAINING");
    KoreChannelCapacity chat = new KoreChannelCapacity(true, 5, 2, 3, Map.of());
    KoreChannelCapacity voice = new KoreChannelCapacity(false, 5, 2, 3, Map.of());
    assertThat(answer.available())
        .containsExactly(
            new KoreAvailableAgent(
                Vendor.AGENT,
                Vendor.USER,
                "Ann",
                "Agent",
                "agent.one@example.com",
                "EXT-1001",
                "12025550102",
                true,
                Map.of("liveChat", chat, "voice", voice),
                Map.of()));
    assertThat(answer.of(KoreAvailabilityStatus.BUSY)).isEmpty();
    assertThat(answer.of(KoreAvailabilityStatus.of("IN_TRAINING"))).hasSize(1);
    assertThat(answer)
        .hasToString(
            "AgentAvailability[AVAILABLE: 1, BUSY: 0, OFFLINE: 0, AWAY: 0, IN_TRAINING: 1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"emailId\":\"a@example.com\"}",
        "{\"id\":\"\",\"userId\":\" \",\"emailId\":\"a@example.com\"}",
        "[]",
        "",
        "nonsense"
      })
  void neverTakesAnythingElseForAnAgent(String body) {
    vendor.answer(200, body);
    assertThatThrownBy(() -> vendor.client().agents().create(Samples.agent().build()).execute())
        .isInstanceOf(ResponseFormatException.class);
  }
}
