package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgentPhoneNumber;
import dev.contactsdk.truedy.agents.TruedyAgentStatus;
import dev.contactsdk.truedy.agents.TruedyRef;
import dev.contactsdk.truedy.contacts.ImportError;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.folders.TruedyFolder;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every documented shape of every answer, property by property. */
class ShapesTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private ApiResponse<TruedyContact> create(int status, String file) {
    vendor.answersFile(status, file);
    NewTruedyContact contact = NewTruedyContact.builder("+14155550101").build();
    return vendor.client.contacts().create(contact).response();
  }

  @Test
  void aContactInTheShapeOfTheSchema() {
    ApiResponse<TruedyContact> response = create(201, "create-contact.schema");
    TruedyContact contact = response.body();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.requestId()).isEqualTo("req_m1");
    assertThat(contact.id()).isEqualTo("ctc_5b1d7c52-0001-4a00-8b00-aa0000000001");
    assertThat(contact.phoneNumber()).isEqualTo("+14155550101");
    assertThat(contact.name()).isNull();
    assertThat(contact.firstName()).isEqualTo("Mira");
    assertThat(contact.lastName()).isEqualTo("Halloway");
    assertThat(contact.displayName()).isEqualTo("Mira Halloway");
    assertThat(contact.email()).isEqualTo("mira@example.org");
    assertThat(contact.customFields())
        .containsExactly(
            Map.entry("plan", "gold"),
            Map.entry("score", 7),
            Map.entry("active", true),
            Map.entry("tags", List.of("a", "b")));
    assertThat(contact.folderId()).isNull();
    assertThat(contact.callCount()).isNull();
    assertThat(contact.keywords()).isEmpty();
    assertThat(contact.createdAt()).isEqualTo(Instant.parse("2026-05-02T09:15:00.250Z"));
    assertThat(contact.updatedAt()).isNull();
    assertThat(contact.additionalProperties()).isEmpty();
  }

  @Test
  void aContactInTheShapeOfTheExample() {
    TruedyContact contact = create(201, "create-contact.example").body();
    assertThat(contact.id()).isEqualTo("cnt_9zx8cv7b");
    assertThat(contact.phoneNumber()).isEqualTo("+14155550101");
    assertThat(contact.name()).isEqualTo("Mira Halloway");
    assertThat(contact.firstName()).isNull();
    assertThat(contact.lastName()).isNull();
    assertThat(contact.displayName()).isEqualTo("Mira Halloway");
    assertThat(contact.email()).isEqualTo("mira@example.org");
    assertThat(contact.folderId()).isEqualTo("folder_q7");
    assertThat(contact.customFields())
        .containsExactly(Map.entry("company", "Tern Ltd"), Map.entry("lead_score", "85"));
    assertThat(contact.callCount()).isEqualTo(3);
    assertThat(contact.lastCalledAt()).isEqualTo(Instant.parse("2026-05-01T18:30:00Z"));
    assertThat(contact.createdAt()).isEqualTo(Instant.parse("2026-04-11T07:00:00Z"));
    assertThat(contact.updatedAt()).isEqualTo(Instant.parse("2026-05-01T18:31:00Z"));
    assertThat(contact.additionalProperties()).isEmpty();
  }

  @Test
  void aContactInTheShapeOfTheOlderReference() {
    ApiResponse<TruedyContact> response = create(200, "create-contact.older-reference");
    assertThat(response.requestId()).isEqualTo("req_m3-5");
    assertThat(response.body().id()).isEqualTo("contact_77aa-5");
    assertThat(response.body().displayName()).isEqualTo("Mira Halloway");
    assertThat(response.body().phoneNumber()).isEqualTo("+14155550101");
    assertThat(response.body().folderId()).isEqualTo("folder_q7");
    assertThat(response.body().createdAt()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    assertThat(response.body().customFields()).isEmpty();
  }

  @Test
  void aContactWithMetadata() {
    TruedyContact contact = create(200, "create-contact.metadata").body();
    assertThat(contact.companyName()).isEqualTo("Tern Ltd");
    assertThat(contact.industry()).isEqualTo("Boats");
    assertThat(contact.location()).isEqualTo("Falmouth");
    assertThat(contact.pinCode()).isEqualTo("TR11");
    assertThat(contact.keywords()).containsExactly("sail", "hull");
    assertThat(contact.customFields()).containsOnly(Map.entry("berth", 14), Map.entry("crew", 2));
    assertThat(contact.createdAt()).isEqualTo(Instant.parse("2026-01-31T10:00:00.123456Z"));
    assertThat(contact.updatedAt()).isEqualTo(contact.createdAt());
    assertThat(contact.additionalProperties()).containsExactly(Map.entry("organisation", "org_x"));
  }

  @Test
  void aChangedContact() {
    vendor.answersFile(200, "update-contact");
    TruedyContactChanges changes = TruedyContactChanges.builder().lastName("Pell").build();
    TruedyContact contact = vendor.client.contacts().update("cnt_9zx8cv7b", changes).execute();
    assertThat(contact.displayName()).isEqualTo("Mira Pell");
    assertThat(contact.customFields()).containsExactly(Map.entry("plan", "silver"));
    assertThat(contact.lastCalledAt()).isNull();
  }

  @Test
  void contactsByOffset() {
    vendor.answersFile(200, "list-contacts.by-offset");
    ApiResponse<Page<TruedyContact>> response = vendor.client.contacts().list().response();
    assertThat(response.requestId()).isEqualTo("req_m5");
    assertThat(response.body().total()).isEqualTo(2);
    assertThat(response.body().hasNext()).isFalse();
    assertThat(response.body().items())
        .extracting(TruedyContact::id)
        .containsExactly("cnt_1", "cnt_2");
    assertThat(response.body().items().get(1).callCount()).isEqualTo(1);
  }

  @Test
  void contactsByPage() {
    vendor.answersFile(200, "list-contacts.by-page");
    Page<TruedyContact> page = vendor.client.contacts().list().execute();
    assertThat(page.total()).isEqualTo(1);
    assertThat(page.hasNext()).isFalse();
    assertThat(page.items().get(0).keywords()).containsExactly("sail");
    assertThat(page.items().get(0).displayName()).isEqualTo("Mira");
  }

  @Test
  void anEmptyListThatSaysNothingOfPages() {
    vendor.answersFile(200, "list-contacts.unpaged");
    Page<TruedyContact> page = vendor.client.contacts().list().execute();
    assertThat(page.items()).isEmpty();
    assertThat(page.total()).isNull();
    assertThat(page.hasNext()).isFalse();
  }

  private ImportResult importAnswer(String file) {
    vendor.answersFile(200, file);
    ByteArrayInputStream csv = new ByteArrayInputStream(new byte[] {'p'});
    return vendor.client.contacts().importCsv(csv, "leads.csv").execute();
  }

  @Test
  void anImportWithCounts() {
    ImportResult result = importAnswer("import.counts");
    assertThat(result.imported()).isEqualTo(10);
    assertThat(result.updated()).isEqualTo(2);
    assertThat(result.skipped()).isEqualTo(1);
    assertThat(result.errorCount()).isEqualTo(2);
    assertThat(result.folderId()).isEqualTo("folder_q7");
    assertThat(result.errors())
        .containsExactly(
            new ImportError(4, "+1oops", "Invalid phone number format", Map.of()),
            new ImportError(9, null, "Phone is missing", Map.of()));
  }

  @Test
  void anImportWithAListOfErrors() {
    ImportResult result = importAnswer("import.error-list");
    assertThat(result.imported()).isEqualTo(3);
    assertThat(result.updated()).isZero();
    assertThat(result.errorCount()).isEqualTo(2);
    assertThat(result.folderId()).isNull();
    assertThat(result.errors())
        .containsExactly(new ImportError(2, null, "Invalid phone number", Map.of()));
  }

  @Test
  void anImportKeepsWhatNoPageNames() {
    vendor.answers(
        200,
        "{\"data\":{\"imported\":1,\"updated\":\"some\",\"errors\":0,\"job_id\":\"j-1\",\"folder_id\":"
            + "{\"id\":\"f\"},\"error_details\":[{\"row\":2,\"phone\":[1],\"column\":\"phone\"}]}}");
    ByteArrayInputStream csv = new ByteArrayInputStream(new byte[] {'p'});
    ImportResult result = vendor.client.contacts().importCsv(csv, "leads.csv").execute();
    assertThat(result.additionalProperties())
        .isEqualTo(Map.of("updated", "some", "job_id", "j-1", "folder_id", Map.of("id", "f")));
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.row()).isEqualTo(2);
              assertThat(error.additionalProperties())
                  .containsOnlyKeys("phone", "column")
                  .containsEntry("column", "phone");
            });
  }

  @Test
  void anImportWithoutErrors() {
    ImportResult result = importAnswer("import.no-errors");
    assertThat(result.imported()).isEqualTo(3);
    assertThat(result.errorCount()).isZero();
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void foldersByOffset() {
    vendor.answersFile(200, "list-folders.by-offset");
    TruedyFolder folder = vendor.client.folders().list().execute().items().get(0);
    assertThat(folder.id()).isEqualTo("folder_q7");
    assertThat(folder.name()).isEqualTo("Spring");
    assertThat(folder.description()).isNull();
    assertThat(folder.contactCount()).isEqualTo(12);
    assertThat(folder.createdAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(folder.updatedAt()).isNull();
  }

  @Test
  void foldersThatComeAllAtOnce() {
    vendor.answersBy(request -> Vendor.file("list-folders.unpaged"));
    List<TruedyFolder> folders = vendor.client.folders().list().stream().toList();
    assertThat(folders).hasSize(1);
    assertThat(folders.get(0).description()).isEqualTo("Leads of autumn");
    assertThat(folders.get(0).updatedAt()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
  }

  @Test
  void aCreatedFolder() {
    vendor.answersFile(201, "create-folder");
    ApiResponse<TruedyFolder> response =
        vendor.client.folders().create("Spring", "Leads of spring").response();
    assertThat(response.requestId()).isEqualTo("req_m9");
    assertThat(response.body().id()).isEqualTo("folder_q8");
    assertThat(response.body().contactCount()).isZero();
  }

  @Test
  void aDeletedFolder() {
    vendor.answersFile(200, "delete-folder");
    Deleted<TruedyFolder> deleted =
        vendor.client.folders().deleteWithContacts("folder_q8").execute();
    assertThat(deleted.alreadyGone()).isFalse();
    assertThat(deleted.last().id()).isEqualTo("folder_q8");
    assertThat(deleted.last().additionalProperties()).containsExactly(Map.entry("deleted", true));
  }

  @Test
  void aDeletedFolderMayBeAnsweredWithAnythingThatIsJson() {
    for (String body : List.of("", "null", "{}", "true", "[]", "{\"data\":true,\"meta\":{}}")) {
      vendor.answers(200, body);
      Deleted<TruedyFolder> deleted =
          vendor.client.folders().deleteWithContacts("folder_q8").execute();
      assertThat(deleted.last()).as(body).isNull();
    }
  }

  @Test
  void aCreatedAgent() {
    vendor.answersFile(201, "create-agent");
    NewTruedyAgent agent =
        NewTruedyAgent.builder()
            .name("Harbour desk")
            .voice("voice_3")
            .systemPrompt("Be brief.")
            .build();
    TruedyAgent created = vendor.client.agents().create(agent).execute();
    assertThat(created.id()).isEqualTo("agt_k1");
    assertThat(created.name()).isEqualTo("Harbour desk");
    assertThat(created.description()).isEqualTo("Answers at night");
    assertThat(created.status()).isEqualTo(TruedyAgentStatus.ACTIVE);
    assertThat(created.voiceId()).isEqualTo("voice_3");
    assertThat(created.voiceName()).isEqualTo("Wren");
    assertThat(created.systemPrompt()).isEqualTo("Be brief.");
    assertThat(created.model()).isEqualTo("ultravox-v0.7");
    assertThat(created.tools()).containsExactly(new TruedyRef("tool_1", Map.of()));
    assertThat(created.knowledgeBases()).containsExactly(new TruedyRef("kb_1", Map.of()));
    assertThat(created.temperature()).isEqualTo(0.7);
    assertThat(created.createdAt()).isEqualTo(Instant.parse("2026-05-02T10:00:00Z"));
    assertThat(created.updatedAt()).isEqualTo(Instant.parse("2026-05-02T10:00:01Z"));
    assertThat(created.additionalProperties()).isEmpty();
  }

  @Test
  void anAgentInTheShapeOfGet() {
    vendor.answersFile(200, "get-agent");
    TruedyAgent agent = vendor.client.agents().get("agt_k1").execute();
    assertThat(agent.status()).isEqualTo(TruedyAgentStatus.of("warming_up"));
    assertThat(agent.greeting()).isEqualTo("Ahoy.");
    assertThat(agent.inactivityMessage()).isEqualTo("Still there?");
    assertThat(agent.inactivityTimeout()).isEqualTo(20);
    assertThat(agent.maxDuration()).isEqualTo("3600");
    assertThat(agent.knowledgeBases()).extracting(TruedyRef::id).containsExactly("kb_1");
    assertThat(agent.tools()).containsExactly(new TruedyRef("tool_1", Map.of("name", "lookup")));
  }

  @Test
  void listedAgents() {
    vendor.answersFile(200, "list-agents");
    TruedyAgent agent = vendor.client.agents().list().execute().items().get(0);
    assertThat(agent.status()).isEqualTo(TruedyAgentStatus.DRAFT);
    assertThat(agent.inboundPhoneNumbers())
        .containsExactly(new TruedyAgentPhoneNumber("num_1", "+14155550190", Map.of()));
    assertThat(agent.outboundPhoneNumbers()).isEmpty();
    assertThat(agent.tools()).isEmpty();
  }
}
