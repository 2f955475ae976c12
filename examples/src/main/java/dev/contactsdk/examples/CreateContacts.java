package dev.contactsdk.examples;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreBulkResult;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Creates contacts: one, then two in one request. */
public final class CreateContacts implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new CreateContacts(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: create one or many contacts";
  }

  @Override
  public void run(Services services) {
    if (!services.mayWriteToKore("create three contacts, then delete them")) {
      return;
    }
    NewKoreContact john =
        NewKoreContact.builder()
            .firstName("John")
            .lastName("Doe")
            .salutation("Mr")
            .cellPhone(CellPhone.of("+1", "2025550143"))
            .build();
    NewKoreContact jane =
        NewKoreContact.builder()
            .firstName("Jane")
            .lastName("Roe")
            .salutation("Ms")
            .cellPhone(CellPhone.ofE164("+12025550144"))
            .build();
    NewKoreContact max =
        NewKoreContact.builder()
            .firstName("Max")
            .lastName("Muster")
            .salutation("Mr")
            .cellPhone(CellPhone.ofE164("+12025550145"))
            .build();
    try (KoreClient kore = services.kore()) {
      KoreContact created = kore.contacts().create(john).execute();
      System.out.println("created " + created.fullName() + ", " + created.id());

      List<KoreContact> both = kore.contacts().createAll(List.of(jane, max)).execute();
      both.forEach(one -> System.out.println("created " + one.fullName() + ", " + one.id()));

      List<String> ids =
          Stream.concat(Stream.of(created), both.stream())
              .map(contact -> Objects.requireNonNull(contact.id()))
              .toList();
      KoreBulkResult deleted = kore.contacts().deleteAll(ids).execute();
      System.out.println("deleted " + deleted.successful() + " of " + ids.size());
    }
  }
}
