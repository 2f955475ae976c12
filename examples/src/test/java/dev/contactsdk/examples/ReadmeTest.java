package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the README. */
@ExtendWith(SandboxExtension.class)
class ReadmeTest {
  private static final Path README = Path.of("../README.md");

  @Test
  void kore(KoreSandbox sandbox) throws Exception {
    String baseUrl = sandbox.baseUrl();
    String streamId = sandbox.streamId();
    String accountId = sandbox.accountId();
    String clientId = sandbox.clientId();
    String clientSecret = sandbox.clientSecret();
    sandbox.seedContacts(60);
    String printed = Output.of(() -> kore(baseUrl, streamId, accountId, clientId, clientSecret));
    assertThat(printed).startsWith("created ").contains("\n50 of 61\n", "\n11 of 61\n");
  }

  private static void kore(
      String baseUrl, String streamId, String accountId, String clientId, String clientSecret) {
    // README.md: begin
    try (KoreClient kore =
        KoreClient.builder()
            .baseUrl(baseUrl) // such as https://platform.kore.ai
            .streamId(streamId)
            .accountId(accountId)
            .credentials(clientId, clientSecret)
            .build()) {
      CellPhone number = CellPhone.of("+91", "9876543210");
      NewKoreContact contact =
          NewKoreContact.builder()
              .firstName("John")
              .lastName("Doe")
              .salutation("Mr")
              .cellPhone(number)
              .build();
      KoreContact john = kore.contacts().create(contact).execute();
      System.out.println("created " + john.id());
      for (Page<KoreContact> page : kore.contacts().list().pageSize(50).pages()) {
        System.out.println(page.items().size() + " of " + page.total());
      }
    }
    // README.md: end
  }

  @Test
  void truedy(TruedySandbox sandbox, @TempDir Path folder) throws Exception {
    Path csv = Files.writeString(folder.resolve("contacts.csv"), "phone\n+12025550151\n");
    String folderId = sandbox.addFolder("Customers");
    try (TruedyClient truedy = sandbox.client()) {
      String printed = Output.of(() -> truedy(truedy, csv, folderId));
      assertThat(printed).containsPattern("^created \\S+\nimported 1\n$");
    }
  }

  private static void truedy(TruedyClient truedy, Path csvFile, String folderId) {
    // README.md: begin
    NewTruedyContact contact = NewTruedyContact.builder("+15551234567").firstName("Jane").build();
    TruedyContact jane = truedy.contacts().create(contact).execute();
    System.out.println("created " + jane.id());
    ImportResult result = truedy.contacts().importCsv(csvFile).folder(folderId).execute();
    System.out.println("imported " + result.imported());
    // README.md: end
  }

  @Test
  void failures(TruedySandbox sandbox) throws Exception {
    NewTruedyContact good = NewTruedyContact.builder("+15551234567").build();
    NewTruedyContact bad = NewTruedyContact.builder("+15551234567").email("jane@nowhere").build();
    try (TruedyClient truedy = sandbox.client()) {
      assertThat(Output.of(() -> failures(truedy, bad))).contains("FieldError[field=email, ");
      sandbox.fail().of("create_contact").with(Fault.cutAfterStore());
      assertThat(Output.of(() -> failures(truedy, good))).startsWith("created ");
      sandbox.fail().of("create_contact").with(Fault.status(403, ""));
      assertThat(Output.of(() -> failures(truedy, good))).isEqualTo("REJECTED\n");
    }
  }

  private static void failures(TruedyClient truedy, NewTruedyContact contact) {
    // README.md: begin
    try {
      var call = truedy.contacts().create(contact).onUnknown(OnUnknown.lookUp());
      System.out.println("created " + call.execute().id());
    } catch (ApiException.BadRequest e) {
      System.out.println(e.fieldErrors()); // every vendor's shape, one form
    } catch (SdkException e) {
      System.out.println(e.outcome()); // NOT_SENT, REJECTED, APPLIED, UNKNOWN: was it created?
    }
    // README.md: end
  }

  @Test
  void move(KoreSandbox sandbox, @TempDir Path folder) throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("people.csv"),
            "First name,Last name,Title,Phone,Extension\nJohn,Doe,Mr,9876543210,+91\n");
    try (KoreClient kore = sandbox.client()) {
      String printed = Output.of(() -> move(kore, folder.resolve("people.contacts"), csv));
      assertThat(printed)
          .contains("1 row: 1 to create; 1 request, less than a minute")
          .contains("1 row: 1 created; 1 request")
          .contains("1 as written");
    }
  }

  private static void move(KoreClient kore, Path journalFile, Path csvFile) {
    // README.md: begin
    try (Journal journal = Journal.open(journalFile)) { // the plan, and what became of each row
      Source people = CsvSource.of(csvFile).region("IN"); // where numbers have no country code
      Plan plan = Transfer.from(people).to(KoreTarget.of(kore)).plan(journal); // only reads
      System.out.println(plan.summary());
      Result result = journal.run(KoreTarget.of(kore), progress -> {}); // after a crash: again
      System.out.println(result);
      System.out.println(journal.verify(KoreTarget.of(kore), progress -> {}));
    }
    // README.md: end
  }

  @Test
  void theReadmeHasTheTwoCommandsInOrder() throws IOException {
    String text = Files.readString(README).replace("\r\n", "\n");
    assertThat(new DocsPage(text).blocks("sh"))
        .containsExactly("mvn -q -Ptour\n", "mvn -B verify\n");
    assertThat(text.lines()).hasSizeLessThanOrEqualTo(96);
  }
}
