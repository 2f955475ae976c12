package dev.contactsdk.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedyImportForm;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The older form of the import and of a contact's properties, on servers of both generations. */
class TruedyJsonImportE2eTest {
  private static final byte[] CSV =
      "Mobile,fname,Fleet\n+12025550101,Ada,north\noops,Bob,\n+12025550102,Eve,south\n"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void anOlderServerTakesTheFileAsJsonOnly() {
    try (TruedySandbox sandbox =
            TruedySandbox.builder().importForm(TruedyImportForm.OLDER).start();
        TruedyClient truedy = sandbox.client()) {
      String folder = sandbox.addFolder("Leads");
      ApiException refused =
          Assertions.catchThrowableOfType(
              ApiException.class,
              () -> truedy.contacts().importCsv(new ByteArrayInputStream(CSV), "a.csv").execute());
      assertThat(refused.status()).isEqualTo(422);
      ImportResult result =
          truedy
              .contacts()
              .importJson(
                  TruedyJsonImport.builder(folder)
                      .csv(CSV, "a.csv")
                      .mapColumn("fname", "last_name")
                      .build())
              .execute();
      assertThat(result.imported()).isEqualTo(2);
      assertThat(result.errorCount()).isZero();
      assertThat(sandbox.contacts().get(0))
          .containsEntry("phone_number", "+12025550101")
          .containsEntry("last_name", "Ada")
          .containsEntry("custom_fields", Map.of("Fleet", "north"))
          .containsEntry("folder_id", folder);
    }
  }

  @Test
  void anOlderServerTakesContacts() {
    try (TruedySandbox sandbox =
            TruedySandbox.builder().importForm(TruedyImportForm.OLDER).start();
        TruedyClient truedy = sandbox.client()) {
      String folder = sandbox.addFolder("Leads");
      NewTruedyContact ada =
          NewTruedyContact.builder("+12025550101").metadata("tier", "gold").build();
      TruedyJsonImport contacts = TruedyJsonImport.builder(folder).contacts(List.of(ada)).build();
      assertThat(truedy.contacts().importJson(contacts).execute().imported()).isEqualTo(1);
      assertThat(sandbox.contacts().get(0)).containsEntry("custom_fields", Map.of("tier", "gold"));
      TruedyJsonImport byKey = TruedyJsonImport.builder(folder).fileKey("k").build();
      assertThat(
              Assertions.catchThrowableOfType(
                      ApiException.BadRequest.class,
                      () -> truedy.contacts().importJson(byKey).execute())
                  .status())
          .isEqualTo(422);
    }
  }

  @Test
  void aServerOfTheCurrentReferenceRefusesIt() {
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy = sandbox.client()) {
      TruedyJsonImport given =
          TruedyJsonImport.builder(sandbox.addFolder("Leads")).csv(CSV, "a.csv").build();
      ApiException refused =
          Assertions.catchThrowableOfType(
              ApiException.class, () -> truedy.contacts().importJson(given).execute());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(sandbox.contactCount()).isZero();
    }
  }

  @Test
  void anImportWhoseAnswerIsLostIsNotRepeated() {
    try (TruedySandbox sandbox =
            TruedySandbox.builder().importForm(TruedyImportForm.OLDER).start();
        TruedyClient truedy = sandbox.client()) {
      TruedyJsonImport given =
          TruedyJsonImport.builder(sandbox.addFolder("Leads")).csv(CSV, "a.csv").build();
      sandbox.fail().next().with(Fault.cutAfterStore());
      assertThat(Support.failure(() -> truedy.contacts().importJson(given).execute()).outcome())
          .isEqualTo(Outcome.UNKNOWN);
      assertThat(sandbox.contactCount()).isEqualTo(2);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void keywordsAreSentAsDocumentedAndReadInBothForms() {
    NewTruedyContact.Builder ada =
        NewTruedyContact.builder("+12025550101").keywords(List.of("sail", "hull"));
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy = sandbox.client()) {
      assertThat(truedy.contacts().create(ada.build()).execute().id()).isNotNull();
      assertThat(sandbox.contacts().get(0)).containsEntry("keywords", "sail,hull");
    }
    try (TruedySandbox earlier =
            TruedySandbox.builder().contactShape(TruedyContactShape.EARLIER_BACKEND).start();
        TruedyClient truedy = earlier.client()) {
      NewTruedyContact asArray = ada.additionalProperty("keywords", List.of("a", "b")).build();
      TruedyContact created = truedy.contacts().create(asArray).execute();
      assertThat(created.keywords()).containsExactly("a", "b");
    }
  }
}
