package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.SandboxRequest;
import dev.contactsdk.sandbox.TruedySandbox;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sandboxes stand for the real services, which the environment variables name. */
@ExtendWith(SandboxExtension.class)
class RealServiceTest {
  private static Map<String, String> variables(KoreSandbox kore) {
    return Map.of(
        "KORE_BASE_URL", kore.baseUrl(),
        "KORE_STREAM_ID", kore.streamId(),
        "KORE_ACCOUNT_ID", kore.accountId(),
        "KORE_CLIENT_ID", kore.clientId(),
        "KORE_CLIENT_SECRET", kore.clientSecret(),
        "KORE_ADMIN_CLIENT_ID", kore.adminClientId(),
        "KORE_ADMIN_CLIENT_SECRET", kore.adminClientSecret());
  }

  private static Map<String, String> variables(KoreSandbox kore, TruedySandbox truedy) {
    Map<String, String> both = new HashMap<>(variables(kore));
    both.put("TRUEDY_API_KEY", truedy.apiKey());
    both.put("TRUEDY_BASE_URL", truedy.baseUrl());
    return both;
  }

  @Test
  void nothingIsWrittenUnlessAsked(KoreSandbox kore, TruedySandbox truedy) throws Exception {
    kore.seedContacts(70);
    truedy.seedContacts(3);
    String printed = Output.of(() -> Tour.run(variables(kore, truedy)));
    assertThat(printed)
        .contains("Kore.ai: YOUR ACCOUNT at " + kore.baseUrl() + ", read only: ")
        .contains("Truedy: YOUR ACCOUNT at " + truedy.baseUrl() + ", read only: ")
        .contains("With --write this example would create three contacts")
        .contains("With --write this example would create an agent")
        .contains("With --write this example would create a folder")
        .contains("page 2: 20 contacts, from row 51 of 70")
        .contains("found a role, " + kore.agentRoleId())
        .contains("On its own sandbox, never on your account.")
        .endsWith("failed: none\n");
    assertThat(kore.contacts()).hasSize(70);
    assertThat(kore.agents()).isEmpty();
    assertThat(kore.requests()).isNotEmpty();
    assertThat(kore.requests().stream().filter(one -> !one.method().equals("GET")))
        .extracting(SandboxRequest::operation)
        .containsExactly("listAgentsOfQueuesOrQueuesOfAgents");
    assertThat(truedy.contactCount()).isEqualTo(3);
    assertThat(truedy.folders()).isEmpty();
    assertThat(truedy.requests()).isNotEmpty().allMatch(one -> one.method().equals("GET"));
  }

  @Test
  void eachVendorIsRealByItself(KoreSandbox kore) throws Exception {
    try (Services services = new Services(variables(kore))) {
      assertThat(Output.of(services::describe))
          .contains("Kore.ai: YOUR ACCOUNT", "Truedy: a sandbox on this machine");
      assertThat(Output.of(() -> services.run(new ImportContacts())))
          .contains("imported 250, skipped 0");
    }
  }

  @Test
  void withWriteTheyAreWrittenAndTidiedUp(KoreSandbox kore, TruedySandbox truedy) throws Exception {
    String printed = Output.of(() -> Tour.run(variables(kore, truedy), "--write"));
    assertThat(printed).contains("AND THE EXAMPLES WRITE TO IT").doesNotContain("With --write");
    assertThat(kore.requestCount("createContacts")).isEqualTo(2);
    assertThat(kore.contactCount()).isZero();
    assertThat(kore.agents()).isEmpty();
    assertThat(truedy.requestCount("import_contacts")).isEqualTo(1);
    assertThat(truedy.folders()).isEmpty();
    assertThat(truedy.contactCount()).isZero();
  }

  @Test
  void theReadOnlyClientItselfRefusesToWrite(KoreSandbox kore) {
    try (Services services = new Services(variables(kore));
        KoreClient client = services.koreBuilder().build()) {
      var create =
          client
              .agents()
              .create(
                  NewKoreAgent.builder()
                      .emailId("nov5@example.com")
                      .firstName("Nov")
                      .lastName("Agent")
                      .role("r")
                      .build());
      assertThatThrownBy(create::execute)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("only with --write");
      assertThat(kore.requests()).isEmpty();
    }
  }

  @Test
  void withoutAdminCredentialsTheRoleIsThatOfAnotherAgent(KoreSandbox kore) throws Exception {
    Map<String, String> variables = new HashMap<>(variables(kore));
    variables.keySet().removeIf(name -> name.startsWith("KORE_ADMIN"));
    kore.addAgent(
        Map.of(
            "emailId", "other@example.com",
            "firstName", "Other",
            "lastName", "Agent",
            "roleId", "role-of-other"));
    try (Services services = new Services(variables)) {
      assertThat(Output.of(() -> services.run(new CreateAgent())))
          .contains("found a role, role-of-other");
    }
  }

  @Test
  void aVariableThatIsMissingIsNamedAndNoSandboxStepsIn() {
    try (Services services = new Services(Map.of("KORE_CLIENT_ID", "cs-1"))) {
      assertThatThrownBy(() -> Output.of(() -> services.run(new ListContacts())))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("missing or blank: ");
    }
  }
}
