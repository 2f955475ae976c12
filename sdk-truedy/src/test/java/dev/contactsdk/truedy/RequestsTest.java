package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.phone.PhoneNumber;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgentStatus;
import dev.contactsdk.truedy.agents.TruedyAgents;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyCallOutcome;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.folders.SortOrder;
import dev.contactsdk.truedy.folders.TruedyFolderListCall;
import dev.contactsdk.truedy.folders.TruedyFolderSort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each operation sends. */
class RequestsTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private RecordedRequest sent(String method, String target) {
    RecordedRequest request = vendor.request();
    assertThat(request.getMethod() + " " + request.getTarget())
        .isEqualTo(method + " /api/public/v1" + target);
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Vendor.KEY);
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    return request;
  }

  private static void isJson(RecordedRequest request, String json) {
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(Vendor.text(request)).isEqualTo(json);
  }

  @Test
  void createsAContactWithItsNumberAlone() {
    vendor.answersFile(201, "create-contact.schema");
    vendor.client.contacts().create(NewTruedyContact.builder("+14155550101").build()).execute();
    RecordedRequest request = sent("POST", "/contacts");
    isJson(request, "{\"phone_number\":\"+14155550101\"}");
    assertThat(request.getHeaders().get("X-Idempotency-Key")).isNull();
  }

  @Test
  void createsAContactWithEverything() {
    vendor.answersFile(201, "create-contact.schema");
    NewTruedyContact contact =
        NewTruedyContact.builder(PhoneNumber.parse("+1 (415) 555-0101"))
            .firstName("Jane")
            .lastName("Doe")
            .email("jane@example.org")
            .customField("account_type", "premium")
            .customFields(Map.of("score", 5000))
            .folder("folder_q7")
            .companyName("Tern")
            .industry("Boats")
            .location("Falmouth")
            .pinCode("TR11")
            .keywords(List.of("sail", "hull"))
            .metadata("berth", 7)
            .build();
    vendor.client.contacts().create(contact).execute();
    isJson(
        sent("POST", "/contacts"),
        "{\"phone_number\":\"+14155550101\",\"first_name\":\"Jane\",\"last_name\":\"Doe\","
            + "\"email\":\"jane@example.org\","
            + "\"custom_fields\":{\"account_type\":\"premium\",\"score\":5000},"
            + "\"folder_id\":\"folder_q7\",\"company_name\":\"Tern\",\"industry\":\"Boats\","
            + "\"location\":\"Falmouth\",\"pin_code\":\"TR11\",\"keywords\":\"sail,hull\","
            + "\"metadata\":{\"berth\":7}}");
  }

  @Test
  void listsContactsWithFilters() {
    vendor.answersFile(200, "list-contacts.by-offset");
    var unused =
        vendor
            .client
            .contacts()
            .list()
            .folder("f/1")
            .search("+1 415")
            .lastCallOutcome(TruedyCallOutcome.NO_ANSWER)
            .pageSize(20)
            .execute();
    sent(
        "GET",
        "/contacts?folder_id=f%2F1&search=%2B1%20415&last_call_outcome=no_answer"
            + "&limit=20&offset=0");
  }

  @Test
  void listsContactsInFullPagesByDefault() {
    vendor.answersFile(200, "list-contacts.by-offset");
    var unused = vendor.client.contacts().list().execute();
    assertThat(sent("GET", "/contacts?limit=100&offset=0").getBodySize()).isZero();
  }

  @Test
  void saysBothPlacesWhenItDoesNotKnowTheStyle() {
    vendor.answers(200, "{\"data\":[]}");
    var unused = vendor.client.contacts().list().skip(100).pageSize(50).execute();
    sent("GET", "/contacts?limit=50&offset=100&page=3");
  }

  @Test
  void changesOnlyWhatIsSet() {
    vendor.answersFile(200, "update-contact");
    TruedyContactChanges changes =
        TruedyContactChanges.builder()
            .firstName("Jane")
            .clearEmail()
            .customField("plan", "silver")
            .customField("old", null)
            .build();
    var unused = vendor.client.contacts().update("cnt 1ü", changes).execute();
    isJson(
        sent("PATCH", "/contacts/cnt%201%C3%BC"),
        "{\"first_name\":\"Jane\",\"email\":null,"
            + "\"custom_fields\":{\"plan\":\"silver\",\"old\":null}}");
  }

  @Test
  void sendsNoCustomFieldsAsAnEmptyObject() {
    vendor.answersFile(200, "update-contact").answersFile(201, "create-contact.schema");
    TruedyContactChanges none = TruedyContactChanges.builder().customFields(Map.of()).build();
    Vendor.run(vendor.client.contacts().update("cnt_1", none));
    isJson(sent("PATCH", "/contacts/cnt_1"), "{\"custom_fields\":{}}");
    NewTruedyContact contact =
        NewTruedyContact.builder("+14155550101").customField("a", 1).customFields(Map.of()).build();
    Vendor.run(vendor.client.contacts().create(contact));
    isJson(
        sent("POST", "/contacts"),
        "{\"phone_number\":\"+14155550101\",\"custom_fields\":{\"a\":1}}");
  }

  @Test
  void clearsEveryFieldThatCanBeChanged() {
    vendor.answersFile(200, "update-contact");
    TruedyContactChanges changes =
        TruedyContactChanges.builder()
            .clearFirstName()
            .clearLastName()
            .clearEmail()
            .clearCustomFields()
            .build();
    var unused = vendor.client.contacts().update("cnt_1", changes).execute();
    isJson(
        sent("PATCH", "/contacts/cnt_1"),
        "{\"first_name\":null,\"last_name\":null,\"email\":null,\"custom_fields\":null}");
  }

  @Test
  void createsAFolder() {
    vendor.answersFile(201, "create-folder").answersFile(201, "create-folder");
    Vendor.run(vendor.client.folders().create("Spring"));
    Vendor.run(vendor.client.folders().create("Spring", "Leads"));
    isJson(sent("POST", "/contacts/folders"), "{\"name\":\"Spring\"}");
    isJson(sent("POST", "/contacts/folders"), "{\"name\":\"Spring\",\"description\":\"Leads\"}");
  }

  @Test
  void listsFolders() {
    vendor.answersFile(200, "list-folders.by-offset").answersFile(200, "list-folders.by-offset");
    TruedyFolderListCall list = vendor.client.folders().list();
    var first = list.execute();
    var second = list.sortBy(TruedyFolderSort.CONTACT_COUNT).order(SortOrder.ASC).execute();
    assertThat(first).isEqualTo(second);
    sent("GET", "/contacts/folders?limit=100&offset=0");
    sent("GET", "/contacts/folders?sort_by=contact_count&order=asc&limit=100&offset=0");
  }

  @Test
  void deletesAFolder() {
    vendor.answersFile(200, "delete-folder");
    var unused = vendor.client.folders().deleteWithContacts("folder_q8").execute();
    assertThat(sent("DELETE", "/contacts/folders/folder_q8").getBodySize()).isZero();
  }

  @Test
  void createsAnAgentWithWhatIsRequired() {
    vendor.answersFile(201, "create-agent");
    NewTruedyAgent agent =
        NewTruedyAgent.builder().name("Desk").voice("voice_3").systemPrompt("Be brief.").build();
    vendor.client.agents().create(agent).idempotencyKey("order-17").execute();
    RecordedRequest request = sent("POST", "/agents");
    isJson(request, "{\"name\":\"Desk\",\"voice_id\":\"voice_3\",\"system_prompt\":\"Be brief.\"}");
    assertThat(request.getHeaders().get("X-Idempotency-Key")).isEqualTo("order-17");
  }

  @Test
  void createsAnAgentWithEverything() {
    vendor.answersFile(201, "create-agent");
    NewTruedyAgent agent =
        NewTruedyAgent.builder()
            .name("Desk")
            .voice("voice_3")
            .systemPrompt("Be brief.")
            .description("At night")
            .greeting("Ahoy.")
            .greetingSetting("first_speaker", "agent")
            .inactivityMessage("Still there?")
            .temperature(0.3)
            .languageHint("en-GB")
            .recordingEnabled(false)
            .maxDuration(Duration.ofHours(1))
            .joinTimeout(Duration.ofSeconds(30))
            .model("ultravox-v0.7")
            .tool("tool_1")
            .tool("tool_2")
            .knowledgeBase("kb_1")
            .build();
    vendor.client.agents().create(agent).execute();
    isJson(
        sent("POST", "/agents"),
        "{\"name\":\"Desk\",\"voice_id\":\"voice_3\",\"system_prompt\":\"Be brief.\","
            + "\"description\":\"At night\",\"greeting\":\"Ahoy.\","
            + "\"greeting_settings\":{\"first_speaker\":\"agent\"},"
            + "\"inactivity_message\":\"Still there?\",\"temperature\":0.3,"
            + "\"language_hint\":\"en-GB\",\"recording_enabled\":false,"
            + "\"max_duration\":\"3600s\",\"join_timeout\":\"30s\",\"model\":\"ultravox-v0.7\","
            + "\"tools\":[\"tool_1\",\"tool_2\"],\"knowledge_bases\":[\"kb_1\"]}");
  }

  @Test
  void listsAndGetsAgents() {
    vendor.answersFile(200, "list-agents").answersFile(200, "get-agent");
    TruedyAgents agents = vendor.client.agents();
    var unused = agents.list().status(TruedyAgentStatus.ACTIVE).name("desk").pageSize(5).execute();
    Vendor.run(agents.get("agt_k1"));
    sent("GET", "/agents?status=active&name=desk&limit=5&offset=0");
    sent("GET", "/agents/agt_k1");
  }

  @Test
  void reachesAnOperationThatIsNotModelled() {
    vendor.answers(200, "{\"data\":[{\"id\":\"voice_3\"}]}");
    Endpoint<Object> voices = Endpoint.get("voices", "/voices", Decoder.json(Object.class));
    Object answer = vendor.client.call(voices).query("limit", 2).execute();
    assertThat(answer.toString()).contains("voice_3");
    sent("GET", "/voices?limit=2");
  }
}
