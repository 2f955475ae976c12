package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.Verification;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.NameOrder;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the page "Moving contacts". */
@ExtendWith(SandboxExtension.class)
class MovingContactsPageTest {
  @Test
  void fourSteps(KoreSandbox sandbox, @TempDir Path folder) throws IOException {
    Path people =
        Files.writeString(
            folder.resolve("people.csv"),
            """
            First name,Last name,Title,Phone,Extension
            John,Doe,Mr,9876543210,+91
            Jane,Doe,Ms,12,+91
            """);
    try (KoreClient kore = sandbox.client()) {
      fourSteps(kore, folder.resolve("spring.contacts"), people, folder.resolve("to-mend.csv"));
    }
  }

  private static void fourSteps(KoreClient kore, Path journalFile, Path people, Path mend) {
    // docs/moving-contacts.md: begin
    KoreTarget target = KoreTarget.of(kore);
    try (Journal journal = Journal.open(journalFile)) {
      Plan plan =
          Transfer.from(CsvSource.of(people).region("IN"))
              .to(target)
              .onExisting(OnExisting.UPDATE) // or SKIP, the default, or REJECT
              .plan(journal); // reads the file, lists the target
      System.out.println(plan.summary());

      Result result = journal.run(target, progress -> {}); // after a crash: again
      Verification verification = journal.verify(target, progress -> {});
      long toMend = journal.writeRejected(mend); // mend it, and plan with it again
      // docs/moving-contacts.md: end
      assertThat(result.count(RowState.CREATED)).isEqualTo(1);
      assertThat(verification.isClean()).isTrue();
      assertThat(toMend).isEqualTo(1);
    }
  }

  @Test
  void mapping() {
    // docs/moving-contacts.md: begin
    Mapping mapping =
        Mapping.builder()
            .column("Mobile", Fields.PHONE)
            .split("Full name", NameOrder.FIRST_LAST)
            .constant(Fields.SALUTATION, "Ms")
            .template("custom.origin", "{City}, {State}")
            .build();
    // docs/moving-contacts.md: end
    assertThat(Mapping.fromJson(mapping.toJson())).isEqualTo(mapping);
  }
}
