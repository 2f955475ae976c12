package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.lookups.KoreQueue;
import dev.contactsdk.kore.lookups.KoreRole;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Agents". */
@ExtendWith(SandboxExtension.class)
class AgentsPageTest {
  @Test
  void kore(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> create(kore))).startsWith("Nov Agent has the id ");
    }
    assertThat(sandbox.agents()).hasSize(1);
  }

  private static void create(KoreClient kore) {
    // docs/agents.md: begin
    KoreRole role = kore.roles().list().stream().findFirst().orElseThrow();
    KoreQueue queue = kore.queues().list().stream().findFirst().orElseThrow();
    NewKoreAgent nov =
        NewKoreAgent.builder()
            .emailId("nov5@example.com")
            .firstName("Nov")
            .lastName("Agent")
            .customId("crm-4711") // your own id, to find the agent by
            .role(role.id())
            .queue(queue.id(), Preferred.NO)
            .canSupportVoice(true)
            .voiceLanguage("en", "expert")
            .createDefaultLayoutAndAssign(true)
            .build();
    kore.agents().create(nov).execute(); // the answer has no id
    KoreAgent agent = kore.agents().findByCustomId("crm-4711").execute().get(0);
    System.out.println(agent.firstName() + " " + agent.lastName() + " has the id " + agent.id());
    // docs/agents.md: end
  }

  @Test
  void koreList(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      create(kore);
      assertThat(Output.of(() -> list(kore, sandbox.orgId()))).isEqualTo("nov5@example.com\n");
    }
  }

  private static void list(KoreClient kore, String orgId) {
    // docs/agents.md: begin
    kore.agents().list(orgId).stream().forEach(agent -> System.out.println(agent.emailId()));
    // docs/agents.md: end
  }

  @Test
  void truedy(TruedySandbox sandbox) throws Exception {
    try (TruedyClient truedy = sandbox.client()) {
      assertThat(Output.of(() -> create(truedy))).startsWith("created ");
      sandbox.fail().of("create_agent").with(Fault.status(402, ""));
      assertThat(Output.of(() -> create(truedy))).isEqualTo("the account has no credit\n");
    }
  }

  private static void create(TruedyClient truedy) {
    // docs/agents.md: begin
    NewTruedyAgent support =
        NewTruedyAgent.builder()
            .name("Support")
            .voice("voice_1")
            .systemPrompt("You answer questions about orders.")
            .languageHint("en-US")
            .build();
    try {
      TruedyAgent agent = truedy.agents().create(support).execute();
      System.out.println("created " + agent.id());
    } catch (ApiException.PaymentRequired e) {
      System.out.println("the account has no credit");
    }
    // docs/agents.md: end
  }
}
