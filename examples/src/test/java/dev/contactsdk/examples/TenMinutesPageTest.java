package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the page "In 10 minutes". */
@ExtendWith(SandboxExtension.class)
class TenMinutesPageTest {
  private DocsPage page;

  @BeforeEach
  void open() throws Exception {
    page = DocsPage.of("in-10-minutes.md");
  }

  @Test
  void createsAndLists() throws Exception {
    assertThat(Output.of(TenMinutesPageTest::createAndList)).isEqualTo(page.blocks("text").get(0));
  }

  private static void createAndList() {
    // docs/in-10-minutes.md: begin
    try (KoreSandbox sandbox = KoreSandbox.start(); // Kore.ai, as a server in this process
        KoreClient kore = sandbox.client()) {
      NewKoreContact john =
          NewKoreContact.builder()
              .firstName("John")
              .lastName("Doe")
              .salutation("Mr")
              .cellPhone(CellPhone.ofE164("+12025550143"))
              .build();
      KoreContact created = kore.contacts().create(john).execute();
      System.out.println("created " + created.fullName());
      for (KoreContact contact : kore.contacts().list().items()) {
        System.out.println("listed " + contact.fullName());
      }
    }
    // docs/in-10-minutes.md: end
  }

  @Test
  void imports(KoreSandbox sandbox, @TempDir Path folder) throws Exception {
    Path csv = Files.writeString(folder.resolve("people.csv"), page.blocks("csv").get(0));
    try (KoreClient kore = sandbox.client()) {
      String printed = Output.of(() -> importPeople(kore, folder.resolve("people.contacts"), csv));
      assertThat(printed).isEqualTo(page.blocks("text").get(1));
    }
    assertThat(sandbox.contactCount()).isEqualTo(2);
  }

  private static void importPeople(KoreClient kore, Path journalFile, Path csvFile) {
    // docs/in-10-minutes.md: begin
    KoreTarget target = KoreTarget.of(kore);
    try (Journal journal = Journal.open(journalFile)) { // on disk: what became of each row
      Plan plan = Transfer.from(CsvSource.of(csvFile).region("US")).to(target).plan(journal);
      System.out.println(plan.summary()); // so far, nothing was written
      Result result = journal.run(target, progress -> {});
      System.out.println(result);
    }
    // docs/in-10-minutes.md: end
  }

  @Test
  void diagnosesTheOwnAccount(KoreSandbox sandbox) throws Exception {
    Map<String, String> environment =
        Map.of(
            "KORE_BASE_URL", sandbox.baseUrl(),
            "KORE_STREAM_ID", sandbox.streamId(),
            "KORE_ACCOUNT_ID", sandbox.accountId(),
            "KORE_CLIENT_ID", sandbox.clientId(),
            "KORE_CLIENT_SECRET", sandbox.clientSecret());
    assertThat(Output.of(() -> diagnose(environment))).startsWith("Diagnosis of Kore.ai at");
    environment.keySet().forEach(name -> assertThat(page.text()).contains("`" + name + "`"));
  }

  private static void diagnose(Map<String, String> environment) {
    // docs/in-10-minutes.md: begin
    try (KoreClient kore = KoreClient.builderFromEnv(environment).build()) { // System.getenv()
      System.out.println(kore.diagnose()); // only reads
    }
    // docs/in-10-minutes.md: end
  }
}
