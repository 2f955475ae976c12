package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class TruedyContactsTest {

  private static final String JANE =
      "{\"phone_number\":\"+15551234567\",\"first_name\":\"Jane\",\"last_name\":\"Doe\","
          + "\"email\":\"jane@example.com\",\"custom_fields\":{\"tier\":\"gold\",\"score\":7}}";

  @Test
  void createsInTheShapeOfTheSchema(TruedySandbox sandbox) throws Exception {
    Http.Answer answer = new TruedyCalls(sandbox).post("/contacts", JANE);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.object("data"))
        .containsEntry("phone_number", "+15551234567")
        .containsEntry("first_name", "Jane")
        .containsEntry("custom_fields", Map.of("tier", "gold", "score", 7))
        .containsEntry("updated_at", null)
        .doesNotContainKeys("name", "folder_id");
    assertThat(answer.object("meta")).containsOnlyKeys("request_id", "ts");
    assertThat(sandbox.contacts()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TruedyContactShape.class)
  void answersInEveryDocumentedShape(TruedyContactShape shape) throws Exception {
    try (TruedySandbox sandbox =
        TruedySandbox.builder().contactShape(shape).metaTimestamp().createStatus(200).start()) {
      Http.Answer answer = new TruedyCalls(sandbox).post("/contacts", JANE);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.object("meta")).containsKey("timestamp");
      Map<String, Object> data = answer.object("data");
      switch (shape) {
        case SCHEMA -> assertThat(data).containsKey("phone_number").doesNotContainKey("phone");
        case EXAMPLE ->
            assertThat(data)
                .containsEntry("name", "Jane Doe")
                .containsEntry("phone", "+15551234567")
                .containsEntry("call_count", 0);
        case OLDER_REFERENCE ->
            assertThat(data)
                .containsOnlyKeys("id", "name", "phone_number", "folder_id", "created_at");
        case EARLIER_BACKEND ->
            assertThat(data)
                .containsEntry("metadata", Map.of("tier", "gold", "score", 7))
                .doesNotContainKey("custom_fields");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"phone_number\":null}",
        "{\"phone_number\":15551234567}",
        "{\"phone_number\":\"15551234567\"}",
        "{\"phone_number\":\"+05551234567\"}",
        "{\"phone_number\":\"+1\"}",
        "{\"phone_number\":\"+1555123456789012\"}",
        "{\"phone_number\":\"+15551234567\",\"email\":\"nobody\"}",
        "{\"phone_number\":\"+15551234567\",\"custom_fields\":[]}"
      })
  void refusesWhatDoesNotFitTheSchema(String body) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      Http.Answer answer = new TruedyCalls(sandbox).post("/contacts", body);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.object("error"))
          .containsEntry("code", "validation_error")
          .containsKey("details");
      assertThat(sandbox.contacts()).isEmpty();
    }
  }

  @Test
  void limitsNamesToAHundredCharacters(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    String body = "{\"phone_number\":\"+15551234567\",\"first_name\":\"%s\"}";
    assertThat(truedy.post("/contacts", body.formatted("x".repeat(101))).status()).isEqualTo(422);
    assertThat(truedy.post("/contacts", body.formatted("x".repeat(100))).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(TruedyErrorShape.class)
  void wordsAFailedValidationInEveryShape(TruedyErrorShape shape) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().errorShape(shape).start()) {
      Http.Answer answer = new TruedyCalls(sandbox).post("/contacts", "{}");
      assertThat(answer.status()).isEqualTo(422);
      switch (shape) {
        case GUIDE -> assertThat(answer.object()).containsOnlyKeys("error", "meta");
        case REFERENCE, EARLIER_BACKEND ->
            assertThat(answer.body())
                .isEqualTo(
                    "{\"detail\":[{\"loc\":[\"body\",\"phone_number\"],\"msg\":\"Field"
                        + " required\",\"type\":\"missing\"}]}");
        case DETAIL_TEXT ->
            assertThat(answer.object()).containsEntry("detail", "phone_number Field required");
        case DETAIL_ERROR -> assertThat(answer.object("detail")).containsOnlyKeys("error");
      }
    }
  }

  @Test
  void refusesAnotherKey(TruedySandbox sandbox) throws Exception {
    for (String header :
        new String[] {"Bearer wrong", "bearer " + sandbox.apiKey(), sandbox.apiKey()}) {
      Http.Answer answer =
          Http.send(
              Http.request("GET", sandbox.baseUrl() + "/contacts", "")
                  .header("Authorization", header));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.object("error"))
          .containsEntry("code", "unauthorized")
          .containsEntry("message", "Invalid or missing API key")
          .containsEntry("details", Map.of());
    }
  }

  @Test
  void refusesAnAddressOffTheList() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().allowedAddresses("10.0.0.1").start()) {
      assertThat(new TruedyCalls(sandbox).get("/contacts").status()).isEqualTo(403);
    }
    try (TruedySandbox sandbox = TruedySandbox.builder().allowedAddresses("127.0.0.1").start()) {
      assertThat(new TruedyCalls(sandbox).get("/contacts").status()).isEqualTo(200);
    }
  }

  @Test
  void pagesByOffsetNewestFirst(TruedySandbox sandbox) throws Exception {
    sandbox.seedContacts(120);
    TruedyCalls truedy = new TruedyCalls(sandbox);

    assertThat(truedy.get("/contacts").array("data"))
        .hasSize(50)
        .first()
        .hasFieldOrPropertyWithValue("first_name", "First119");
    Http.Answer last = truedy.get("/contacts?limit=100&offset=100");
    assertThat(last.array("data")).hasSize(20);
    assertThat(last.object("pagination"))
        .containsEntry("total", 120)
        .containsEntry("limit", 100)
        .containsEntry("offset", 100)
        .containsEntry("has_more", false);
    assertThat(truedy.get("/contacts?limit=101").status()).isEqualTo(422);
    assertThat(truedy.get("/contacts?offset=-1").status()).isEqualTo(422);
  }

  @Test
  void pagesByPageWhenTold() throws Exception {
    try (TruedySandbox sandbox =
        TruedySandbox.builder().paging(Paging.byPage()).oldestFirst().start()) {
      sandbox.seedContacts(120);
      Http.Answer answer = new TruedyCalls(sandbox).get("/contacts?limit=50&offset=100&page=2");
      assertThat(answer.array("data").get(0)).containsEntry("first_name", "First50");
      assertThat(answer.object("pagination"))
          .containsOnlyKeys("page", "limit", "total", "pages")
          .containsEntry("pages", 3);
    }
  }

  @Test
  void filtersByFolderAndText(TruedySandbox sandbox) throws Exception {
    String folder = sandbox.addFolder("Leads");
    sandbox.seedContacts(3, folder);
    sandbox.seedContacts(30);
    sandbox.addContact(Map.of("phone_number", "+15559", "last_call_outcome", "voicemail"));
    TruedyCalls truedy = new TruedyCalls(sandbox);

    assertThat(truedy.get("/contacts?folder_id=" + folder).array("data")).hasSize(3);
    assertThat(truedy.get("/contacts?search=FIRST3%20last3").array("data")).hasSize(1);
    assertThat(truedy.get("/contacts?search=5552000007").array("data")).hasSize(1);
    assertThat(truedy.get("/contacts?last_call_outcome=voicemail").array("data")).hasSize(1);
    assertThat(truedy.get("/contacts?last_call_outcome=x").status()).isEqualTo(422);
    assertThat(truedy.get("/contacts?folder_id=none").status()).isEqualTo(404);
  }

  @Test
  void updatesReplacingCustomFields(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    String id = (String) truedy.post("/contacts", JANE).object("data").get("id");

    Http.Answer answer =
        truedy.call(
            "PATCH",
            "/contacts/" + id,
            "{\"first_name\":null,\"phone_number\":\"+19\",\"custom_fields\":{\"a\":1}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object("data"))
        .containsEntry("first_name", null)
        .containsEntry("last_name", "Doe")
        .containsEntry("phone_number", "+15551234567")
        .containsEntry("custom_fields", Map.of("a", 1));
    assertThat(truedy.call("PATCH", "/contacts/none", "{}").object("error"))
        .containsEntry("code", "not_found")
        .containsEntry("details", Map.of("resource", "contact", "id", "none"));
  }

  @Test
  void updatesAsTheEarlierBackendWhenTold() throws Exception {
    try (TruedySandbox sandbox =
        TruedySandbox.builder().mergeCustomFields().ignoreNulls().refuseEmptyUpdates().start()) {
      TruedyCalls truedy = new TruedyCalls(sandbox);
      String path = "/contacts/" + truedy.post("/contacts", JANE).object("data").get("id");
      assertThat(truedy.call("PATCH", path, "{\"custom_fields\":{\"a\":1}}").object("data"))
          .containsEntry("custom_fields", Map.of("tier", "gold", "score", 7, "a", 1));
      assertThat(truedy.call("PATCH", path, "{\"first_name\":null}").status()).isEqualTo(422);
    }
  }

  @Test
  void hasFoldersThatTakeTheirContactsAlong(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    Http.Answer created =
        truedy.post("/contacts/folders", "{\"name\":\"Leads\",\"description\":null}");
    assertThat(created.status()).isEqualTo(201);
    String folder = (String) created.object("data").get("id");
    truedy.post("/contacts", JANE.replace("{\"phone", "{\"folder_id\":\"" + folder + "\",\"phone"));
    sandbox.seedContacts(2, folder);
    sandbox.seedContacts(1);

    Http.Answer list = truedy.get("/contacts/folders?sort_by=contact_count&order=asc");
    assertThat(list.array("data").get(0))
        .containsEntry("contact_count", 3)
        .doesNotContainKey("updated_at");
    assertThat(list.object()).containsKey("pagination");
    assertThat(truedy.call("DELETE", "/contacts/folders/" + folder, "").object("data"))
        .containsEntry("deleted", true);
    assertThat(sandbox.contactCount()).isEqualTo(1);
    assertThat(sandbox.folders()).isEmpty();
    assertThat(truedy.call("DELETE", "/contacts/folders/" + folder, "").status()).isEqualTo(404);
    assertThat(truedy.post("/contacts/folders", "{}").status()).isEqualTo(422);
  }

  @Test
  void listsFoldersUnpagedAndDeletesWithoutABodyWhenTold() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().unpagedFolders().emptyDeletes().start()) {
      String folder = sandbox.addFolder("Leads");
      TruedyCalls truedy = new TruedyCalls(sandbox);
      assertThat(truedy.get("/contacts/folders").object()).doesNotContainKey("pagination");
      Http.Answer deleted = truedy.call("DELETE", "/contacts/folders/" + folder, "");
      assertThat(deleted.status()).isEqualTo(204);
      assertThat(deleted.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TruedyFolderPolicy.class)
  void treatsTheFolderOfANewContactAsTold(TruedyFolderPolicy policy) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().folderPolicy(policy).start()) {
      TruedyCalls truedy = new TruedyCalls(sandbox);
      int without = truedy.post("/contacts", "{\"phone_number\":\"+15551\"}").status();
      int unknown =
          truedy.post("/contacts", "{\"phone_number\":\"+15551\",\"folder_id\":\"x\"}").status();
      assertThat(without).isEqualTo(policy == TruedyFolderPolicy.REQUIRED ? 422 : 201);
      assertThat(unknown).isEqualTo(policy == TruedyFolderPolicy.IGNORED ? 201 : 404);
    }
  }

  @Test
  void allowsANumberTwiceUnlessTold(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    truedy.post("/contacts", JANE);
    assertThat(truedy.post("/contacts", JANE).status()).isEqualTo(201);
    try (TruedySandbox strict = TruedySandbox.builder().uniquePhones().start()) {
      new TruedyCalls(strict).post("/contacts", JANE);
      assertThat(new TruedyCalls(strict).post("/contacts", JANE).status()).isEqualTo(409);
    }
  }

  @Test
  void deletesAFolderOfAMillionContacts(TruedySandbox sandbox) throws Exception {
    String folder = sandbox.addFolder("Leads");
    sandbox.seedContacts(1_000_000, folder);
    sandbox.seedContacts(1);
    TruedyCalls truedy = new TruedyCalls(sandbox);
    assertThat(truedy.get("/contacts?folder_id=" + folder + "&offset=999999").array("data").get(0))
        .containsEntry("first_name", "First0");
    assertThat(truedy.call("DELETE", "/contacts/folders/" + folder, "").status()).isEqualTo(200);
    assertThat(sandbox.contacts()).extracting("first_name").containsExactly("First1000000");
  }

  @Test
  void refusesMalformedJsonAndUndocumentedOperations(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    String id = sandbox.addContact(Map.of("phone_number", "+15551"));
    assertThat(truedy.post("/contacts", "{").status()).isEqualTo(400);
    assertThat(truedy.get("/contacts/" + id).status()).isEqualTo(404);
    assertThat(truedy.call("DELETE", "/contacts/" + id, "").object("error"))
        .containsEntry("code", "not_found");
    assertThat(truedy.call("PUT", "/contacts", "{}").status()).isEqualTo(405);
    assertThat(truedy.get("/calls").status()).isEqualTo(404);
  }
}
