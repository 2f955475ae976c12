package stranger;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import java.util.List;

/** Creates a contact and lists it. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient client = sandbox.client()) {
      NewKoreContact john =
          NewKoreContact.builder()
              .firstName("John")
              .lastName("Doe")
              .salutation("Mr")
              .cellPhone(CellPhone.ofE164("+12025550143"))
              .build();
      String id = client.contacts().create(john).execute().id();
      List<KoreContact> listed = client.contacts().list().execute().items();
      if (listed.size() != 1 || !listed.get(0).id().equals(id)) {
        throw new AssertionError("listed " + listed);
      }
    }
    System.out.println("ran | ProGuard | 7.10.0 | shrunk and renamed with the rules in the jars; a contact created and listed |");
  }
}
