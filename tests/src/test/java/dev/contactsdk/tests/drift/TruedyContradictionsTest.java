package dev.contactsdk.tests.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.core.drift.DriftReport;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedyErrorShape;
import dev.contactsdk.sandbox.TruedyImportForm;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorder names the variant of each documented contradiction that a server follows. */
class TruedyContradictionsTest {
  private static final byte[] CSV = "phone\n+12025550177\noops\n".getBytes(StandardCharsets.UTF_8);

  /** The calls below; the last one is over the limit. */
  private static final int CALLS = 10;

  private static Arguments holds(
      String id, String variant, UnaryOperator<TruedySandboxBuilder> options) {
    return Arguments.of(id, variant, options);
  }

  private static UnaryOperator<TruedySandboxBuilder> shape(TruedyContactShape shape) {
    return sandbox -> sandbox.contactShape(shape);
  }

  private static UnaryOperator<TruedySandboxBuilder> errors(TruedyErrorShape shape) {
    return sandbox -> sandbox.errorShape(shape);
  }

  private static UnaryOperator<TruedySandboxBuilder> limit(LimitAnswer answer) {
    return sandbox -> sandbox.rateLimitAnswer(answer);
  }

  static Stream<Arguments> variants() {
    UnaryOperator<TruedySandboxBuilder> usual = sandbox -> sandbox;
    UnaryOperator<TruedySandboxBuilder> earlier = shape(TruedyContactShape.EARLIER_BACKEND);
    return Stream.of(
        holds("contact-number", "phone_number", usual),
        holds("contact-number", "phone:", shape(TruedyContactShape.EXAMPLE)),
        holds("contact-name", "first_name", usual),
        holds("contact-name", "name:", shape(TruedyContactShape.EXAMPLE)),
        holds("contact-name", "name:", shape(TruedyContactShape.OLDER_REFERENCE)),
        holds("custom-data", "custom_fields", usual),
        holds("custom-data", "metadata", earlier),
        holds("contact-id", "prefix", usual),
        holds("keywords", "array", earlier),
        holds("times", "with Z", usual),
        holds("times", "with an offset", earlier),
        holds("contacts-paging", "by offset", usual),
        holds("contacts-paging", "by page", sandbox -> sandbox.paging(Paging.byPage())),
        holds(
            "contacts-paging", "none", sandbox -> sandbox.paging(Paging.bySkip().withoutFields())),
        holds("folders-paging", "by offset", usual),
        holds("folders-paging", "none", TruedySandboxBuilder::unpagedFolders),
        holds("folder-updated", "no", usual),
        holds("folder-updated", "yes", TruedySandboxBuilder::unpagedFolders),
        holds("meta-time", "ts", usual),
        holds("meta-time", "timestamp", TruedySandboxBuilder::metaTimestamp),
        holds("request-id", "req_", usual),
        holds("request-id-header", "sent", TruedySandboxBuilder::requestIdHeader),
        holds("create-status", "201", usual),
        holds("create-status", "200", sandbox -> sandbox.createStatus(200)),
        holds("import", "imported", usual),
        holds("import", "successful", TruedySandboxBuilder::legacyImport),
        holds("import-errors", "a number", usual),
        holds("import-errors", "an array", TruedySandboxBuilder::legacyImport),
        holds("import", "successful", sandbox -> sandbox.importForm(TruedyImportForm.OLDER)),
        holds("delete", "a body", usual),
        holds("delete", "no body", TruedySandboxBuilder::emptyDeletes),
        holds("errors", "error with meta", usual),
        holds("validation", "error:", usual),
        holds("validation", "a list", errors(TruedyErrorShape.REFERENCE)),
        holds("validation", "a text", errors(TruedyErrorShape.DETAIL_TEXT)),
        holds("validation", "an object", errors(TruedyErrorShape.DETAIL_ERROR)),
        holds("error-id", "in meta", usual),
        holds("limit", "reset_at", usual),
        holds("limit", "in detail", limit(LimitAnswer.NESTED)),
        holds("duplicate", "409", TruedySandboxBuilder::uniquePhones),
        holds("agent-knowledge", "knowledge_bases", usual));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("variants")
  void namesTheVariant(String id, String variant, UnaryOperator<TruedySandboxBuilder> options) {
    DriftReport report = reportOf(options);
    DriftReport.Resolution resolution =
        report.resolutions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    assertThat(resolution.holds()).as(report.text()).isNotNull().startsWith(variant);
    assertThat(report.text()).contains("=>");
    assertThat(report.json()).contains("\"id\":\"" + id + "\"");
  }

  /** Each has marks of its own, but shares some with others. */
  @Test
  void namesSeveralVariantsWhereAServerHasSeveral() {
    DriftReport reference = reportOf(errors(TruedyErrorShape.REFERENCE));
    assertThat(count(reference, "errors", "no meta")).isPositive();
    DriftReport earlier = reportOf(errors(TruedyErrorShape.EARLIER_BACKEND));
    assertThat(count(earlier, "error-id", "in error")).isPositive();
    DriftReport seconds = reportOf(limit(LimitAnswer.RETRY_AFTER_SECONDS));
    assertThat(count(seconds, "limit", "Retry-After")).isPositive();
  }

  static long count(DriftReport report, String id, String variant) {
    return report.resolutions().stream()
        .filter(one -> one.id().equals(id))
        .flatMap(one -> one.variants().entrySet().stream())
        .filter(one -> one.getKey().startsWith(variant))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static DriftReport reportOf(UnaryOperator<TruedySandboxBuilder> options) {
    DriftRecorder recorder = TruedyDrift.recorder();
    try (TruedySandbox sandbox = options.apply(TruedySandbox.builder().rateLimit(CALLS)).start();
        TruedyClient truedy =
            sandbox.clientBuilder().retry(RetryPolicy.none()).interceptor(recorder).build()) {
      everything(sandbox, truedy);
    }
    return recorder.report();
  }

  private static void everything(TruedySandbox sandbox, TruedyClient truedy) {
    String folder = sandbox.addFolder("Leads");
    NewTruedyContact ada =
        NewTruedyContact.builder("+12025550101").firstName("Ada").customField("tier", 1).build();
    tried(() -> truedy.contacts().create(ada).execute());
    tried(() -> truedy.contacts().create(ada).execute());
    tried(() -> truedy.contacts().list().execute());
    tried(() -> truedy.folders().list().execute());
    tried(() -> truedy.contacts().importCsv(new ByteArrayInputStream(CSV), "a.csv").execute());
    tried(
        () ->
            truedy
                .contacts()
                .importJson(TruedyJsonImport.builder(folder).csv(CSV, "a.csv").build())
                .execute());
    tried(
        () ->
            truedy
                .contacts()
                .update("ctc_none", TruedyContactChanges.builder().email("no@such").build())
                .execute());
    tried(
        () ->
            truedy
                .agents()
                .create(NewTruedyAgent.builder().name("A").voice("v-1").systemPrompt("Be.").build())
                .execute());
    tried(() -> truedy.agents().get("agt_none").execute());
    tried(() -> truedy.folders().deleteWithContacts(folder).execute());
    tried(() -> truedy.contacts().list().execute());
  }

  static void tried(Supplier<?> call) {
    try {
      assertThat(call.get()).isNotNull();
    } catch (SdkException e) {
      assertThat(e.operation()).isNotBlank();
    }
  }
}
