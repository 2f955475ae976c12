package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ADA_DIGITS;
import static dev.contactsdk.tests.e2e.Support.ADA_E164;
import static dev.contactsdk.tests.e2e.Support.ada;
import static dev.contactsdk.tests.e2e.Support.assertBody;
import static dev.contactsdk.tests.e2e.Support.assertSent;
import static dev.contactsdk.tests.e2e.Support.contact;
import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.grace;
import static dev.contactsdk.tests.e2e.Support.koreBase;
import static dev.contactsdk.tests.e2e.Support.last;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreBulkResult;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.KoreContactCreateCall;
import dev.contactsdk.kore.contacts.KoreContactStatus;
import dev.contactsdk.kore.contacts.KoreContacts;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.SandboxRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KoreContactsE2eTest {

  private static final String CSV =
      """
      firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension
      Ada,Byron,Mrs,2025550101,+1,+
      Grace,"Hopper, Rear Admiral",Mrs,2025550102,+1,+
      """;

  private static void with(KoreSandboxBuilder builder, BiConsumer<KoreSandbox, KoreContacts> test) {
    try (KoreSandbox sandbox = builder.start();
        KoreClient client = sandbox.clientBuilder().timeSource(new VirtualClock()).build()) {
      test.accept(sandbox, client.contacts());
    }
  }

  private static KoreSandboxBuilder sandbox() {
    return KoreSandbox.builder().clock(new VirtualClock());
  }

  private static Map<?, ?> phoneOf(Map<String, Object> row) {
    return (Map<?, ?>) row.get("cellPhone");
  }

  @Test
  void oneContactIsSentAsTheDocumentedArrayAndComesBackWithItsId() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          KoreContact created = contacts.create(ada()).execute();

          SandboxRequest request = last(sandbox);
          assertSent(request, "POST", koreBase(sandbox) + "/contacts");
          assertBody(
              request,
              """
              [{"firstName": "Ada", "lastName": "Byron", "salutation": "Mrs",
                "cellPhone": {"phoneNumber": "2025550101", "countryCode": "+1", "extension": "+"}}]
              """);
          assertThat(request.header("accountId")).isEqualTo(sandbox.accountId());
          assertThat(request.header("auth")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
          assertThat(request.header("Authorization")).isNull();
          assertThat(request.claims()).containsEntry("appId", sandbox.clientId());
          assertThat(created.id()).isEqualTo(sandbox.contacts().get(0).get("id"));
          assertThat(created.status()).isEqualTo(KoreContactStatus.ACTIVE);
          assertThat(created.fullName()).isEqualTo("Ada Byron");
          assertThat(created.cellPhone().phoneNumber()).isEqualTo(ADA_E164);
          assertThat(created.cellPhone().toE164()).isEqualTo(ADA_E164);
          assertThat(created.cellPhone().nationalDigits()).isEqualTo(ADA_DIGITS);
          assertThat(created.instanceBotId()).isEqualTo(sandbox.streamId());
          assertThat(created.createdAt()).isNotNull();
          assertThat(created.createdByAId()).isNull();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void anySuccessStatusIsASuccess(int status) {
    with(
        sandbox().createStatus(status),
        (sandbox, contacts) -> {
          ApiResponse<KoreContact> response = contacts.create(ada()).response();
          assertThat(response.status()).isEqualTo(status);
          assertThat(response.attempts()).isEqualTo(1);
          assertThat(response.body().id()).isNotBlank();
        });
  }

  @Test
  void aBareObjectForOneContactIsReadToo() {
    with(
        sandbox().bareObjectForOne(),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().firstName()).isEqualTo("Ada");
          assertThat(contacts.createAll(List.of(grace())).execute()).hasSize(1);
        });
  }

  @Test
  void manyContactsTravelInOneRequestAndComeBackInOrder() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          List<KoreContact> created = contacts.createAll(List.of(grace(), ada())).execute();
          assertThat(created).extracting(KoreContact::firstName).containsExactly("Grace", "Ada");
          assertThat(sandbox.requestCount()).isEqualTo(1);
          assertThat(sandbox.contactCount()).isEqualTo(2);
        });
  }

  @Test
  void aNumberThatIsTakenIsAConflictAndChangesNothing() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          ApiException.Conflict conflict =
              failure(
                  ApiException.Conflict.class,
                  () -> contacts.create(contact("Other", "Name", "Mr", ADA_DIGITS)).execute());
          assertThat(conflict.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(conflict.status()).isEqualTo(400);
          assertThat(conflict.operation()).isEqualTo("kore.contacts.create");
          assertThat(conflict.reason()).contains("already exists");
          assertThat(sandbox.contactCount()).isEqualTo(1);
          assertThat(sandbox.requestCount()).isEqualTo(2);
        });
  }

  @Test
  void aTakenNumberIsAConflictInOtherWordsAndStatusesToo() {
    String[] bodies = {
      "{\"errors\":[{\"message\":\"Duplicate phone number\",\"code\":400}]}",
      "{\"error\":\"Number already in use\"}",
      "{\"message\":\"contact already exists\",\"status\":\"failure\"}"
    };
    for (String body : bodies) {
      for (int status : new int[] {400, 409, 412}) {
        with(
            sandbox().duplicateRefusal(status, body),
            (sandbox, contacts) -> {
              assertThat(contacts.create(ada()).execute().id()).isNotNull();
              ApiException.Conflict conflict =
                  failure(ApiException.Conflict.class, () -> contacts.create(ada()).execute());
              assertThat(conflict).as(status + " " + body).isNotNull();
              assertThat(conflict.outcome()).isEqualTo(Outcome.REJECTED);
            });
      }
    }
  }

  @Test
  void anArrayWithATakenNumberIsUnknownUntilItIsLookedUp() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          KoreContactCreateCall<?> both = contacts.createAll(List.of(grace(), ada()));
          assertThat(failure(UnconfirmedWriteException.class, both::execute))
              .hasCauseInstanceOf(ApiException.Conflict.class)
              .extracting(SdkException::outcome)
              .isEqualTo(Outcome.UNKNOWN);
          UnconfirmedWriteException lookedUp =
              failure(
                  UnconfirmedWriteException.class,
                  () -> both.onUnknown(OnUnknown.lookUp()).execute());
          assertThat(lookedUp.rows())
              .extracting(UnconfirmedWriteException.Row::outcome)
              .containsExactly(Outcome.REJECTED, Outcome.APPLIED);
          assertThat(sandbox.contactCount()).isEqualTo(1);
        });
  }

  @Test
  void anAnswerWithFewerContactsThanSentIsNotTakenForTheWhole() {
    with(
        sandbox().arrayPolicy(KoreArrayPolicy.SKIP_DUPLICATES),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          UnconfirmedWriteException failure =
              failure(
                  UnconfirmedWriteException.class,
                  () -> contacts.createAll(List.of(ada(), grace())).execute());
          assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
          assertThat(failure.seen())
              .singleElement()
              .extracting(seen -> ((KoreContact) seen).firstName())
              .isEqualTo("Grace");
          assertThat(sandbox.contactCount()).isEqualTo(2);
        });
  }

  @Test
  void aCsvFileIsSentAsTheDocumentedPart(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("contacts.csv"), CSV);
    with(
        sandbox(),
        (sandbox, contacts) -> {
          List<KoreContact> imported = contacts.importCsv(file).execute();
          SandboxRequest request = last(sandbox);
          assertSent(request, "POST", koreBase(sandbox) + "/contacts/import-contacts");
          assertThat(request.header("Content-Type")).startsWith("multipart/form-data; boundary=");
          assertThat(request.header("accountId")).isEqualTo(sandbox.accountId());
          assertThat(request.body())
              .contains("name=\"result_file\"; filename=\"contacts.csv\"")
              .contains("Content-Type: text/csv")
              .contains(CSV);
          assertThat(imported)
              .extracting(KoreContact::lastName)
              .containsExactly("Byron", "Hopper, Rear Admiral");
          assertThat(imported).allMatch(contact -> contact.id() != null);
          assertThat(imported).allMatch(contact -> contact.instanceBotId() == null);
        });
  }

  @Test
  void aCsvStreamIsImportedOnce() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          var stream = new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8));
          var call = contacts.importCsv(stream, "c.csv");
          assertThat(call.execute()).hasSize(2);
          assertThat(failure(call::execute)).isNotNull();
          assertThat(sandbox.contactCount()).isEqualTo(2);
        });
  }

  @Test
  void aCsvWithATakenNumberIsAConflict(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("contacts.csv"), CSV);
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          ApiException.Conflict conflict =
              failure(ApiException.Conflict.class, () -> contacts.importCsv(file).execute());
          assertThat(conflict.outcome()).isEqualTo(Outcome.UNKNOWN);
          assertThat(sandbox.contactCount()).isEqualTo(1);
        });
  }

  @Test
  void theListIsReadPageByPageItemByItemAndFromAPlaceOn() {
    for (Paging paging : List.of(Paging.byPage(), Paging.bySkip())) {
      with(
          sandbox().paging(paging),
          (sandbox, contacts) -> {
            sandbox.seedContacts(25);
            List<Page<KoreContact>> pages = list(contacts.list().pageSize(10).pages());
            assertThat(pages).extracting(page -> page.items().size()).startsWith(10);
            assertThat(pages.stream().mapToInt(page -> page.items().size()).sum()).isEqualTo(25);
            assertThat(pages).allMatch(page -> page.total() == 25);
            assertThat(pages).extracting(Page::hasNext).containsExactly(true, true, false);

            List<String> ids =
                list(contacts.list().pageSize(10).items()).stream().map(KoreContact::id).toList();
            assertThat(ids)
                .containsExactlyElementsOf(
                    sandbox.contacts().stream().map(row -> (String) row.get("id")).toList());
            assertThat(contacts.list().stream().map(KoreContact::id)).isEqualTo(ids);

            Page<KoreContact> third = contacts.list().skip(20).pageSize(10).execute();
            assertThat(third.items()).extracting(KoreContact::id).isEqualTo(ids.subList(20, 25));
            assertThat(third.offset()).isEqualTo(20);
            assertThat(third.hasNext()).isFalse();
          });
    }
  }

  @Test
  void aListIsAskedForWithPageAndLimitAndNothingBeforeItIsNeeded() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          sandbox.seedContacts(25);
          var items = contacts.list().pageSize(10).items().iterator();
          assertThat(sandbox.requestCount()).isZero();
          assertThat(items.next().id()).isNotNull();
          assertSent(last(sandbox), "GET", koreBase(sandbox) + "/contacts?page=1&limit=10");
          assertThat(last(sandbox).header("accountId")).isEqualTo(sandbox.accountId());
          assertThat(last(sandbox).body()).isEmpty();
          assertThat(sandbox.requestCount()).isEqualTo(1);
          items.forEachRemaining(item -> {});
          assertThat(sandbox.requestCount()).isEqualTo(3);
        });
  }

  @Test
  void anEmptyListIsOneRequestAndNoItems() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(list(contacts.list().items())).isEmpty();
          assertThat(sandbox.requestCount()).isEqualTo(1);
        });
  }

  @Test
  void deletedContactsAreListedAsInactiveWhereTheServerListsThem() {
    with(
        sandbox().listInactive(),
        (sandbox, contacts) -> {
          String id = contacts.create(ada()).execute().id();
          assertThat(contacts.delete(id).execute().last()).isNotNull();
          assertThat(list(contacts.list().items()))
              .extracting(KoreContact::status)
              .containsExactly(KoreContactStatus.INACTIVE);
        });
  }

  @Test
  void anUpdateSendsOnlyWhatChanges() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          String id = contacts.create(ada()).execute().id();
          KoreContact updated =
              contacts.update(id, KoreContactChanges.builder().lastName("King").build()).execute();
          assertSent(last(sandbox), "PUT", koreBase(sandbox) + "/contacts/" + id);
          assertBody(last(sandbox), "{\"lastName\": \"King\"}");
          assertThat(updated.fullName()).isEqualTo("Ada King");
          assertThat(updated.updatedBy()).startsWith("u-");
          assertThat(phoneOf(sandbox.contacts().get(0)).get("phoneNumber")).isEqualTo(ADA_E164);
        });
  }

  @Test
  void aContactThatWasReadCanBeWrittenBackWithoutDoublingTheCountryCode() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          for (int i = 0; i < 3; i++) {
            KoreContact read = contacts.list().execute().items().get(0);
            KoreContact written =
                contacts
                    .update(read.id(), read.toChanges().firstName("Ada " + i).build())
                    .execute();
            assertBody(
                last(sandbox),
                """
                {"firstName": "Ada %d", "lastName": "Byron", "salutation": "Mrs",
                 "cellPhone": {"phoneNumber": "2025550101", "countryCode": "+1", "extension": "+"}}
                """
                    .formatted(i));
            assertThat(written.cellPhone().phoneNumber()).isEqualTo(ADA_E164);
          }
          assertThat(phoneOf(sandbox.contacts().get(0)).get("phoneNumber")).isEqualTo(ADA_E164);
        });
  }

  @Test
  void numbersOfManyCountriesSurviveReadingAndWritingBack() {
    Map<String, String> numbers =
        Map.of(
            "+1", "2025550143",
            "+44", "7400123456",
            "+49", "15123456789",
            "+91", "8123456789",
            "+39", "0612345678",
            "+971", "501234567",
            "+7", "9123456789");
    with(
        sandbox(),
        (sandbox, contacts) -> {
          numbers.forEach(
              (code, digits) ->
                  assertThat(
                          contacts
                              .create(
                                  NewKoreContact.builder()
                                      .firstName("A")
                                      .lastName("B")
                                      .salutation("Mr")
                                      .cellPhone(CellPhone.of(code, digits))
                                      .build())
                              .execute()
                              .cellPhone()
                              .toE164())
                      .isEqualTo(code + digits));
          for (KoreContact read : list(contacts.list().items())) {
            KoreContact written = contacts.update(read.id(), read.toChanges().build()).execute();
            assertThat(written.cellPhone()).isEqualTo(read.cellPhone());
          }
        });
  }

  @Test
  void internalNumbersAndEmptyNamesAreCreatedAndWrittenBackAsTheyAre() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          for (CellPhone phone :
              List.of(CellPhone.ofDigits("+49", "4567"), CellPhone.ofDigits("+1242", "999"))) {
            KoreContact created =
                contacts
                    .create(
                        NewKoreContact.builder()
                            .firstName("Desk")
                            .lastName("")
                            .salutation("")
                            .cellPhone(phone)
                            .build())
                    .execute();
            assertThat(created.lastName()).isEmpty();
            assertThat(created.cellPhone().toCellPhone()).isEqualTo(phone);
            KoreContact written =
                contacts.update(created.id(), created.toChanges().build()).execute();
            assertThat(written.cellPhone()).isEqualTo(created.cellPhone());
          }
        });
  }

  @Test
  void manyContactsAreUpdatedInOneRequestAndEachFailureIsNamed() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          List<KoreContact> both = contacts.createAll(List.of(ada(), grace())).execute();
          KoreContactChanges king = KoreContactChanges.builder().lastName("King").build();
          KoreContactChanges taken =
              KoreContactChanges.builder().cellPhone(CellPhone.of("+1", ADA_DIGITS)).build();
          KoreBulkResult result =
              contacts
                  .updateAll(
                      List.of(
                          new KoreContactChange(both.get(0).id(), king),
                          new KoreContactChange(both.get(1).id(), taken),
                          new KoreContactChange("nobody", king)))
                  .execute();
          assertSent(last(sandbox), "PUT", koreBase(sandbox) + "/contacts/bulk-update");
          assertBody(
              last(sandbox),
              """
              [{"id": "%s", "lastName": "King"},
               {"id": "%s", "cellPhone":
                 {"phoneNumber": "2025550101", "countryCode": "+1", "extension": "+"}},
               {"id": "nobody", "lastName": "King"}]
              """
                  .formatted(both.get(0).id(), both.get(1).id()));
          assertThat(result.totalRequested()).isEqualTo(3);
          assertThat(result.successful()).isEqualTo(1);
          assertThat(result.isWithoutFailures()).isFalse();
          assertThat(result.successfulRecords().get(0).contactId()).isEqualTo(both.get(0).id());
          assertThat(result.successfulRecords().get(0).contact().lastName()).isEqualTo("King");
          assertThat(result.failedRecords())
              .extracting(failed -> failed.contactId())
              .containsExactly(both.get(1).id(), "nobody");
          assertThat(result.unaccounted(List.of(both.get(0).id(), "nobody", "other")))
              .containsExactly("other");
        });
  }

  @Test
  void aServerThatWantsWholeContactsInABulkUpdateGetsThem() {
    with(
        sandbox().fullBulkUpdates(),
        (sandbox, contacts) -> {
          KoreContact read = contacts.create(ada()).execute();
          KoreContactChange part =
              new KoreContactChange(read.id(), KoreContactChanges.builder().lastName("K").build());
          ApiException.BadRequest refused =
              failure(
                  ApiException.BadRequest.class, () -> contacts.updateAll(List.of(part)).execute());
          assertThat(refused.status()).isEqualTo(412);
          assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
          KoreContactChange whole =
              new KoreContactChange(read.id(), read.toChanges().lastName("King").build());
          assertThat(contacts.updateAll(List.of(whole)).execute().isWithoutFailures()).isTrue();
        });
  }

  @Test
  void aDeletedContactComesBackInactiveAndASecondDeleteFindsNothing() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          String id = contacts.create(ada()).execute().id();
          Deleted<KoreContact> deleted = contacts.delete(id).execute();
          assertSent(last(sandbox), "DELETE", koreBase(sandbox) + "/contacts/" + id);
          assertThat(last(sandbox).body()).isEmpty();
          assertThat(deleted.alreadyGone()).isFalse();
          assertThat(deleted.last().status()).isEqualTo(KoreContactStatus.INACTIVE);
          ApiException.NotFound gone =
              failure(ApiException.NotFound.class, () -> contacts.delete(id).execute());
          assertThat(gone.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(contacts.create(ada()).execute().id()).isNotEqualTo(id);
        });
  }

  @Test
  void manyContactsAreDeletedByADeleteWithABody() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          List<String> ids =
              contacts.createAll(List.of(ada(), grace())).execute().stream()
                  .map(KoreContact::id)
                  .toList();
          KoreBulkResult result =
              contacts.deleteAll(List.of(ids.get(0), ids.get(1), "nobody")).execute();
          assertSent(last(sandbox), "DELETE", koreBase(sandbox) + "/contacts/bulk-delete");
          assertBody(
              last(sandbox),
              "{\"ids\": [\"%s\", \"%s\", \"nobody\"]}".formatted(ids.get(0), ids.get(1)));
          assertThat(result.successful()).isEqualTo(2);
          assertThat(result.failedRecords().get(0).contactId()).isEqualTo("nobody");
          assertThat(sandbox.contactCount()).isZero();
        });
  }

  @Test
  void anIdIsEncodedInThePath() {
    with(
        sandbox(),
        (sandbox, contacts) -> {
          assertThat(failure(() -> contacts.delete("a b?c#d%é").execute()))
              .isInstanceOf(ApiException.NotFound.class);
          assertThat(last(sandbox).path())
              .isEqualTo(koreBase(sandbox) + "/contacts/a%20b%3Fc%23d%25%C3%A9");
        });
  }

  @ParameterizedTest
  @EnumSource(KoreArrayPolicy.class)
  void withEveryArrayPolicyANumberStaysWithOneContact(KoreArrayPolicy policy) {
    with(
        sandbox().arrayPolicy(policy),
        (sandbox, contacts) -> {
          assertThat(contacts.create(ada()).execute().id()).isNotNull();
          assertThat(failure(() -> contacts.createAll(List.of(grace(), ada())).execute()))
              .isNotNull();
          long holders =
              sandbox.contacts().stream()
                  .filter(row -> ADA_E164.equals(phoneOf(row).get("phoneNumber")))
                  .count();
          assertThat(holders).isEqualTo(1);
        });
  }

  @Test
  void errorsUnderTheOtherKeyAreReadToo() {
    with(
        sandbox().errorsUnderMessage(),
        (sandbox, contacts) -> {
          ApiException.NotFound gone =
              failure(ApiException.NotFound.class, () -> contacts.delete("nobody").execute());
          assertThat(gone.reason()).isEqualTo("Contact not found");
          assertThat(gone.code()).isEqualTo("404");
        });
  }
}
