package dev.contactsdk.kore.contacts;

import static dev.contactsdk.kore.Samples.ADA_ID;
import static dev.contactsdk.kore.Samples.GRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactAnswersTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreContacts contacts() {
    return vendor.client().contacts();
  }

  private static KoreContact ada() {
    return new KoreContact(
        ADA_ID,
        KoreContactStatus.ACTIVE,
        "Ada",
        "Byron",
        "Ada Byron",
        "Mrs",
        new KoreCellPhone("+12025550101", "+1", "+", Map.of()),
        Vendor.STREAM,
        Vendor.ORG,
        Vendor.ACCOUNT,
        Vendor.USER,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Instant.parse("2026-02-01T10:00:00Z"),
        Instant.parse("2026-02-01T10:00:00.250Z"),
        Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts-create", "contacts-create-bare"})
  void readsTheCreatedContactFromAnArrayAndBare(String fixture) {
    assertThat(vendor.answer(fixture).client().contacts().create(Samples.ada()).execute())
        .isEqualTo(ada());
  }

  @Test
  void readsAPage() {
    Page<KoreContact> page = vendor.answer("contacts-list").client().contacts().list().execute();
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.hasNext()).isFalse();
    assertThat(page.items()).extracting(KoreContact::id).containsExactly(ADA_ID, GRACE_ID);
    KoreContact grace = page.items().get(1);
    assertThat(grace.salutation()).isEqualTo("mr");
    assertThat(grace.createdByAId()).isEqualTo(Vendor.AGENT);
    assertThat(grace.updatedBy()).isEqualTo("u-0a1b2c3d-1111-5222-8333-444455556667");
    assertThat(grace.updatedByAId()).isEqualTo("a-1a2b3c4-1111-4222-8333-444455556667");
    assertThat(grace.cellPhone().toE164()).isEqualTo("+919876500000");
    assertThat(grace.cellPhone().nationalDigits()).isEqualTo("9876500000");
    assertThat(grace.additionalProperties()).isEmpty();
  }

  @Test
  void readsImportedContacts() {
    vendor.answer("contacts-import");
    List<KoreContact> imported =
        contacts().importCsv(new ByteArrayInputStream(new byte[] {'a'}), "a.csv").execute();
    assertThat(imported).extracting(KoreContact::id).containsExactly(ADA_ID, GRACE_ID);
    assertThat(imported).extracting(KoreContact::instanceBotId).containsOnlyNulls();
  }

  @Test
  void readsTheChangedContact() {
    vendor.answer("contacts-update");
    KoreContact king =
        contacts().update(ADA_ID, KoreContactChanges.builder().lastName("King").build()).execute();
    assertThat(king.lastName()).isEqualTo("King");
    assertThat(king.updatedAt()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
  }

  @Test
  void readsTheDeletedContact() {
    Deleted<KoreContact> deleted =
        vendor.answer("contacts-delete").client().contacts().delete(ADA_ID).execute();
    assertThat(deleted.alreadyGone()).isFalse();
    assertThat(deleted.last().status()).isEqualTo(KoreContactStatus.INACTIVE);
  }

  @Test
  void takesA404AfterACutForDeleted() {
    vendor.cut().answer(404, "{\"errors\":[{\"msg\":\"Contact not found\",\"code\":404}]}");
    assertThat(contacts().delete(ADA_ID).execute().alreadyGone()).isTrue();
  }

  @Test
  void readsABulkUpdateAndTellsWhatItIsSilentAbout() {
    vendor.answer("contacts-bulk-update");
    KoreContactChanges changes = KoreContactChanges.builder().lastName("King").build();
    KoreBulkResult result =
        contacts().updateAll(List.of(new KoreContactChange(ADA_ID, changes))).execute();
    assertThat(result.totalRequested()).isEqualTo(3);
    assertThat(result.successful()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.isWithoutFailures()).isFalse();
    KoreBulkRecord done = result.successfulRecords().get(0);
    assertThat(done.id()).isEqualTo(ADA_ID);
    assertThat(done.contact().id()).isEqualTo(ADA_ID);
    assertThat(done.contact().lastName()).isEqualTo("King");
    assertThat(result.failedRecords().get(0).additionalProperties())
        .isEqualTo(
            Map.of("record", Map.of("contactId", GRACE_ID), "reason", "phone number is taken"));
    assertThat(result.unaccounted(List.of(ADA_ID, GRACE_ID, "third"))).containsExactly("third");
  }

  @Test
  void readsABulkDelete() {
    vendor.answer("contacts-bulk-delete");
    KoreBulkResult result = contacts().deleteAll(List.of(ADA_ID, GRACE_ID)).execute();
    assertThat(result.successfulRecords())
        .extracting(KoreBulkRecord::id)
        .containsExactly(ADA_ID, GRACE_ID);
    assertThat(result.isWithoutFailures()).isTrue();
    assertThat(result.unaccounted(List.of(ADA_ID, GRACE_ID))).isEmpty();
  }

  @Test
  void readsFailedRecordsThatAreBareIds() {
    vendor.answer(200, "{\"failed\":1,\"failedRecords\":[\"" + ADA_ID + "\"]}");
    KoreBulkResult result = contacts().deleteAll(List.of(ADA_ID)).execute();
    assertThat(result.failedRecords().get(0).contactId()).isEqualTo(ADA_ID);
    assertThat(result.unaccounted(List.of(ADA_ID))).isEmpty();
  }

  @Test
  void repeatsABulkDeleteThatWasCut() {
    vendor.cut().answer("contacts-bulk-delete");
    assertThat(contacts().deleteAll(List.of(ADA_ID, GRACE_ID)).execute().successful()).isEqualTo(2);
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    KoreContact contact =
        vendor
            .answer("contacts-unknown-fields")
            .client()
            .contacts()
            .create(Samples.ada())
            .execute();
    assertThat(contact.id()).isEqualTo(ADA_ID);
    assertThat(contact.status()).isEqualTo(KoreContactStatus.of("BLOCKED"));
    assertThat(contact.firstName()).isNull();
    assertThat(contact.address()).containsExactly(Map.of("city", "London"));
    assertThat(contact.additionalProperties())
        .containsEntry("tier", "gold")
        .containsEntry("score", 7)
        .containsEntry("firstName", Map.of("en", "Ada"))
        .containsEntry("_id", "66bb0000000000000000ffff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "{\"status\":\"success\",\"message\":\"m\",\"data\":{}}",
        "{\"firstName\":\"Ada\"}",
        "[{\"id\":\"\",\"firstName\":\"Ada\"}]",
        "[{\"id\":\" \",\"firstName\":\"Ada\"}]",
        "",
        "null",
        "[[]]"
      })
  void neverSaysCreatedOfAnAnswerWithoutAContact(String body) {
    vendor.answer(200, body);
    assertThatThrownBy(() -> contacts().create(Samples.ada()).execute())
        .isInstanceOfSatisfying(
            ResponseFormatException.class,
            e -> {
              assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
              assertThat(e.hint()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"results\":null}",
        "{\"results\":{}}",
        "{\"results\":\"c-1\"}",
        "{\"results\":{\"id\":\"c-1\",\"firstName\":\"Ada\"}}",
        "{\"hasMore\":false}",
        "{\"totalResults\":3}",
        "[]",
        "<html></html>",
        "\"text\""
      })
  void neverTakesAnythingElseForAnEmptyList(String body) {
    vendor.answer(200, body);
    assertThatThrownBy(() -> contacts().list().execute())
        .isInstanceOf(ResponseFormatException.class);
  }

  @Test
  void takesAnEmptyListForOne() {
    for (String body : List.of("{\"results\":[]}", "{\"skip\":0,\"totalResults\":0}")) {
      vendor.answer(200, body);
      assertThat(contacts().list().items()).isEmpty();
    }
  }

  @Test
  void leavesANumberOutOfChangesThatCannotBeTold() {
    KoreContact odd =
        new KoreContact(
            ADA_ID,
            null,
            "Ada",
            null,
            null,
            null,
            new KoreCellPhone("12", null, null, Map.of()),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            Map.of());
    assertThat(odd.toChanges().build().properties()).isEqualTo(Map.of("firstName", "Ada"));
  }
}
