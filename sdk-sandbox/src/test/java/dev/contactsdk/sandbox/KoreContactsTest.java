package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class KoreContactsTest {

  @Test
  void createsAnArrayAndPrefixesTheCountryCode(KoreSandbox sandbox) throws Exception {
    Http.Answer answer =
        new KoreCalls(sandbox).call("POST", "/contacts", KoreCalls.contacts("2025550101"));

    assertThat(answer.status()).isEqualTo(200);
    Map<String, Object> contact = answer.array().get(0);
    assertThat(contact)
        .containsEntry("status", "ACTIVE")
        .containsEntry("fullName", "Ada Byron")
        .containsEntry("accountId", sandbox.accountId())
        .containsEntry("instanceBotId", sandbox.streamId())
        .containsEntry("orgId", sandbox.orgId())
        .containsEntry(
            "cellPhone",
            Map.of("phoneNumber", "+12025550101", "countryCode", "+1", "extension", "+"))
        .doesNotContainKey("createdByAId");
    assertThat((String) contact.get("id")).hasSize(24).matches("[0-9a-f]+");
    assertThat(sandbox.contacts()).hasSize(1);
  }

  @Test
  void refusesANumberTwice(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    kore.call("POST", "/contacts", KoreCalls.contacts("2025550101"));

    Http.Answer again = kore.call("POST", "/contacts", KoreCalls.contacts("2025550101"));

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.error()).endsWith("already exists 400");
    assertThat(sandbox.contacts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"ALL_OR_NOTHING,400,0", "SKIP_DUPLICATES,200,2", "STOP_AT_FIRST,400,1"})
  void treatsAnArrayWithADuplicateAsTold(KoreArrayPolicy policy, int status, int stored)
      throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().arrayPolicy(policy).start()) {
      Http.Answer answer =
          new KoreCalls(sandbox)
              .call("POST", "/contacts", KoreCalls.contacts("2000001", "2000001", "2000002"));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(sandbox.contacts()).hasSize(stored);
    }
  }

  @Test
  void refusesADuplicateInTheWordsOfTheTest() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().duplicateRefusal(409, "{\"x\":1}").start()) {
      KoreCalls kore = new KoreCalls(sandbox);
      kore.call("POST", "/contacts", KoreCalls.contacts("2000001"));
      Http.Answer answer = kore.call("POST", "/contacts", KoreCalls.contacts("2000001"));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).isEqualTo("{\"x\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[1]",
        "[{}]",
        "[{\"firstName\":\"A\",\"lastName\":\"B\",\"salutation\":\"Mr\"}]",
        "[{\"firstName\":1,\"lastName\":\"B\",\"salutation\":\"Mr\","
            + "\"cellPhone\":{\"phoneNumber\":\"1\",\"countryCode\":\"+1\",\"extension\":\"+\"}}]",
        "[{\"firstName\":\"A\",\"lastName\":\"B\",\"salutation\":\"Mr\","
            + "\"cellPhone\":{\"phoneNumber\":\"+11\",\"countryCode\":\"+1\",\"extension\":\"+\"}}]",
        "[{\"firstName\":\"A\",\"lastName\":\"B\",\"salutation\":\"Mr\","
            + "\"cellPhone\":{\"phoneNumber\":\"1\",\"countryCode\":\"1\",\"extension\":\"+\"}}]",
        "[{\"firstName\":\"A\",\"lastName\":\"B\",\"salutation\":\"Mr\","
            + "\"cellPhone\":{\"phoneNumber\":\"1\",\"countryCode\":\"+1\"}}]",
        "[{\"firstName\":null,\"lastName\":\"B\",\"salutation\":\"Mr\","
            + "\"cellPhone\":{\"phoneNumber\":\"1\",\"countryCode\":\"+1\",\"extension\":\"+\"}}]"
      })
  void refusesWhatDoesNotFitTheSchema(String body) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Http.Answer answer = new KoreCalls(sandbox).call("POST", "/contacts", body);

      assertThat(answer.status()).isEqualTo(412);
      assertThat(answer.error()).isEqualTo("Validation errors/ Invalid arguments 412");
      assertThat(answer.header("X-Sandbox-Problem")).isNotEmpty();
      assertThat(sandbox.contacts()).isEmpty();
    }
  }

  @Test
  void refusesMalformedJsonAndOtherContentTypes(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    assertThat(kore.call("POST", "/contacts", "[{").status()).isEqualTo(400);
    assertThat(kore.call("POST", "/contacts", "[{\"a\":1,\"a\":2}]").status()).isEqualTo(400);
    Http.Answer text =
        Http.send(
            Http.request("POST", kore.url("/contacts"), "[]")
                .header("Content-Type", "text/plain")
                .header("accountId", sandbox.accountId())
                .header("auth", kore.token()));
    assertThat(text.status()).isEqualTo(415);
  }

  @Test
  void ignoresUnknownProperties(KoreSandbox sandbox) throws Exception {
    String body =
        KoreCalls.contacts("2000001")
            .replace("\"firstName\"", "\"email\":\"a@b.cd\",\"firstName\"");
    assertThat(new KoreCalls(sandbox).call("POST", "/contacts", body).array().get(0))
        .doesNotContainKey("email");
  }

  @Test
  void pagesTenByTenInTheOrderOfCreation(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(25);
    Http.Answer third = new KoreCalls(sandbox).get("/contacts?page=3");

    assertThat(third.array("results")).hasSize(5);
    assertThat(third.array("results").get(0))
        .containsEntry("firstName", "First20")
        .containsKey("createdByAId");
    assertThat(third.object())
        .containsEntry("skip", 20)
        .containsEntry("limit", 10)
        .containsEntry("hasMore", false)
        .containsEntry("totalPages", 3)
        .containsEntry("totalResults", 25);
  }

  @Test
  void updatesWhatIsSentAndKeepsTheRest(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    sandbox.seedContacts(2);
    String id = (String) sandbox.contacts().get(0).get("id");

    Http.Answer answer = kore.call("PUT", "/contacts/" + id, "{\"lastName\":\"King\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object())
        .containsEntry("id", id)
        .containsEntry("fullName", "First0 King")
        .containsKeys("updatedBy", "updatedByAId");
    assertThat(answer.object("cellPhone")).containsEntry("phoneNumber", "+15552000000");
    assertThat(kore.call("PUT", "/contacts/" + id, KoreCalls.contact("5552000001")).status())
        .isEqualTo(400);
    assertThat(kore.call("PUT", "/contacts/nobody", "{}").status()).isEqualTo(404);
  }

  @Test
  void deletesSoftlyAndOnce(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    sandbox.seedContacts(2);
    String id = (String) sandbox.contacts().get(0).get("id");

    assertThat(kore.call("DELETE", "/contacts/" + id, "").object())
        .containsEntry("status", "INACTIVE");
    assertThat(kore.call("DELETE", "/contacts/" + id, "").status()).isEqualTo(404);
    assertThat(sandbox.contacts())
        .hasSize(2)
        .extracting("status")
        .containsExactly("INACTIVE", "ACTIVE");
    assertThat(kore.get("/contacts").array("results")).hasSize(1);
    assertThat(kore.call("POST", "/contacts", KoreCalls.contacts("5552000000")).status())
        .isEqualTo(200);
  }

  @Test
  void updatesManyAndSaysWhichFailed(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(1);
    String id = (String) sandbox.contacts().get(0).get("id");
    Http.Answer answer =
        new KoreCalls(sandbox)
            .call(
                "PUT",
                "/contacts/bulk-update",
                "[{\"id\":\"%s\",\"firstName\":\"Eve\"},{\"id\":\"x\"}]".formatted(id));

    assertThat(answer.object())
        .containsEntry("totalRequested", 2)
        .containsEntry("successful", 1)
        .containsEntry("failed", 1);
    assertThat(answer.body()).contains("\"_id\":\"" + id);
    assertThat(sandbox.contacts().get(0)).containsEntry("firstName", "Eve");
  }

  @Test
  void deletesManyByABodyOnDelete(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(3);
    List<Object> ids = sandbox.contacts().stream().limit(2).map(c -> c.get("id")).toList();
    Http.Answer answer =
        new KoreCalls(sandbox)
            .call("DELETE", "/contacts/bulk-delete", Http.json(Map.of("ids", ids)));

    assertThat(answer.object()).containsEntry("successful", 2);
    assertThat(answer.array("successfulRecords").get(0)).containsOnlyKeys("id");
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  @Test
  void importsACsvFile(KoreSandbox sandbox) throws Exception {
    String csv =
        "firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\r\n"
            + "Ada,\"By,\"\"ron\"\"\",Mrs,2000001,+1,+\r\nBob,Ray,Mr,2000002,+1,+\r\n";
    Http.Answer answer =
        new KoreCalls(sandbox)
            .call(
                "POST", "/contacts/import-contacts", Http.multipart(Map.of(), "result_file", csv));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.array()).hasSize(2);
    assertThat(answer.array().get(0))
        .containsEntry("lastName", "By,\"ron\"")
        .doesNotContainKey("instanceBotId");
  }

  @Test
  void knowsNoUndocumentedOperation(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(1);
    KoreCalls kore = new KoreCalls(sandbox);
    String id = (String) sandbox.contacts().get(0).get("id");
    assertThat(kore.get("/contacts/" + id).status()).isEqualTo(404);
    assertThat(kore.call("PATCH", "/contacts", "[]").error()).isEqualTo("Method Not Allowed 405");
    assertThat(kore.get("/nothing").status()).isEqualTo(404);
    assertThat(kore.call("PATCH", "/contacts", "[]").status()).isEqualTo(405);
    assertThat(kore.call("DELETE", "/contacts/bulk-update", "").status()).isEqualTo(405);
  }

  @Test
  void answersABareObjectWhenTold() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().bareObjectForOne().createStatus(201).start()) {
      Http.Answer answer =
          new KoreCalls(sandbox).call("POST", "/contacts", KoreCalls.contacts("2000001"));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.object()).containsEntry("firstName", "Ada");
    }
  }

  @Test
  void storesANumberOnceHoweverManyAskAtOnce(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Integer>> statuses = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      statuses.add(
          threads.submit(
              () -> kore.call("POST", "/contacts", KoreCalls.contacts("2000001")).status()));
    }
    int stored = 0;
    for (Future<Integer> status : statuses) {
      stored += status.get() == 200 ? 1 : 0;
    }
    threads.shutdown();
    assertThat(stored).isEqualTo(1);
    assertThat(sandbox.contacts()).hasSize(1);
  }

  @Test
  void holdsAMillionContacts(KoreSandbox sandbox) throws Exception {
    sandbox.seedContacts(1_000_000);
    KoreCalls kore = new KoreCalls(sandbox);
    Http.Answer last = kore.get("/contacts?page=10000&limit=100");
    assertThat(last.array("results")).hasSize(100);
    assertThat(last.array("results").get(99)).containsEntry("firstName", "First999999");
    assertThat(kore.call("POST", "/contacts", KoreCalls.contacts("5552999999")).status())
        .isEqualTo(400);
    assertThat(
            kore.call("DELETE", "/contacts/" + last.array("results").get(0).get("id"), "").status())
        .isEqualTo(200);
    assertThat(sandbox.contactCount()).isEqualTo(999_999);
  }
}
