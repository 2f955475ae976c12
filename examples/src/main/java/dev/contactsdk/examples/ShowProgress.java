package dev.contactsdk.examples;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import java.time.Duration;

/** Shows a progress bar for a long list, with two pages requested ahead. */
public final class ShowProgress implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new ShowProgress(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: show a progress bar for a long list";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      sandbox.seedContacts(800);
      sandbox.fail().always().with(Fault.delay(Duration.ofMillis(80))); // as slow as the internet

      Progress progress = new Progress("contacts");
      long done = 0;
      int pages = 0;
      for (Page<KoreContact> page : kore.contacts().list().pageSize(50).prefetch(2).pages()) {
        done += page.items().size();
        pages++;
        progress.show(done, page.total());
      }
      System.out.println("read " + done + " contacts in " + pages + " pages");
    }
  }
}
