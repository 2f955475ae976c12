package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the page "Create contacts". */
@ExtendWith(SandboxExtension.class)
class CreatePageTest {
  private static NewKoreContact contact(String firstName, String number) {
    return NewKoreContact.builder()
        .firstName(firstName)
        .lastName("Roe")
        .salutation("Ms")
        .cellPhone(CellPhone.ofE164(number))
        .build();
  }

  @Test
  void one(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> one(kore))).startsWith("created ");
    }
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  private static void one(KoreClient kore) {
    // docs/create.md: begin
    NewKoreContact jane =
        NewKoreContact.builder()
            .firstName("Jane")
            .lastName("Roe")
            .salutation("Ms")
            .cellPhone(CellPhone.of("+1", "2025550144")) // or CellPhone.ofE164("+12025550144")
            .build();
    KoreContact created = kore.contacts().create(jane).execute();
    System.out.println("created " + created.id());
    // docs/create.md: end
  }

  @Test
  void oneAtTruedy(TruedySandbox sandbox) throws Exception {
    try (TruedyClient truedy = sandbox.client()) {
      assertThat(Output.of(() -> oneAtTruedy(truedy))).isEqualTo("{account_type=premium}\n");
    }
  }

  private static void oneAtTruedy(TruedyClient truedy) {
    // docs/create.md: begin
    NewTruedyContact jane =
        NewTruedyContact.builder("+12025550144")
            .firstName("Jane")
            .customField("account_type", "premium")
            .build();
    TruedyContact created = truedy.contacts().create(jane).execute();
    System.out.println(created.customFields());
    // docs/create.md: end
  }

  @Test
  void many(KoreSandbox sandbox) throws Exception {
    List<NewKoreContact> people =
        List.of(contact("Jane", "+12025550144"), contact("Max", "+12025550145"));
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> many(kore, people))).isEqualTo("created 2\n");
    }
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  private static void many(KoreClient kore, List<NewKoreContact> people) {
    // docs/create.md: begin
    List<KoreContact> created = kore.contacts().createAll(people).execute(); // one request
    System.out.println("created " + created.size());
    // docs/create.md: end
  }

  @Test
  void csv(TruedySandbox sandbox, @TempDir Path folder) throws Exception {
    Path csv = Files.writeString(folder.resolve("c.csv"), "phone\n+12025550151\n123\n");
    try (TruedyClient truedy = sandbox.client()) {
      assertThat(Output.of(() -> csv(truedy, csv))).startsWith("imported 1, skipped 0\nrow 2: ");
    }
  }

  private static void csv(TruedyClient truedy, Path csvFile) {
    // docs/create.md: begin
    ImportResult result = truedy.contacts().importCsv(csvFile).execute(); // one request
    System.out.println("imported " + result.imported() + ", skipped " + result.skipped());
    result.errors().forEach(e -> System.out.println("row " + e.row() + ": " + e.reason()));
    // docs/create.md: end
  }

  @Test
  void lost(KoreSandbox sandbox) throws Exception {
    NewKoreContact jane = contact("Jane", "+12025550144");
    List<NewKoreContact> unsent = new ArrayList<>();
    try (KoreClient kore = sandbox.client()) {
      sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
      assertThat(Output.of(() -> lost(kore, jane, unsent))).startsWith("created ");
      assertThat(Output.of(() -> lost(kore, jane, unsent))).isEqualTo("Kore.ai has the number\n");
      sandbox.fail().of("createContacts").with(Fault.cutBeforeStore());
      NewKoreContact max = contact("Max", "+12025550145");
      assertThat(Output.of(() -> lost(kore, max, unsent))).isEmpty();
      assertThat(unsent).containsExactly(max);
    }
  }

  private static void lost(KoreClient kore, NewKoreContact jane, List<NewKoreContact> toCheck) {
    // docs/create.md: begin
    try {
      var call = kore.contacts().create(jane).onUnknown(OnUnknown.lookUp());
      System.out.println("created " + call.execute().id()); // by the answer, or by the look-up
    } catch (ApiException.Conflict e) {
      System.out.println("Kore.ai has the number");
    } catch (UnconfirmedWriteException e) { // not listed yet, so it may still appear
      toCheck.add(jane);
    }
    // docs/create.md: end
  }
}
