package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ApiException;
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
        NewKoreContact.builder(name, "Kanarova", "Dr", CellPhone.of("+1", "4155550177")).build();
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
        .hasMessage("kore.contacts.create: HTTP 400, *** is taken [outcome REJECTED]");
  }

  @Test
  void aFieldOrCodeThatIsAValueIsMasked() {
    ApiException e =
        refusal(
            "Zaphodina", "{\"errors\":{\"zaphodina\":\"is taken\"},\"code\":\"taken:KANAROVA\"}");
    assertThat(e)
        .hasMessage("kore.contacts.create: HTTP 400 taken:***; ***: is taken [outcome REJECTED]");
  }

  @Test
  void aTextOfSeveralLinesBecomesOneAndIsCut() {
    ApiException e =
        refusal("Zaphodina", "{\"message\":\"a\\nb\\r\\n\\u2028" + "x".repeat(5000) + "\"}");
    assertThat(e.reason()).startsWith("a b x").endsWith("x…").hasSizeLessThan(2100);
  }
}
