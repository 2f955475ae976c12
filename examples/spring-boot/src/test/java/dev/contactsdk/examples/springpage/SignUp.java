package dev.contactsdk.examples.springpage;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

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
