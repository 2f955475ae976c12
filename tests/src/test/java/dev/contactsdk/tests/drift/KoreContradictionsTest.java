package dev.contactsdk.tests.drift;

import static dev.contactsdk.tests.drift.TruedyContradictionsTest.count;
import static dev.contactsdk.tests.drift.TruedyContradictionsTest.tried;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.core.drift.DriftReport;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.KoreDrift;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreCustomIdAnswer;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.LimitAnswer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorder names the variant of each documented contradiction that a server follows. */
class KoreContradictionsTest {
  /** The calls below; the last one is over the limit. */
  private static final int CALLS = 11;

  private static final byte[] CSV =
      """
      firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension
      Eve,Li,Mrs,2025550177,+1,+
      """
          .getBytes(StandardCharsets.UTF_8);

  private static Arguments holds(
      String id, String variant, UnaryOperator<KoreSandboxBuilder> options) {
    return Arguments.of(id, variant, options);
  }

  private static UnaryOperator<KoreSandboxBuilder> customId(KoreCustomIdAnswer answer) {
    return sandbox -> sandbox.customIdAnswer(answer);
  }

  static Stream<Arguments> variants() {
    UnaryOperator<KoreSandboxBuilder> usual = sandbox -> sandbox;
    return Stream.of(
        holds("contact-id", "id", usual),
        holds("contact-id", "_id", KoreSandboxBuilder::listLikeOtherPages),
        holds("bulk-id", "_id", usual),
        holds("create-answer", "an array", usual),
        holds("create-answer", "an object", KoreSandboxBuilder::bareObjectForOne),
        holds("create-status", "200", usual),
        holds("create-status", "201", sandbox -> sandbox.createStatus(201)),
        holds("import-bot", "no", usual),
        holds("contacts-position", "skip", usual),
        holds("contacts-position", "page", KoreSandboxBuilder::listLikeOtherPages),
        holds("agents-position", "skip", usual),
        holds("queues-position", "page", usual),
        holds("agent-phone", "a number", usual),
        holds("agent-phone", "text", KoreSandboxBuilder::agentCreateWithId),
        holds("agent-created-id", "no", usual),
        holds("agent-created-id", "yes", KoreSandboxBuilder::agentCreateWithId),
        holds("agent-email", "emailId", usual),
        holds("custom-id", "agents", usual),
        holds("custom-id", "ids", customId(KoreCustomIdAnswer.IDS)),
        holds("custom-id", "one agent", customId(KoreCustomIdAnswer.AGENT)),
        holds("custom-id", "one id", customId(KoreCustomIdAnswer.ID)),
        holds("error-text", "msg", usual),
        holds("error-text", "message", KoreSandboxBuilder::errorsUnderMessage),
        holds("limit", "Retry-After", s -> s.rateLimitAnswer(LimitAnswer.RETRY_AFTER_SECONDS)),
        holds("duplicate", "another", usual),
        holds(
            "duplicate",
            "409",
            sandbox -> sandbox.duplicateRefusal(409, "{\"errors\":[{\"msg\":\"taken\"}]}")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("variants")
  void namesTheVariant(String id, String variant, UnaryOperator<KoreSandboxBuilder> options) {
    DriftReport report = reportOf(options);
    DriftReport.Resolution resolution =
        report.resolutions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    assertThat(resolution.holds()).as(report.text()).isNotNull().startsWith(variant);
  }

  @Test
  void countsTheStatusOfInvalidInput() {
    DriftReport report = reportOf(sandbox -> sandbox);
    assertThat(count(report, "validation-status", "412")).isPositive();
  }

  private static DriftReport reportOf(UnaryOperator<KoreSandboxBuilder> options) {
    DriftRecorder recorder = KoreDrift.recorder();
    try (KoreSandbox sandbox = options.apply(KoreSandbox.builder().rateLimit(CALLS)).start();
        KoreClient kore =
            sandbox.clientBuilder().retry(RetryPolicy.none()).interceptor(recorder).build()) {
      everything(sandbox, kore);
    }
    return recorder.report();
  }

  private static void everything(KoreSandbox sandbox, KoreClient kore) {
    NewKoreContact ada =
        NewKoreContact.builder()
            .firstName("Ada")
            .lastName("Byron")
            .salutation("Mrs")
            .cellPhone(CellPhone.of("+1", "2025550101"))
            .build();
    String agent =
        sandbox.addAgent(
            Map.of(
                "emailId",
                "old@example.com",
                "firstName",
                "O",
                "lastName",
                "A",
                "customId",
                "E-1"));
    String contact =
        sandbox.addContact(
            Map.of(
                "firstName",
                "Eve",
                "lastName",
                "Li",
                "salutation",
                "Dr",
                "cellPhone",
                Map.of("phoneNumber", "+12025550109", "countryCode", "+1", "extension", "+")));
    KoreContactChanges king = KoreContactChanges.builder().lastName("King").build();
    tried(() -> kore.contacts().create(ada).execute());
    tried(() -> kore.contacts().create(ada).execute());
    tried(() -> kore.contacts().list().execute());
    tried(() -> kore.contacts().updateAll(List.of(new KoreContactChange(contact, king))).execute());
    tried(() -> kore.contacts().importCsv(new ByteArrayInputStream(CSV), "a.csv").execute());
    tried(
        () ->
            kore.agents()
                .create(
                    NewKoreAgent.builder()
                        .emailId("a@example.com")
                        .firstName("A")
                        .lastName("B")
                        .role(sandbox.agentRoleId())
                        .agentGroup(sandbox.defaultAgentGroupId())
                        .phoneNumber("12025550102")
                        .build())
                .execute());
    tried(() -> kore.agents().list(sandbox.orgId()).execute());
    tried(() -> kore.agents().get(agent).execute());
    tried(() -> kore.agents().findByCustomId("E-1").execute());
    tried(() -> kore.queues().list().execute());
    NewKoreContact wrong =
        NewKoreContact.builder()
            .firstName("Bob")
            .lastName("Li")
            .salutation("Mr")
            .cellPhone(CellPhone.of("+1", "2025550103"))
            .additionalProperty("firstName", 7)
            .build();
    tried(() -> kore.contacts().create(wrong).execute());
    tried(() -> kore.contacts().list().execute());
  }
}
