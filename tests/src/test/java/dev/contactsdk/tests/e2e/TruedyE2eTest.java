package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ADA_E164;
import static dev.contactsdk.tests.e2e.Support.assertBody;
import static dev.contactsdk.tests.e2e.Support.assertSent;
import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.last;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.SandboxRequest;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedyErrorShape;
import dev.contactsdk.sandbox.TruedyFolderPolicy;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgentStatus;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyCallOutcome;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.folders.SortOrder;
import dev.contactsdk.truedy.folders.TruedyFolder;
import dev.contactsdk.truedy.folders.TruedyFolderSort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TruedyE2eTest {

  private static final String BASE = "/api/public/v1";
  private static final String CSV =
      """
      phone,name,email,lead_score
      +12025550101,Ada Byron,ada@example.org,70
      +12025550102,"Hopper, Grace",grace@example.org,80
      oops,Nobody,,
      """;

  private static void with(
      TruedySandboxBuilder builder, BiConsumer<TruedySandbox, TruedyClient> test) {
    try (TruedySandbox sandbox = builder.start();
        TruedyClient client = sandbox.clientBuilder().timeSource(new VirtualClock()).build()) {
      test.accept(sandbox, client);
    }
  }

  private static TruedySandboxBuilder sandbox() {
    return TruedySandbox.builder().clock(new VirtualClock());
  }

  private static NewTruedyContact.Builder ada() {
    return NewTruedyContact.builder(ADA_E164).firstName("Ada").lastName("Byron");
  }

  private static NewTruedyAgent agent() {
    return NewTruedyAgent.builder().name("Sales").voice("voice-1").systemPrompt("Be kind.").build();
  }

  @Test
  void aContactIsSentAsDocumentedAndComesBackWithItsId() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          ApiResponse<TruedyContact> response =
              truedy
                  .contacts()
                  .create(
                      ada()
                          .email("ada@example.org")
                          .customField("tier", "gold")
                          .customField("score", 7)
                          .build())
                  .response();
          SandboxRequest request = last(sandbox);
          assertSent(request, "POST", BASE + "/contacts");
          assertBody(
              request,
              """
              {"phone_number": "+12025550101", "first_name": "Ada", "last_name": "Byron",
               "email": "ada@example.org", "custom_fields": {"tier": "gold", "score": 7}}
              """);
          assertThat(request.header("Authorization")).isEqualTo("Bearer " + sandbox.apiKey());
          assertThat(request.header("X-Idempotency-Key")).isNull();
          assertThat(response.status()).isEqualTo(201);
          assertThat(response.requestId()).startsWith("req_");
          TruedyContact contact = response.body();
          assertThat(contact.id()).isEqualTo(sandbox.contacts().get(0).get("id"));
          assertThat(contact.phoneNumber()).isEqualTo(ADA_E164);
          assertThat(contact.displayName()).isEqualTo("Ada Byron");
          assertThat(contact.customFields()).containsEntry("tier", "gold");
          assertThat(contact.customFields().get("score").toString()).isEqualTo("7");
          assertThat(contact.createdAt()).isNotNull();
        });
  }

  @ParameterizedTest
  @EnumSource(TruedyContactShape.class)
  void everyDocumentedShapeOfAContactGivesNumberNameAndId(TruedyContactShape shape) {
    with(
        sandbox().contactShape(shape).metaTimestamp().requestIdHeader().createStatus(200),
        (sandbox, truedy) -> {
          ApiResponse<TruedyContact> created =
              truedy
                  .contacts()
                  .create(ada().email("a@example.org").customField("k", "v").build())
                  .response();
          assertThat(created.requestId()).startsWith("req_");
          TruedyContact listed = truedy.contacts().list().execute().items().get(0);
          for (TruedyContact contact : List.of(created.body(), listed)) {
            assertThat(contact.id()).isEqualTo(sandbox.contacts().get(0).get("id"));
            assertThat(contact.phoneNumber()).isEqualTo(ADA_E164);
            assertThat(contact.displayName()).isEqualTo("Ada Byron");
            assertThat(contact.createdAt()).isNotNull();
            if (shape != TruedyContactShape.OLDER_REFERENCE) {
              assertThat(contact.email()).isEqualTo("a@example.org");
              assertThat(contact.customFields()).containsEntry("k", "v");
            }
          }
          TruedyContact updated =
              truedy
                  .contacts()
                  .update(
                      created.body().id(), TruedyContactChanges.builder().firstName("Eda").build())
                  .execute();
          assertThat(updated.displayName()).isEqualTo("Eda Byron");
        });
  }

  @Test
  void aFolderIsSentOnlyWhenSetAndARequiredOneIsNamed() {
    with(
        sandbox().folderPolicy(TruedyFolderPolicy.REQUIRED),
        (sandbox, truedy) -> {
          String folder = sandbox.addFolder("Leads");
          ApiException.BadRequest refused =
              failure(
                  ApiException.BadRequest.class,
                  () -> truedy.contacts().create(ada().build()).execute());
          assertThat(refused.fieldErrors().get(0).field()).isEqualTo("folder_id");
          assertThat(refused.getMessage()).contains("folder_id");
          assertThat(truedy.contacts().create(ada().folder(folder).build()).execute()).isNotNull();
          assertThat(sandbox.contacts().get(0)).containsEntry("folder_id", folder);
          assertThat(
                  failure(
                      () -> truedy.contacts().create(ada().folder("nowhere").build()).execute()))
              .isInstanceOf(ApiException.NotFound.class);
        });
  }

  @Test
  void theSameNumberTwiceIsAConflictWhereTheServerRefusesIt() {
    with(
        sandbox().uniquePhones(),
        (sandbox, truedy) -> {
          assertThat(truedy.contacts().create(ada().build()).execute()).isNotNull();
          ApiException.Conflict conflict =
              failure(
                  ApiException.Conflict.class,
                  () -> truedy.contacts().create(ada().build()).execute());
          assertThat(conflict.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(conflict.code()).isEqualTo("conflict");
          assertThat(sandbox.contactCount()).isEqualTo(1);
        });
  }

  @Test
  void anUpdateSendsOnlyWhatChangesAndNullOnlyWhereAsked() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          String id =
              truedy
                  .contacts()
                  .create(ada().email("a@example.org").customField("k", "v").build())
                  .execute()
                  .id();
          TruedyContact updated =
              truedy
                  .contacts()
                  .update(id, TruedyContactChanges.builder().lastName("King").clearEmail().build())
                  .execute();
          assertSent(last(sandbox), "PATCH", BASE + "/contacts/" + id);
          assertBody(last(sandbox), "{\"last_name\": \"King\", \"email\": null}");
          assertThat(updated.lastName()).isEqualTo("King");
          assertThat(updated.email()).isNull();
          assertThat(updated.customFields()).containsEntry("k", "v");
          assertThat(sandbox.contacts().get(0)).doesNotContainKey("email");
        });
  }

  @Test
  void anUpdateOfNobodyIsNotFoundWithTheVendorsDetails() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          ApiException.NotFound gone =
              failure(
                  ApiException.NotFound.class,
                  () ->
                      truedy
                          .contacts()
                          .update(
                              "ctc_nobody", TruedyContactChanges.builder().firstName("A").build())
                          .execute());
          assertThat(gone.code()).isEqualTo("not_found");
          assertThat(gone.requestId()).startsWith("req_");
          assertThat(gone.outcome()).isEqualTo(Outcome.REJECTED);
        });
  }

  @ParameterizedTest
  @EnumSource(TruedyErrorShape.class)
  void everyDocumentedShapeOfAnErrorIsTheSameException(TruedyErrorShape shape) {
    with(
        sandbox().errorShape(shape).requestIdHeader(),
        (sandbox, truedy) -> {
          ApiException.NotFound gone =
              failure(
                  ApiException.NotFound.class, () -> truedy.agents().get("agt_nobody").execute());
          assertThat(gone.reason()).contains("agent not found");
          assertThat(gone.requestId()).isNotBlank();

          NewTruedyContact wrong = ada().email("ada@nowhere").build();
          ApiException.BadRequest refused =
              failure(
                  ApiException.BadRequest.class, () -> truedy.contacts().create(wrong).execute());
          assertThat(refused.status()).isEqualTo(422);
          assertThat(refused.getMessage()).contains("email");
          boolean namesField = shape != TruedyErrorShape.DETAIL_TEXT;
          assertThat(refused.outcome()).isEqualTo(namesField ? Outcome.REJECTED : Outcome.UNKNOWN);
          if (namesField) {
            assertThat(refused.fieldErrors()).extracting(error -> error.field()).contains("email");
            assertThat(refused.code()).isEqualTo("validation_error");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(TruedyErrorShape.class)
  void aWrongKeyIsUnauthorizedAndNotRepeated(TruedyErrorShape shape) {
    try (TruedySandbox sandbox = sandbox().errorShape(shape).start();
        TruedyClient truedy = sandbox.clientBuilder().apiKey("truedy_wrong").build()) {
      SdkException refused = failure(() -> truedy.contacts().list().execute());
      assertThat(refused).isInstanceOf(ApiException.Unauthorized.class);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void aKeyUsedFromAnotherAddressIsAPermissionError() {
    with(
        sandbox().allowedAddresses("192.0.2.1"),
        (sandbox, truedy) ->
            assertThat(failure(() -> truedy.contacts().list().execute()))
                .isInstanceOf(ApiException.PermissionDenied.class));
  }

  @Test
  void contactsAreListedInEitherPagingStyleAndFiltered() {
    for (Paging paging : List.of(Paging.byPage(), Paging.bySkip())) {
      with(
          sandbox().paging(paging),
          (sandbox, truedy) -> {
            String folder = sandbox.addFolder("Leads");
            sandbox.seedContacts(120);
            sandbox.seedContacts(7, folder);
            assertThat(list(truedy.contacts().list().items()))
                .extracting(TruedyContact::id)
                .doesNotHaveDuplicates()
                .hasSize(127);
            assertThat(list(truedy.contacts().list().folder(folder).pageSize(3).items()))
                .extracting(TruedyContact::id)
                .doesNotHaveDuplicates()
                .hasSize(7);
            assertThat(last(sandbox).query()).containsEntry("folder_id", folder);
            Page<TruedyContact> third = truedy.contacts().list().skip(100).pageSize(50).execute();
            assertThat(third.items()).hasSize(27);
            assertThat(third.total()).isEqualTo(127);
            assertThat(list(truedy.contacts().list().search("First99").items())).hasSize(1);
            assertThat(
                    list(
                        truedy
                            .contacts()
                            .list()
                            .lastCallOutcome(TruedyCallOutcome.VOICEMAIL)
                            .items()))
                .isEmpty();
            assertThat(last(sandbox).query()).containsEntry("last_call_outcome", "voicemail");
          });
    }
  }

  @Test
  void theFirstPageOfContactsIsAskedForAsDocumented() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          assertThat(truedy.contacts().list().pageSize(50).execute().items()).isEmpty();
          assertSent(last(sandbox), "GET", BASE + "/contacts?limit=50&offset=0");
          assertThat(truedy.folders().list().pageSize(50).execute().items()).isEmpty();
          assertSent(last(sandbox), "GET", BASE + "/contacts/folders?limit=50&offset=0");
          assertThat(truedy.agents().list().pageSize(50).execute().items()).isEmpty();
          assertSent(last(sandbox), "GET", BASE + "/agents?limit=50&offset=0");
        });
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void foldersAreMadeListedAndDeletedWithTheirContacts(boolean emptyDeletes) {
    TruedySandboxBuilder builder = sandbox();
    with(
        emptyDeletes ? builder.emptyDeletes() : builder,
        (sandbox, truedy) -> {
          TruedyFolder leads = truedy.folders().create("Leads", "Spring").execute();
          assertSent(last(sandbox), "POST", BASE + "/contacts/folders");
          assertBody(last(sandbox), "{\"name\": \"Leads\", \"description\": \"Spring\"}");
          TruedyFolder other = truedy.folders().create("Other").execute();
          assertBody(last(sandbox), "{\"name\": \"Other\"}");
          sandbox.seedContacts(3, leads.id());
          sandbox.seedContacts(2, other.id());

          assertThat(
                  list(
                      truedy
                          .folders()
                          .list()
                          .sortBy(TruedyFolderSort.CONTACT_COUNT)
                          .order(SortOrder.ASC)
                          .items()))
              .extracting(TruedyFolder::contactCount)
              .containsExactly(2, 3);
          assertThat(last(sandbox).query())
              .containsEntry("sort_by", "contact_count")
              .containsEntry("order", "asc");

          Deleted<TruedyFolder> deleted = truedy.folders().deleteWithContacts(leads.id()).execute();
          assertSent(last(sandbox), "DELETE", BASE + "/contacts/folders/" + leads.id());
          assertThat(deleted.alreadyGone()).isFalse();
          assertThat(sandbox.contactCount()).isEqualTo(2);
          assertThat(sandbox.folders()).hasSize(1);
          assertThat(failure(() -> truedy.folders().deleteWithContacts(leads.id()).execute()))
              .isInstanceOf(ApiException.NotFound.class);
        });
  }

  @Test
  void unpagedFoldersAreListedWhole() {
    with(
        sandbox().unpagedFolders(),
        (sandbox, truedy) -> {
          for (int i = 0; i < 130; i++) {
            sandbox.addFolder("F" + i);
          }
          assertThat(list(truedy.folders().list().items()))
              .extracting(TruedyFolder::id)
              .doesNotHaveDuplicates()
              .hasSize(130);
          // More rows than requested may be a page of a larger size.
          assertThat(sandbox.requestCount()).isEqualTo(2);
          assertThat(list(truedy.folders().list().pageSize(10).items())).hasSize(130);
        });
  }

  @Test
  void aFileIsImportedAsTheDocumentedParts(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("leads.csv"), CSV);
    with(
        sandbox(),
        (sandbox, truedy) -> {
          String folder = sandbox.addFolder("Leads");
          ImportResult result =
              truedy.contacts().importCsv(file).folder(folder).overwriteExisting(true).execute();
          SandboxRequest request = last(sandbox);
          assertSent(request, "POST", BASE + "/contacts/import");
          assertThat(request.header("Content-Type")).startsWith("multipart/form-data; boundary=");
          assertThat(request.header("X-Idempotency-Key")).isNull();
          assertThat(request.body())
              .contains("name=\"file\"; filename=\"leads.csv\"")
              .contains("name=\"folder_id\"")
              .contains("name=\"overwrite_existing\"")
              .contains(CSV);
          assertThat(result.imported()).isEqualTo(2);
          assertThat(result.errorCount()).isEqualTo(1);
          assertThat(result.folderId()).isEqualTo(folder);
          assertThat(result.errors().get(0).reason()).contains("phone number");
          assertThat(result.errors().get(0).phone()).isEqualTo("oops");
          assertThat(sandbox.contacts().get(1))
              .containsEntry("first_name", "Hopper, Grace")
              .containsEntry("folder_id", folder);

          ImportResult again =
              truedy.contacts().importCsv(file).folder(folder).overwriteExisting(true).execute();
          assertThat(again.updated()).isEqualTo(2);
          ImportResult skipped = truedy.contacts().importCsv(file).folder(folder).execute();
          assertThat(skipped.skipped()).isEqualTo(2);
          assertThat(last(sandbox).body()).doesNotContain("overwrite_existing");
          assertThat(sandbox.contactCount()).isEqualTo(2);
        });
  }

  @Test
  void aStreamIsImportedOnceAndTheOlderAnswerIsRead() {
    with(
        sandbox().legacyImport(),
        (sandbox, truedy) -> {
          var call =
              truedy
                  .contacts()
                  .importCsv(
                      new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)), "a.csv");
          ImportResult result = call.execute();
          assertThat(result.imported()).isEqualTo(2);
          assertThat(result.errorCount()).isEqualTo(1);
          assertThat(result.errors().get(0).reason()).contains("phone number");
          SdkException second = failure(call::execute);
          assertThat(second.outcome()).isEqualTo(Outcome.NOT_SENT);
          assertThat(sandbox.requestCount()).isEqualTo(1);

          String fine = "phone\n+12025550199\n";
          ImportResult clean =
              truedy
                  .contacts()
                  .importCsv(
                      new ByteArrayInputStream(fine.getBytes(StandardCharsets.UTF_8)), "b.csv")
                  .execute();
          assertThat(clean.errors()).isEmpty();
          assertThat(clean.errorCount()).isZero();
        });
  }

  @Test
  void anAgentIsSentAsDocumentedWithAKeyOfItsOwn() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          TruedyAgent created =
              truedy
                  .agents()
                  .create(
                      NewTruedyAgent.builder()
                          .name("Sales")
                          .voice("voice-1")
                          .systemPrompt("Be kind.")
                          .description("Sells")
                          .greeting("Hello")
                          .temperature(0.5)
                          .languageHint("en-US")
                          .recordingEnabled(false)
                          .maxDuration(Duration.ofHours(1))
                          .joinTimeout(Duration.ofSeconds(30))
                          .model("ultravox-v0.7")
                          .tool("t1")
                          .knowledgeBase("k1")
                          .build())
                  .execute();
          assertSent(last(sandbox), "POST", BASE + "/agents");
          assertBody(
              last(sandbox),
              """
              {"name": "Sales", "voice_id": "voice-1", "system_prompt": "Be kind.",
               "description": "Sells", "greeting": "Hello", "temperature": 0.5,
               "language_hint": "en-US", "recording_enabled": false, "max_duration": "3600s",
               "join_timeout": "30s", "model": "ultravox-v0.7", "tools": ["t1"],
               "knowledge_bases": ["k1"]}
              """);
          String key = last(sandbox).header("X-Idempotency-Key");
          assertThat(key).hasSize(36);
          assertThat(created.status()).isEqualTo(TruedyAgentStatus.ACTIVE);
          assertThat(created.tools().get(0).id()).isEqualTo("t1");
          assertThat(truedy.agents().create(agent()).execute().id()).isNotEqualTo(created.id());
          assertThat(last(sandbox).header("X-Idempotency-Key")).isNotEqualTo(key);
        });
  }

  @Test
  void theSameKeyReplaysTheAgentAlsoWithStrictHeaders() {
    with(
        sandbox().strictIdempotency(),
        (sandbox, truedy) -> {
          TruedyAgent first = truedy.agents().create(agent()).idempotencyKey("key-1").execute();
          TruedyAgent again = truedy.agents().create(agent()).idempotencyKey("key-1").execute();
          assertThat(again.id()).isEqualTo(first.id());
          assertThat(sandbox.agents()).hasSize(1);
        });
  }

  @Test
  void aRepeatedAttemptAtAnAgentSendsTheSameBytesAndMakesOneAgent() {
    with(
        sandbox().strictIdempotency(),
        (sandbox, truedy) -> {
          sandbox.fail().next().with(Fault.cutAfterStore());
          sandbox.fail().call(2).with(Fault.storeThenStatus(500));
          sandbox.fail().call(3).with(Fault.halfBody());
          ApiResponse<TruedyAgent> response = truedy.agents().create(agent()).response();
          assertThat(response.attempts()).isEqualTo(4);
          assertThat(sandbox.agents()).hasSize(1);
          assertThat(response.body().id()).isEqualTo(sandbox.agents().get(0).get("id"));
          List<SandboxRequest> requests = sandbox.requests();
          assertThat(requests).hasSize(4);
          for (SandboxRequest request : requests) {
            assertThat(request.headers()).isEqualTo(requests.get(0).headers());
            assertThat(request.bodyBytes()).isEqualTo(requests.get(0).bodyBytes());
          }
        });
  }

  @Test
  void agentsAreListedFilteredAndRead() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          String draft = sandbox.addAgent(Map.of("name", "Draft one", "status", "draft"));
          sandbox.addAgent(Map.of("name", "Sales"));
          assertThat(list(truedy.agents().list().items())).hasSize(2);
          assertThat(list(truedy.agents().list().status(TruedyAgentStatus.DRAFT).items()))
              .extracting(TruedyAgent::id)
              .containsExactly(draft);
          assertThat(list(truedy.agents().list().name("sale").items())).hasSize(1);
          assertThat(truedy.agents().get(draft).execute().name()).isEqualTo("Draft one");
          assertSent(last(sandbox), "GET", BASE + "/agents/" + draft);
        });
  }

  @Test
  void aRefusedEmptyUpdateIsNeverSent() {
    with(
        sandbox().refuseEmptyUpdates(),
        (sandbox, truedy) -> {
          assertThat(failure(() -> TruedyContactChanges.builder().build())).isNotNull();
          assertThat(sandbox.requestCount()).isZero();
        });
  }

  @Test
  void oneCallObjectRunsManyTimesAndEachVariantIsItsOwn() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          var call = truedy.contacts().create(ada().build());
          var once = call.retry(RetryPolicy.none()).header("X-Trace", "t-1");
          assertThat(once.execute().id()).isNotEqualTo(call.execute().id());
          assertThat(sandbox.requests().get(0).header("X-Trace")).isEqualTo("t-1");
          assertThat(sandbox.requests().get(1).header("X-Trace")).isNull();
        });
  }

  @Test
  void anAsynchronousCallGivesTheSameResultAndTheSameError() {
    with(
        sandbox(),
        (sandbox, truedy) -> {
          assertThat(truedy.contacts().create(ada().build()).executeAsync().join().id())
              .isEqualTo(sandbox.contacts().get(0).get("id"));
          assertThat(truedy.agents().get("agt_nobody").executeAsync())
              .failsWithin(Duration.ofSeconds(20))
              .withThrowableThat()
              .withCauseInstanceOf(ApiException.NotFound.class);
        });
  }
}
