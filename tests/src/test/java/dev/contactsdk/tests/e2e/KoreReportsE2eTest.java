package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.last;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAgentGroupRole;
import dev.contactsdk.kore.agents.KoreStatusHistory;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.KoreWfmAgent;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import dev.contactsdk.kore.lookups.KoreAgentReference;
import dev.contactsdk.kore.lookups.KoreProficiency;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.KoreScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Who serves what, the reports on agents, and all settings of an agent. */
class KoreReportsE2eTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  private static void with(KoreSandboxBuilder builder, BiConsumer<KoreSandbox, KoreClient> test) {
    try (KoreSandbox sandbox = builder.clock(new VirtualClock()).start();
        KoreClient client = sandbox.client()) {
      test.accept(sandbox, client);
    }
  }

  private static void with(BiConsumer<KoreSandbox, KoreClient> test) {
    with(KoreSandbox.builder(), test);
  }

  private static String agent(KoreSandbox sandbox, String name) {
    return sandbox.addAgent(
        Map.of(
            "emailId",
            name + "@example.com",
            "firstName",
            name,
            "lastName",
            "Agent",
            "roleId",
            sandbox.agentRoleId(),
            "agentGroupId",
            sandbox.defaultAgentGroupId(),
            "queues",
            List.of(Map.of("id", sandbox.defaultQueueId(), "isPreferredAgent", true))));
  }

  @Test
  void findsTheAgentsOfAQueueAndTheQueuesOfAnAgent() {
    with(
        (sandbox, kore) -> {
          String ann = agent(sandbox, "ann");
          List<KoreAgentReference> agents =
              kore.queues().agents(List.of(sandbox.defaultQueueId())).execute();
          assertThat(agents).extracting(KoreAgentReference::id).containsExactly(ann);
          assertThat(agents.get(0).name()).isEqualTo("ann Agent");
          assertThat(kore.queues().ofAgents(List.of(ann)).execute())
              .containsExactly(sandbox.defaultQueueId());
          assertThat(kore.queues().agents(List.of("qu-none")).execute()).isEmpty();
        });
  }

  @Test
  void listsTheAgentsForWorkforceManagement() {
    with(
        (sandbox, kore) -> {
          for (int i = 0; i < 25; i++) {
            agent(sandbox, "a" + i);
          }
          List<KoreWfmAgent> all = list(kore.agents().wfm().pageSize(10).items());
          assertThat(all).hasSize(25);
          assertThat(all.get(0).accountId()).isEqualTo(sandbox.accountId());
          assertThat(last(sandbox).header("iId")).isEqualTo(sandbox.streamId());
          assertThat(list(kore.agents().wfm().items())).isEqualTo(all);
        });
  }

  @Test
  void listsTheStatusesOfADay() {
    with(
        (sandbox, kore) -> {
          for (int i = 0; i < 60; i++) {
            agent(sandbox, "a" + i);
          }
          KoreStatusHistoryQuery.Builder query = KoreStatusHistoryQuery.builder().date(DAY);
          List<KoreStatusHistory> all = list(kore.agents().statusHistory(query.build()).items());
          assertThat(all).hasSize(60);
          assertThat(all.get(0).status().get(0).startTime()).isEqualTo("2026-02-01T09:00:00");
          assertThat(
                  list(
                      kore.agents()
                          .statusHistory(query.dates(DAY, DAY).agent("a7@example.com").build())
                          .items()))
              .extracting(KoreStatusHistory::emailId)
              .containsExactly("a7@example.com");
        });
  }

  @Test
  void reportsNeedTheirScopes() {
    with(
        KoreSandbox.builder().scopes(KoreScope.CONFIGURATION),
        (sandbox, kore) -> {
          ApiException denied = failure(ApiException.class, () -> kore.agents().wfm().execute());
          assertThat(denied).isInstanceOf(ApiException.PermissionDenied.class);
          assertThat(denied.hint()).contains("WFM Integration");
          assertThat(
                  failure(
                      () ->
                          kore.agents()
                              .statusHistory(KoreStatusHistoryQuery.builder().date(DAY).build())
                              .execute()))
              .isInstanceOf(ApiException.PermissionDenied.class);
        });
  }

  @Test
  void anAgentGroupIsCreatedAndFoundByItsName() {
    with(
        (sandbox, kore) -> {
          KoreAgentGroup created =
              kore.agentGroups()
                  .create(NewKoreAgentGroup.builder().name("West").description("Coast").build())
                  .execute();
          assertThat(created.id()).isNull();
          assertThat(kore.agentGroups().list().stream().filter(g -> "West".equals(g.name())))
              .singleElement()
              .satisfies(group -> assertThat(group.id()).startsWith("ag-"));
        });
  }

  @Test
  void everySettingOfAnAgentIsStored() {
    with(
        (sandbox, kore) -> {
          String id = agent(sandbox, "ann");
          String west = sandbox.addAgentGroup("West");
          KoreAgentChanges changes =
              kore.agents()
                  .get(id)
                  .execute()
                  .toChanges()
                  .canSupportCase(true)
                  .canSupportVoiceMail(true)
                  .maxCaseSupport(2)
                  .maxTaskSupport(3)
                  .maxVoiceMailSupport(4)
                  .maxDigitalConvoLimit(5)
                  .maxDigitalChatSupport(6)
                  .maxEmailChatSupport(7)
                  .maxMessagingChatSupport(8)
                  .attachmentsEnabled(false)
                  .emojisEnabled(false)
                  .internalChatPermission(true)
                  .agentAffinity(true)
                  .chatLanguage("en", KoreProficiency.EXPERT, false)
                  .caseLanguage("de", KoreProficiency.AVERAGE)
                  .voiceSupport("softphone", true)
                  .preference("theme", "dark")
                  .inGroup(west, KoreAgentGroupRole.MANAGER)
                  .build();
          assertThat(kore.agents().update(id, changes).execute().id()).isEqualTo(id);
          KoreAgent read = kore.agents().get(id).execute();
          assertThat(read.canSupportCase()).isTrue();
          assertThat(read.canSupportVoiceMail()).isTrue();
          assertThat(read.maxCaseSupport()).isEqualTo(2);
          assertThat(read.maxTaskSupport()).isEqualTo(3);
          assertThat(read.maxVoiceMailSupport()).isEqualTo(4);
          assertThat(read.maxDigitalConvoLimit()).isEqualTo(5);
          assertThat(read.maxDigitalChatSupport()).isEqualTo(6);
          assertThat(read.maxEmailChatSupport()).isEqualTo(7);
          assertThat(read.maxMessagingChatSupport()).isEqualTo(8);
          assertThat(read.attachmentsEnabled()).isFalse();
          assertThat(read.emojisEnabled()).isFalse();
          assertThat(read.internalChatPermission()).isTrue();
          assertThat(read.agentAffinity()).isTrue();
          assertThat(read.chatLanguageSupport().get(0).isActive()).isFalse();
          assertThat(read.caseLanguageSupport().get(0).language()).isEqualTo("de");
          assertThat(read.voiceSupport().get(0).type()).isEqualTo("softphone");
          assertThat(read.preferences()).containsEntry("theme", "dark");
          assertThat(read.agentGroups())
              .extracting(group -> group.groupId() + " " + group.role())
              .containsExactly(sandbox.defaultAgentGroupId() + " agent", west + " manager");
        });
  }
}
