package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kore.ai repeats of a contact is masked, wherever its text would be cut. */
class PrivacyTest {
  @RegisterExtension final Vendor vendor = new Vendor();

  private ApiException refusal(String name, String body) {
    vendor.answer(400, body);
    NewKoreContact contact =
        NewKoreContact.builder()
            .firstName(name)
            .lastName("Kanarova")
            .salutation("Dr")
            .cellPhone(CellPhone.of("+1", "4155550177"))
            .build();
    return catchThrowableOfType(
        ApiException.class, () -> vendor.client().contacts().create(contact).execute());
  }

  @ParameterizedTest
  @ValueSource(ints = {485, 495, 499, 1985, 1995, 1999})
  void aNameThatWouldBeCutIsMasked(int before) {
    String text = "x".repeat(before) + " Zaphodina Kanarson is taken";
    for (String body : new String[] {"{\"errors\":[{\"msg\":\"" + text + "\"}]}", text}) {
      assertThat(refusal("Zaphodina Kanarson", body))
          .hasMessageContaining("xxx")
          .message()
          .doesNotContain("Zap", "Kan");
    }
  }

  @Test
  void aNameWithATabIsMasked() {
    assertThat(
            refusal(
                "Zaphodina\tKanarson",
                "{\"errors\":[{\"msg\":\"Zaphodina\\tKanarson is taken\"}]}"))
        .hasMessageStartingWith("kore.contacts.create: HTTP 400, *** is taken [outcome REJECTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit must be at most 100, and is 100",
        "cellPhone.phoneNumber must have 10 digits",
        "firstName is required, contact 65aa00000000000000000001 of 2026-03-01T10:15:30.123Z"
      })
  void whatIsNotPersonalStays(String text) {
    ApiException e = refusal("Max", "{\"errors\":[{\"msg\":\"" + text + "\"}]}");
    assertThat(e.reason()).isEqualTo(text);
    assertThat(e.hint()).isNull();
  }

  @Test
  void everyPersonalFieldOfAnAgentIsMasked() {
    vendor.answer(
        409,
        "{\"errors\":[{\"msg\":\"nova@x.test, Nova, Novakova, Nini, 14155550177, ext-77 of"
            + " 65aa01\"}]}");
    NewKoreAgent agent =
        NewKoreAgent.builder()
            .emailId("nova@x.test")
            .firstName("Nova")
            .lastName("Novakova")
            .role("65aa01")
            .nickName("Nini")
            .phoneNumber("14155550177")
            .customId("ext-77")
            .build();
    ApiException e =
        catchThrowableOfType(
            ApiException.class, () -> vendor.client().agents().create(agent).execute());
    assertThat(e.reason()).isEqualTo("***, ***, ***, ***, ***, *** of 65aa01");
  }

  @Test
  void theNameAndTheDescriptionOfAListOfContactsAreMasked() {
    vendor
        .answer(400, "{\"errors\":[{\"msg\":\"no list Zaphodina Kanarson\",\"code\":400}]}")
        .answer(400, "{\"errors\":[{\"msg\":\"'Friends of Kanarson' is odd\",\"code\":400}]}");
    KoreContactLists lists = vendor.client().contactLists();
    List<NewKoreListContact> one = List.of(NewKoreListContact.of("+14155550177"));
    NewKoreContactList described =
        NewKoreContactList.builder().name("Spring").description("Friends of Kanarson").build();
    assertThat(refusal(lists.addContacts("Zaphodina Kanarson", one)).reason())
        .isEqualTo("no list ***");
    assertThat(refusal(lists.create(described)).reason()).isEqualTo("'***' is odd");
  }

  private static ApiException refusal(ApiCall<?> call) {
    return catchThrowableOfType(ApiException.class, call::execute);
  }

  @Test
  void aFieldOrCodeThatIsAValueIsMasked() {
    ApiException e =
        refusal(
            "Zaphodina", "{\"errors\":{\"zaphodina\":\"is taken\"},\"code\":\"taken:KANAROVA\"}");
    assertThat(e)
        .hasMessageStartingWith(
            "kore.contacts.create: HTTP 400 taken:***; ***: is taken [outcome REJECTED, POST http:")
        .hasMessageEndingWith("/agentassist/api/v1/public/{streamId}/contacts]");
  }

  @Test
  void aTextOfSeveralLinesBecomesOneAndIsCut() {
    ApiException e =
        refusal("Zaphodina", "{\"message\":\"a\\nb\\r\\n\\u2028" + "x".repeat(5000) + "\"}");
    assertThat(e.reason()).startsWith("a b x").endsWith("x…").hasSizeLessThan(2100);
  }
}
