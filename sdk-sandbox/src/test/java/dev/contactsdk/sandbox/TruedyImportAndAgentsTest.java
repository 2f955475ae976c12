package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class TruedyImportAndAgentsTest {

  private static final String CSV =
      "phone,name,email,company\r\n"
          + "+15550001,\"Ada, \"\"A\"\"\",ada@example.com,\"Two\r\nlines\"\r\n"
          + "oops,Bob,,\r\n"
          + "+15552000000,Eve,,X\r\n";
  private static final String AGENT =
      "{\"name\":\"A\",\"voice_id\":\"v\",\"system_prompt\":\"Be brief.\"}";

  private static Http.Answer send(TruedySandbox sandbox, Map<String, String> fields, String csv)
      throws Exception {
    return new TruedyCalls(sandbox).post("/contacts/import", Http.multipart(fields, "file", csv));
  }

  private static Http.Answer create(TruedySandbox sandbox, String key, String... more)
      throws Exception {
    var request =
        new TruedyCalls(sandbox).request("POST", "/agents", AGENT).header("X-Idempotency-Key", key);
    if (more.length > 0) {
      request.headers(more);
    }
    return Http.send(request);
  }

  @Test
  void importsQuotedCellsAndCountsWhatItDid(TruedySandbox sandbox) throws Exception {
    sandbox.seedContacts(1);
    Http.Answer answer = send(sandbox, Map.of(), CSV);

    assertThat(answer.status()).isEqualTo(200);
    Map<String, Object> data = answer.object("data");
    assertThat(data)
        .containsEntry("imported", 1)
        .containsEntry("updated", 0)
        .containsEntry("skipped", 1)
        .containsEntry("errors", 1)
        .containsEntry(
            "error_details",
            List.of(Map.of("row", 2, "phone", "oops", "reason", "Invalid phone number format")));
    assertThat(sandbox.contacts().get(1))
        .containsEntry("first_name", "Ada, \"A\"")
        .containsEntry("custom_fields", Map.of("company", "Two\r\nlines"))
        .containsEntry("folder_id", data.get("folder_id"));
    assertThat(sandbox.folders()).extracting("name").containsExactly("Default");
  }

  @Test
  void overwritesWhenAsked(TruedySandbox sandbox) throws Exception {
    sandbox.seedContacts(1);
    String folder = sandbox.addFolder("Leads");
    Http.Answer answer =
        send(sandbox, Map.of("overwrite_existing", "true", "folder_id", folder), CSV);
    assertThat(answer.object("data"))
        .containsEntry("updated", 1)
        .containsEntry("folder_id", folder);
    assertThat(sandbox.contacts().get(0)).containsEntry("first_name", "Eve");
    assertThat(send(sandbox, Map.of("folder_id", "none"), CSV).status()).isEqualTo(404);
    assertThat(send(sandbox, Map.of("overwrite_existing", "perhaps"), CSV).status()).isEqualTo(422);
  }

  @Test
  void answersAsTheEarlierBackendWhenTold() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().legacyImport().start()) {
      assertThat(send(sandbox, Map.of(), CSV).object("data"))
          .containsEntry("successful", 2)
          .containsEntry("failed", 1)
          .containsEntry(
              "errors", List.of(Map.of("row", 2, "error", "Invalid phone number format")));
      assertThat(send(sandbox, Map.of(), "phone\n+15559\n").object("data"))
          .containsEntry("errors", null);
    }
  }

  @Test
  void wantsAFileWithAPhoneColumn(TruedySandbox sandbox) throws Exception {
    assertThat(send(sandbox, Map.of(), "number\n+1555\n").status()).isEqualTo(422);
    assertThat(send(sandbox, Map.of(), "\uFEFFphone\n+1555\n").status()).isEqualTo(422);
    assertThat(send(sandbox, Map.of(), "phone,name\n+1555,\"open\n").status()).isEqualTo(422);
    TruedyCalls truedy = new TruedyCalls(sandbox);
    assertThat(truedy.post("/contacts/import", Http.multipart(Map.of(), "other", CSV)).status())
        .isEqualTo(422);
    assertThat(truedy.post("/contacts/import", "{}").status()).isEqualTo(422);
  }

  @Test
  void takesTheOlderFormWhenTold() throws Exception {
    String file = Base64.getEncoder().encodeToString(CSV.getBytes(StandardCharsets.UTF_8));
    try (TruedySandbox sandbox =
        TruedySandbox.builder().importForm(TruedyImportForm.OLDER).start()) {
      TruedyCalls truedy = new TruedyCalls(sandbox);
      String folder = "\"folder_id\":\"" + sandbox.addFolder("Leads") + "\"";
      Http.Answer answer =
          truedy.post("/contacts/import", "{" + folder + ",\"base64_file\":\"" + file + "\"}");
      assertThat(answer.object("data"))
          .containsEntry("successful", 2)
          .containsEntry("failed", 0)
          .containsEntry("errors", null);
      assertThat(
              truedy
                  .post("/contacts/import", "{" + folder + ",\"contacts\":[{},{\"phone\":1}]}")
                  .object("data"))
          .containsEntry("failed", 2)
          .containsKey("errors");
      assertThat(truedy.post("/contacts/import", "{" + folder + "}").status()).isEqualTo(422);
      assertThat(truedy.post("/contacts/import", "{}").status()).isEqualTo(422);
      assertThat(
              truedy.post("/contacts/import", "{" + folder + ",\"base64_file\":\"aA==\"}").status())
          .isEqualTo(422);
      assertThat(send(sandbox, Map.of(), CSV).status()).isEqualTo(422);
    }
  }

  @Test
  void createsGetsAndListsAgents(TruedySandbox sandbox) throws Exception {
    TruedyCalls truedy = new TruedyCalls(sandbox);
    Http.Answer created = truedy.post("/agents", AGENT);
    assertThat(created.status()).isEqualTo(201);
    String id = (String) created.object("data").get("id");
    sandbox.addAgent(Map.of("name", "Draft bot", "status", "draft"));

    assertThat(truedy.get("/agents/" + id).object("data"))
        .containsEntry("name", "A")
        .containsEntry("status", "active");
    assertThat(truedy.get("/agents?status=draft").array("data"))
        .extracting("name")
        .containsExactly("Draft bot");
    assertThat(truedy.get("/agents?name=BOT&limit=1").array("data")).hasSize(1);
    assertThat(truedy.get("/agents?status=x").status()).isEqualTo(422);
    assertThat(truedy.get("/agents/none").status()).isEqualTo(404);
    assertThat(truedy.post("/agents", "{\"name\":\"A\"}").status()).isEqualTo(422);
    assertThat(truedy.post("/agents", AGENT.replace("}", ",\"temperature\":2}")).status())
        .isEqualTo(422);
  }

  @Test
  void replaysAnAgentByItsKey(TruedySandbox sandbox) throws Exception {
    Http.Answer first = create(sandbox, "k1");
    Http.Answer again = create(sandbox, "k1", "traceparent", "1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    create(sandbox, "k2");
    assertThat(sandbox.agents()).hasSize(2);
  }

  @Test
  void replaysOnlyWithTheSameHeadersWhenTold() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().strictIdempotency().start()) {
      create(sandbox, "k1", "User-Agent", "a");
      create(sandbox, "k1", "User-Agent", "b");
      assertThat(sandbox.agents()).hasSize(1);
      create(sandbox, "k1", "traceparent", "1");
      assertThat(sandbox.agents()).hasSize(2);
    }
  }
}
