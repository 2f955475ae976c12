package dev.contactsdk.truedy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.ImportError;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyContacts;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing prints a name, a number, an e-mail address or a key. */
class PrivacyTest {
  private static final String CANARY = "kanary";
  private static final String NUMBER = "+14155550177";

  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private static NewTruedyContact contact() {
    return NewTruedyContact.builder(NUMBER)
        .firstName(CANARY)
        .lastName(CANARY)
        .email(CANARY + "@example.org")
        .customField("note", CANARY)
        .companyName(CANARY)
        .build();
  }

  private static String answer() {
    String all =
        List.of("name", "first_name", "email", "company_name", "unknown", "description").stream()
            .map(name -> "\"" + name + "\":\"" + CANARY + "\"")
            .reduce("", (a, b) -> a + b + ",");
    return "{\"id\":\"x1\","
        + all
        + "\"phone\":\""
        + NUMBER
        + "\",\"custom_fields\":{\"a\":\""
        + CANARY
        + "\"},\"tools\":[{\"id\":\"t\",\"name\":\""
        + CANARY
        + "\"}],\"system_prompt\":\""
        + CANARY
        + "\"}";
  }

  @Test
  void nothingPrintsPersonalData() {
    List<Object> printed = new ArrayList<>();
    vendor.answersBy(
        request ->
            request.getTarget().matches(".*\\?.*")
                ? "{\"data\":[" + answer() + "]}"
                : "{\"data\":" + answer() + "}");
    TruedyContacts contacts = vendor.client.contacts();
    TruedyContactChanges changes =
        TruedyContactChanges.builder().email(CANARY + "@example.org").build();
    Page<TruedyContact> page = contacts.list().search(CANARY).execute();
    printed.add(contact());
    printed.add(contacts.create(contact()));
    printed.add(contacts.create(contact()).response());
    printed.add(contacts.create(contact()).execute());
    printed.add(contacts.list().search(CANARY));
    printed.add(contacts.update("x1", changes));
    printed.add(changes);
    printed.add(page);
    printed.addAll(page.items());
    printed.add(vendor.client.folders().create(CANARY));
    printed.add(vendor.client.folders().create(CANARY).execute());
    printed.add(vendor.client.folders().deleteWithContacts("x").execute());
    printed.add(vendor.client.agents().get("x").execute());
    printed.add(vendor.client.agents().get("x").execute().tools());
    printed.add(NewTruedyAgent.builder().name(CANARY).voice(CANARY).systemPrompt(CANARY).build());
    printed.add(vendor.client.agents().list().name(CANARY));
    ImportError error = new ImportError(4, NUMBER, CANARY, Map.of("cell", NUMBER));
    printed.add(error);
    printed.add(new ImportResult(1, 0, 0, 1, "f", List.of(error), Map.of("file", CANARY)));
    printed.add(vendor.client);
    printed.add(vendor.builder());
    assertThat(printed.toString())
        .doesNotContain(CANARY)
        .doesNotContain(NUMBER.substring(1))
        .doesNotContain(Vendor.KEY);
  }

  @Test
  void whatTheVendorQuotesIsMasked() {
    vendor.answers(
        422,
        "{\"error\":{\"code\":\"validation_error\",\"message\":\"kanary with +1 415-555-0177 is"
            + " odd\",\"details\":{\"field\":\"email\",\"reason\":\"kanary@example.org\"}}}");
    assertThatThrownBy(() -> vendor.client.contacts().create(contact()).execute())
        .message()
        .contains("email: ***")
        .doesNotContain(CANARY)
        .doesNotContain("555");
  }

  @Test
  void everyFieldOfAContactAndOfAFileIsMasked() {
    NewTruedyContact whole =
        NewTruedyContact.builder(NUMBER)
            .companyName("Tern")
            .industry("Boats")
            .location("Falmouth")
            .keywords(List.of("sail", "hull"))
            .build();
    assertThat(refused(vendor.client.contacts().create(whole), "Tern, Boats, Falmouth, sail, hull"))
        .isEqualTo("***, ***, ***, ***");
    TruedyJsonImport file =
        TruedyJsonImport.builder("fld-7").csv("phone".getBytes(UTF_8), "friends-of-tern.x").build();
    assertThat(refused(vendor.client.contacts().importJson(file), "friends-of-tern.x, cGhvbmU="))
        .isEqualTo("***, ***=");
  }

  private String refused(ApiCall<?> call, String text) {
    vendor.answers(400, "{\"error\":{\"code\":\"bad_request\",\"message\":\"" + text + "\"}}");
    return catchThrowableOfType(ApiException.class, call::execute).reason();
  }

  @Test
  void whatIsNotPersonalStays() {
    String text = "limit must be at most 100, and is 100, for fld-7 until 2026-03-01T10:15:30Z";
    vendor.answers(400, "{\"error\":{\"code\":\"bad_request\",\"message\":\"" + text + "\"}}");
    assertThatThrownBy(
            () -> vendor.client.contacts().list().folder("fld-7").search("most").execute())
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .satisfies(
            e -> {
              assertThat(e.reason()).isEqualTo(text);
              assertThat(e).hasMessageContaining("/contacts]").hasMessageNotContaining("?");
            });
  }

  @Test
  void allThatTruedyTellsOfARefusalIsHandedOut() {
    vendor.answers(
        402,
        "{\"error\":{\"code\":\"payment_required\",\"message\":\"Pay"
            + " first\",\"details\":{\"reason\":\"no_minutes\",\"left\":0}}}");
    assertThatThrownBy(() -> vendor.client.contacts().create(contact()).execute())
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.PaymentRequired.class))
        .satisfies(
            e -> {
              assertThat(e.details()).containsEntry("reason", "no_minutes").containsKey("left");
              assertThat(e.reason()).isEqualTo("Pay first");
              assertThat(e.rawBody()).contains("\"left\":0");
              assertThat(e.headers()).containsKey("content-LENGTH");
            });
    vendor.answers(
        404,
        "{\"error\":{\"code\":\"not_found\",\"message\":\"No such contact\",\"details\":{"
            + "\"resource\":\"contact\",\"id\":\"ctc_1\"}}}");
    assertThatThrownBy(() -> vendor.client.agents().get("ctc_1").execute())
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.NotFound.class))
        .satisfies(
            e ->
                assertThat(e.details())
                    .containsEntry("resource", "contact")
                    .containsEntry("id", "ctc_1"));
  }

  @Test
  void whatTheVendorQuotesOutsideItsTextIsMaskedToo() {
    vendor.answers(
        422,
        "{\"error\":{\"code\":\"taken:KANARY\",\"message\":\"no\",\"details\":{\"field\":\"Kanary\","
            + "\"reason\":\"k%61nary%40example.org\"}},\"meta\":{\"request_id\":\"r-14155550177-kanary\"}}");
    assertThatThrownBy(() -> vendor.client.contacts().create(contact()).execute())
        .message()
        .contains("taken:***, no; ***: ***", "request id r-***-***");
  }

  @Test
  void displayNameNeverSplitsAndMayBeMissing() {
    vendor.answers(201, "{\"data\":{\"id\":\"x\",\"last_name\":\"Pell\",\"name\":\" \"}}");
    assertThat(vendor.client.contacts().create(contact()).execute().displayName())
        .isEqualTo("Pell");
    vendor.answers(201, "{\"data\":{\"id\":\"x\"}}");
    assertThat(vendor.client.contacts().create(contact()).execute().displayName()).isNull();
  }
}
