package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadInputE2eTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789a=";

  private static KoreSandbox koreSandbox;
  private static TruedySandbox truedySandbox;
  private static KoreClient kore;
  private static TruedyClient truedy;

  private final List<DynamicTest> tests = new ArrayList<>();

  @BeforeAll
  static void start() {
    koreSandbox = KoreSandbox.start();
    truedySandbox = TruedySandbox.start();
    kore = koreSandbox.client();
    truedy = truedySandbox.client();
  }

  @AfterAll
  static void stop() {
    kore.close();
    truedy.close();
    koreSandbox.close();
    truedySandbox.close();
  }

  private void refused(String name, Callable<?> call, String... words) {
    tests.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              SdkException refusal = Support.failure(call);
              assertThat(refusal).isInstanceOf(InvalidRequestException.class);
              assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(refusal.getMessage()).contains(words);
              assertThat(koreSandbox.requestCount() + truedySandbox.requestCount()).isZero();
            }));
  }

  @TestFactory
  List<DynamicTest> isRefusedBeforeAnythingIsSent() {
    newThings();
    ids();
    lists();
    koreSettings();
    truedySettings();
    return tests;
  }

  private void newThings() {
    refused(
        "a Kore contact without anything names all that is missing",
        () -> NewKoreContact.builder().build(),
        "NewKoreContact",
        "firstName",
        "lastName",
        "salutation",
        "cellPhone");
    refused(
        "a Kore agent without anything names all that is missing",
        () -> NewKoreAgent.builder().firstName("").lastName(" ").build(),
        "NewKoreAgent",
        "emailId",
        "firstName",
        "lastName",
        "roleId");
    refused(
        "a Truedy agent without anything names all that is missing",
        () -> NewTruedyAgent.builder().name("").systemPrompt(" ").build(),
        "NewTruedyAgent",
        "name",
        "voice_id",
        "system_prompt");
    refused(
        "changes of an agent without its ids name all that is missing",
        () -> kore.agents().update("a-1", KoreAgentChanges.builder().nickName("N").build()),
        "userId",
        "orgId",
        "emailId",
        "firstName",
        "lastName",
        "roleId",
        "agentGroupId",
        "toChanges()");
    refused("letters are no number", () -> CellPhone.of("+1", "call me"), "number");
    refused("a number too short", () -> CellPhone.of("+1", "12"), "number", "short");
    refused("a number too long", () -> CellPhone.of("+1", "20255501012025550101"), "number");
    refused(
        "a country code that is none", () -> CellPhone.of("+999", "2025550101"), "country code");
    refused("digits with a plus", () -> CellPhone.of("+1", "+12025550101"), "country code");
    refused("a number without a country code", () -> CellPhone.ofE164("2025550101"), "+");
    for (String number :
        new String[] {"", "2025550101", "+0123456", "+1 202 555", "+1202555010\n", "+x", "+1"}) {
      refused(
          "Truedy number '" + number.replace("\n", "\\n") + "'",
          () -> NewTruedyContact.builder(number).build(),
          "phone_number",
          "E.164",
          "PhoneNumber.parse(");
    }
    refused(
        "a name that is too long",
        () -> NewTruedyContact.builder("+12025550101").firstName("x".repeat(101)).build(),
        "first_name",
        "101",
        "100");
    refused("no change at Truedy", () -> TruedyContactChanges.builder().build(), "no change");
    refused(
        "no change at Kore",
        () -> kore.contacts().update("1", KoreContactChanges.builder().build()),
        "nothing to change");
    refused("no contacts", () -> kore.contacts().createAll(List.of()), "empty");
    refused(
        "one number twice",
        () -> kore.contacts().createAll(List.of(ada(), ada())),
        "elements 0 and 1",
        "same phone number");
    refused("no ids", () -> kore.contacts().deleteAll(List.of()), "empty");
    refused("one id twice", () -> kore.contacts().deleteAll(List.of("a", "a")), "twice");
    refused("no changes", () -> kore.contacts().updateAll(List.of()), "empty");
    refused(
        "a blank id among changes",
        () ->
            kore.contacts()
                .updateAll(
                    List.of(
                        new KoreContactChange(
                            " ", KoreContactChanges.builder().lastName("L").build()))),
        "blank");
    refused(
        "a custom id with a space",
        () ->
            NewKoreAgent.builder()
                .emailId("a@b.de")
                .firstName("A")
                .lastName("B")
                .role("r")
                .customId("a b"),
        "customId",
        "space");
    refused("a blank folder name", () -> truedy.folders().create(" "), "name", "blank");
    refused(
        "a temperature beyond 1",
        () -> NewTruedyAgent.builder().name("n").voice("v").systemPrompt("p").temperature(1.1),
        "temperature",
        "between 0 and 1");
    refused(
        "part of a second",
        () ->
            NewTruedyAgent.builder()
                .name("n")
                .voice("v")
                .systemPrompt("p")
                .maxDuration(Duration.ofMillis(1500)),
        "max_duration",
        "whole number of seconds");
    refused(
        "a file that is not there",
        () -> kore.contacts().importCsv(Path.of("no-such-file.csv")),
        "no readable file");
    refused(
        "a file that is not there at Truedy",
        () -> truedy.contacts().importCsv(Path.of("no-such-file.csv")),
        "no readable file");
  }

  private void ids() {
    TruedyContactChanges change = TruedyContactChanges.builder().firstName("A").build();
    KoreContactChanges koreChange = KoreContactChanges.builder().firstName("A").build();
    for (String id : new String[] {"", " ", "a/b", "..", ".", "a\\b", "a\nb", "../x", "a\u0000"}) {
      String shown = "id '" + id.replaceAll("\\p{Cntrl}", "?") + "' ";
      refused(shown + "delete", () -> kore.contacts().delete(id).execute(), "kore.contacts.delete");
      refused(shown + "update", () -> kore.contacts().update(id, koreChange).execute(), "id");
      refused(shown + "get", () -> kore.agents().get(id).execute(), "agentId");
      refused(shown + "agent", () -> kore.agents().delete(id).execute(), "agentId");
      refused(shown + "org", () -> kore.agents().list(id).execute(), "orgId");
      if (!id.matches("a[/\\\\]b")) {
        refused(shown + "custom", () -> kore.agents().findByCustomId(id).execute(), "customId");
      }
      refused(shown + "group", () -> kore.agentGroups().get(id).execute(), "id");
      refused(shown + "skills", () -> kore.skillGroups().skills(id).execute(), "skillGroupId");
      refused(shown + "Truedy", () -> truedy.contacts().update(id, change).execute(), "contact_id");
      refused(
          shown + "folder", () -> truedy.folders().deleteWithContacts(id).execute(), "folder_id");
      refused(shown + "Truedy agent", () -> truedy.agents().get(id).execute(), "agent_id");
    }
    for (String id : List.of("bulk-delete", "bulk-update", "import-contacts")) {
      refused(id + " delete", () -> kore.contacts().delete(id).execute(), id, "another operation");
      refused(
          id + " update",
          () -> kore.contacts().update(id, koreChange).execute(),
          id,
          "another operation");
    }
    refused("availability", () -> kore.agents().get("availability").execute(), "another operation");
    refused("customId", () -> kore.agents().delete("customId").execute(), "another operation");
    refused(
        "folders",
        () -> truedy.contacts().update("folders", change).execute(),
        "another operation");
  }

  private void lists() {
    refused("pageSize 0", () -> kore.contacts().list().pageSize(0), "pageSize", "1", "0");
    refused(
        "pageSize -1",
        () -> truedy.contacts().list().pageSize(-1),
        "pageSize",
        "between 1 and 100",
        "-1");
    refused("pageSize 101", () -> truedy.folders().list().pageSize(101), "between 1 and 100");
    refused("pageSize 51 of roles", () -> kore.roles().list().pageSize(51), "between 1 and 50");
    refused("skip -1", () -> kore.contacts().list().skip(-1), "skip", "-1");
    refused("prefetch -1", () -> kore.contacts().list().prefetch(-1), "prefetch", "-1");
    refused("prefetch 65", () -> kore.contacts().list().prefetch(65), "prefetch", "65");
    refused("a cursor that is none", () -> PageCursor.parse("x"), "cursor");
    refused("an empty cursor", () -> PageCursor.parse(""), "cursor");
    refused(
        "the cursor of another list",
        () ->
            kore.contacts()
                .list()
                .from(
                    PageCursor.parse(
                        "c2~truedy.contacts.list~10~2~10~UNKNOWN~10~10~35~10~A9ZK6evBtd4qSB7NY6zGZIyvNezWK72yJze-5bcOaJvY6l0Y_YSTYUR1JvgFy3K3nuV8z0jUyTMlvpNVImbzxT3WzogUyztrXEMRdm2B4kQ")),
        "truedy.contacts.list");
    refused("a blank search", () -> truedy.contacts().list().search(" "), "search", "blank");
    refused("a blank folder", () -> truedy.contacts().list().folder(""), "folder_id", "blank");
    refused(
        "a header with a line break",
        () -> kore.contacts().list().header("X-Trace", "a\r\nEvil: b"),
        "X-Trace");
    refused("no time", () -> kore.contacts().list().timeout(Duration.ZERO), "timeout", "zero");
    refused(
        "a deadline in the past",
        () -> kore.contacts().list().deadline(Duration.ofSeconds(-1)),
        "deadline");
  }

  private void koreSettings() {
    refused(
        "a Kore client without anything",
        () -> KoreClient.builder().build(),
        "baseUrl",
        "streamId",
        "accountId",
        "credentials");
    refused(
        "a blank client id and secret",
        () ->
            KoreClient.builder()
                .baseUrl("https://h.example")
                .streamId("st-1")
                .accountId("a")
                .credentials(" ", "")
                .build(),
        "clientId",
        "clientSecret");
    refused("a secret cut off", () -> koreWith("https://h.example", "short"), "client secret", "5");
    refused(
        "a secret with its line end",
        () -> koreWith("https://h.example", SECRET + "\n"),
        "line end");
    for (String url : new String[] {"https://", "https:///path", "http://", "https://:80"}) {
      refused("base URL '" + url + "'", () -> koreWith(url, SECRET), "baseUrl", "https://host");
    }
    refused("a blank base URL", () -> koreWith("  ", SECRET), "baseUrl", "blank");
    refused("a base URL with a space", () -> koreWith("https://a b", SECRET), "baseUrl");
    refused("a base URL with a user", () -> koreWith("https://u:p@h.example", SECRET), "user");
    refused("a base URL with a query", () -> koreWith("https://h.example?a=b", SECRET), "query");
    refused("another scheme", () -> koreWith("ftp://h.example", SECRET), "ftp", "https");
    refused(
        "plain http to another host",
        () -> koreWith("http://platform.kore.ai", SECRET),
        "plain http",
        "https",
        "allowPlainHttp()");
    refused(
        "a stream id with a slash",
        () -> koreSandbox.clientBuilder().streamId("st-1/../x").build(),
        "streamId",
        "slash");
    refused(
        "an account id with a line break",
        () -> koreSandbox.clientBuilder().accountId("65aa\n").build(),
        "accountId",
        "line");
    refused(
        "a token that lives too long",
        () -> koreSandbox.clientBuilder().tokenLifetime(Duration.ofMinutes(61)),
        "tokenLifetime",
        "60 minutes");
    refused(
        "half of an admin pair",
        () -> koreSandbox.clientBuilder().adminCredentials("cs-1", " ").build(),
        "clientSecret of adminCredentials");
    refused(
        "a size limit of nothing",
        () -> koreSandbox.clientBuilder().maxResponseBytes(0),
        "maxResponseBytes");
  }

  private static KoreClient koreWith(String url, String secret) {
    return KoreClient.builder()
        .baseUrl(url)
        .streamId("st-1")
        .accountId("65aa")
        .credentials("cs-1", secret)
        .build();
  }

  private void truedySettings() {
    refused("no key", () -> TruedyClient.builder().build(), "apiKey(");
    refused("a blank key", () -> TruedyClient.builder().apiKey(" ").build(), "API key", "blank");
    for (String key : new String[] {"truedy_a\n", "truedy_a\nb", " truedy_a", "truedy_\u00e9"}) {
      refused(
          "key '" + key.replace("\n", "\\n") + "'",
          () -> TruedyClient.builder().apiKey(key).build(),
          "API key",
          "line end");
    }
    refused(
        "plain http to another host at Truedy",
        () -> TruedyClient.builder().apiKey("truedy_a").baseUrl("http://api.truedy.ai").build(),
        "plain http",
        "allowPlainHttp()");
    refused(
        "a base URL without a host at Truedy",
        () -> TruedyClient.builder().apiKey("truedy_a").baseUrl("https://").build(),
        "baseUrl");
    refused(
        "a key of idempotency with a line break",
        () ->
            truedy
                .agents()
                .create(NewTruedyAgent.builder().name("n").voice("v").systemPrompt("p").build())
                .idempotencyKey("a\nb"),
        "X-Idempotency-Key");
  }
}
