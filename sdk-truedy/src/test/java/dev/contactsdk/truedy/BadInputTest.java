package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyContacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused before anything is sent, and in what words. */
class BadInputTest {
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    assertThat(vendor.server.getRequestCount()).isZero();
    vendor.close();
  }

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll(words)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.NOT_SENT));
  }

  @Test
  void aNumberThatIsNotE164IsRefusedWithoutBeingQuoted() {
    List<String> bad =
        List.of(
            "",
            " ",
            "15551234567",
            "+05551234567",
            "+1 555 123 4567",
            "+1555123456789012",
            "+1",
            "+1555123456x",
            "+15551234567\n",
            "+١٥٥٥١٢٣٤٥٦٧");
    for (String number : bad) {
      assertThatThrownBy(() -> NewTruedyContact.builder(number))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContainingAll("NewTruedyContact", "phone_number", "E.164")
          .satisfies(
              e -> assertThat(number.length() < 3 || !e.getMessage().contains(number)).isTrue());
    }
    refused(() -> NewTruedyContact.builder((String) null), "phone_number");
  }

  @Test
  void theShortestAndTheLongestNumberAreTaken() {
    assertThat(NewTruedyContact.builder("+12").build().properties()).hasSize(1);
    assertThat(NewTruedyContact.builder("+123456789012345").build().properties()).hasSize(1);
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    var builder = NewTruedyContact.builder("+15551234567").firstName("é".repeat(100));
    assertThat(builder.lastName("\uD83D\uDE00".repeat(100)).build().properties()).hasSize(3);
    refused(() -> builder.lastName("x".repeat(101)), "last_name", "101", "100");
    refused(
        () -> TruedyContactChanges.builder().firstName("x".repeat(101)),
        "ContactChanges",
        "first_name");
  }

  @Test
  void nullIsNotTakenForClearing() {
    refused(() -> TruedyContactChanges.builder().email(null), "email is null", "clear");
    refused(() -> NewTruedyContact.builder("+15551234567").firstName(null), "first_name is null");
  }

  @Test
  void aCustomFieldThatIsNoJsonIsRefusedBeforeAnythingIsSent() {
    Iterable<Object> tree = () -> List.<Object>of(1).iterator();
    var contact = NewTruedyContact.builder("+15551234567").customField("u", tree).build();
    var changes = TruedyContactChanges.builder().customField("u", Map.of("v", tree)).build();
    var other = TruedyContactChanges.builder().additionalProperty("u", tree).build();
    TruedyContacts contacts = vendor.client.contacts();
    String module = "contact-sdk-jackson3";
    refused(() -> contacts.create(contact).execute(), ".create", "custom_fields.u is a ", module);
    refused(() -> contacts.update("c", changes).execute(), ".update", "custom_fields.u.v", module);
    refused(() -> contacts.update("c", other).execute(), "u is a ", module);
    refused(() -> TruedyContactChanges.builder().customField("u", Double.NaN), "custom_fields.u");
  }

  @Test
  void changesWithoutAChangeAreRefused() {
    refused(() -> TruedyContactChanges.builder().build(), "ContactChanges", "no change");
  }

  @Test
  void blankFoldersAreRefused() {
    TruedyContacts contacts = vendor.client.contacts();
    refused(() -> NewTruedyContact.builder("+15551234567").folder(" "), "folder_id");
    refused(() -> contacts.list().folder(""), "truedy.contacts.list", "folder_id");
    refused(() -> contacts.list().search(" "), "search");
    refused(() -> vendor.client.folders().create(" "), "truedy.folders.create", "name");
  }

  @Test
  void idsThatWouldBeAnotherOperationAreRefused() {
    TruedyContactChanges changes = TruedyContactChanges.builder().firstName("Jane").build();
    for (String id : List.of("folders", "import", "", "..", "a/b", "a\nb")) {
      refused(
          () -> vendor.client.contacts().update(id, changes).execute(),
          "truedy.contacts.update",
          "contact_id");
    }
    refused(() -> vendor.client.agents().get("../contacts").execute(), "agent_id");
    refused(() -> vendor.client.folders().deleteWithContacts(" ").execute(), "folder_id");
  }

  @Test
  void aPageSizeThatTruedyDoesNotTakeIsRefused() {
    refused(
        () -> vendor.client.contacts().list().pageSize(101),
        "pageSize",
        "between 1 and 100",
        "101");
    refused(() -> vendor.client.contacts().list().pageSize(0), "pageSize");
  }

  @Test
  void aMissingFileIsRefused() {
    refused(() -> vendor.client.contacts().importCsv(Path.of("no-such.csv")), "no readable file");
  }

  @Test
  void anAgentNamesAllThatIsMissing() {
    refused(
        () -> NewTruedyAgent.builder().name("").systemPrompt(" ").build(),
        "NewTruedyAgent",
        "name, voice_id, system_prompt");
    refused(
        () -> NewTruedyAgent.builder().name("x".repeat(256)).voice("v").systemPrompt("p"),
        "name",
        "256",
        "255");
  }

  @Test
  void figuresOfAnAgentAreChecked() {
    var agent = NewTruedyAgent.builder().name("Desk").voice("v").systemPrompt("p");
    refused(() -> agent.temperature(1.1), "temperature", "between 0 and 1");
    refused(() -> agent.temperature(Double.NaN), "temperature");
    refused(
        () -> agent.maxDuration(Duration.ofMillis(1500)),
        "max_duration",
        "whole number of seconds");
    refused(() -> agent.joinTimeout(Duration.ZERO), "join_timeout");
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutBeingQuoted() {
    for (String bad :
        List.of(
            "",
            "canary",
            "canary@",
            "@canary",
            "a canary@b.c",
            "a@canary b",
            "a@canary@b",
            "\"canary@b")) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> NewTruedyContact.builder("+15551234567").email(bad),
              () -> TruedyContactChanges.builder().email(bad))) {
        refused(call, "email must be an e-mail address");
        assertThatThrownBy(call).hasMessageNotContaining("canary");
      }
    }
  }

  @Test
  void strangeAddressesAreTaken() {
    for (String good :
        List.of(
            "a@b",
            "a.b+c@d.example",
            "\"a b@c\"@d",
            "\"a\\\"@\"@d",
            "é@ü.example",
            "a@[127.0.0.1]")) {
      assertThat(TruedyContactChanges.builder().email(good).build().properties())
          .containsEntry("email", good);
    }
  }

  @Test
  void aSecondKnowledgeBaseIsRefused() {
    var agent =
        NewTruedyAgent.builder().name("Desk").voice("v").systemPrompt("p").knowledgeBase("kb_1");
    refused(() -> agent.knowledgeBase("kb_2"), "knowledge_bases", "at most 1");
    assertThat(agent.build().properties()).containsEntry("knowledge_bases", List.of("kb_1"));
  }

  @Test
  void anIdempotencyKeyThatCannotBeSentIsRefused() {
    var call =
        vendor
            .client
            .agents()
            .create(NewTruedyAgent.builder().name("Desk").voice("v").systemPrompt("p").build());
    refused(() -> call.idempotencyKey(" "), "X-Idempotency-Key");
    refused(() -> call.idempotencyKey("a\r\nb"), "X-Idempotency-Key", "line break");
  }
}
