package dev.contactsdk.examples.spring;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates and lists contacts. The client comes from the properties. */
@RestController
class ContactController {
  private final KoreClient kore;

  ContactController(KoreClient kore) {
    this.kore = kore;
  }

  /** What a caller sends. */
  record NewContact(String salutation, String firstName, String lastName, String phone) {}

  @PostMapping("/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  KoreContact create(@RequestBody NewContact contact) {
    return kore.contacts()
        .create(
            NewKoreContact.builder()
                .salutation(contact.salutation())
                .firstName(contact.firstName())
                .lastName(contact.lastName())
                .cellPhone(CellPhone.ofE164(contact.phone()))
                .build())
        .execute();
  }

  @GetMapping("/contacts")
  Page<KoreContact> list(@RequestParam(defaultValue = "20") int size) {
    return kore.contacts().list().pageSize(size).execute();
  }
}
