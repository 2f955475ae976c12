package dev.contactsdk.examples.springpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.sandbox.ContactSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// docs/spring.md: begin
@RestController
class SignUp {
  private final KoreClient kore;

  SignUp(KoreClient kore) {
    this.kore = kore;
  }

  record Person(String salutation, String firstName, String lastName, String phone) {}

  @PostMapping("/people")
  KoreContact signUp(@RequestBody Person person) {
    return kore.contacts()
        .create(
            NewKoreContact.builder()
                .salutation(person.salutation())
                .firstName(person.firstName())
                .lastName(person.lastName())
                .cellPhone(CellPhone.ofE164(person.phone()))
                .build())
        .execute();
  }
}

// docs/spring.md: end
// docs/spring.md: begin
@SpringBootTest
@ContactSandbox
class SignUpTest {
  @Autowired private SignUp signUp;
  @Autowired private KoreSandbox sandbox;

  @Test
  void aPersonBecomesAContact() {
    signUp.signUp(new SignUp.Person("Mr", "John", "Doe", "+919876543210"));
    assertThat(sandbox.contactCount()).isOne();
  }

  @Test
  void aRefusalIsPassedOn() {
    sandbox.fail().next().with(Fault.status(403, "{}"));
    assertThatExceptionOfType(ApiException.PermissionDenied.class)
        .isThrownBy(() -> signUp.signUp(new SignUp.Person("Ms", "Jane", "Doe", "+919876543211")));
  }
}

// docs/spring.md: end

/** The application that start.spring.io makes. */
@SpringBootApplication
class PageApplication {}
