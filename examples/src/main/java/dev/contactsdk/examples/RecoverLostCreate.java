package dev.contactsdk.examples;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;

/** Finds out whether a create whose answer was lost did create the contact. */
public final class RecoverLostCreate implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new RecoverLostCreate(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: recover a create whose answer is lost";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.clientBuilder().interceptor(new Trace()).build()) {
      NewKoreContact john = contact("John", "+12025550148");
      NewKoreContact jane = contact("Jane", "+12025550149");

      System.out.println(
          "The server stores John, then cuts the connection. By default the call fails");
      System.out.println("and is not resent, because that could create him twice:");
      sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
      try {
        System.out.println(kore.contacts().create(john).execute().id());
      } catch (SdkException e) {
        System.out.println("failed, with the outcome " + e.outcome());
      }

      System.out.println("The same with Jane, but the call looks her up:");
      sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
      KoreContact found = kore.contacts().create(jane).onUnknown(OnUnknown.lookUp()).execute();
      System.out.println("found " + found.fullName() + ", " + found.id());
      System.out.println("the server has " + sandbox.contactCount() + " contacts: John and Jane");
    }
  }

  private static NewKoreContact contact(String firstName, String number) {
    return NewKoreContact.builder()
        .firstName(firstName)
        .lastName("Doe")
        .salutation("Mx")
        .cellPhone(CellPhone.ofE164(number))
        .build();
  }
}
