package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an application tests its own code: here, what it does when somebody signs up. */
@ExtendWith(SandboxExtension.class)
class SignUpTest {
  /** The application's code. */
  record SignUp(KoreClient kore) {
    String register(String firstName, String lastName, String number) {
      NewKoreContact contact =
          NewKoreContact.builder()
              .firstName(firstName)
              .lastName(lastName)
              .salutation("Mx")
              .cellPhone(CellPhone.ofE164(number))
              .build();
      try {
        KoreContact created = kore.contacts().create(contact).execute();
        return "welcome, " + created.firstName();
      } catch (ApiException.Conflict e) {
        return "we know you already";
      } catch (SdkException e) {
        return "please try again later (" + e.outcome() + ")";
      }
    }
  }

  private KoreClient client;
  private SignUp signUp;

  @BeforeEach
  void connect(KoreSandbox kore) {
    client = kore.client();
    signUp = new SignUp(client);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void storesWhoSignsUp(KoreSandbox kore) {
    assertThat(signUp.register("Jane", "Roe", "+12025550150")).isEqualTo("welcome, Jane");
    assertThat(kore.contacts()).singleElement().extracting("lastName").isEqualTo("Roe");
  }

  @Test
  void knowsANumberThatSignedUpBefore() {
    assertThat(signUp.register("Jane", "Roe", "+12025550150")).isEqualTo("welcome, Jane");
    assertThat(signUp.register("Jane", "Roe", "+12025550150")).isEqualTo("we know you already");
  }

  @Test
  void survivesALostAnswer(KoreSandbox kore) {
    kore.fail().of("createContacts").with(Fault.cutAfterStore());
    assertThat(signUp.register("Jane", "Roe", "+12025550150"))
        .isEqualTo("please try again later (UNKNOWN)");
  }
}
