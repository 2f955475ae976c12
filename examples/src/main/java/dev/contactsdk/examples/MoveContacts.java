package dev.contactsdk.examples;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Imports 2,000 rows of a file, crashes in the middle, goes on, and proves the result. */
public final class MoveContacts implements Example {
  private static final int ROWS = 2000;

  public static void main(String... args) throws Exception {
    Services.runAlone(new MoveContacts(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: import a file, crash, go on, verify";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) throws IOException {
    Path directory = Files.createTempDirectory("contacts");
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      KoreTarget target = KoreTarget.of(kore);
      Path journalFile = directory.resolve("people.contacts");
      try (Journal journal = Journal.open(journalFile)) {
        Plan plan =
            Transfer.from(CsvSource.of(people(directory)).region("IN")).to(target).plan(journal);
        System.out.println(plan.summary());
        crashInTheMiddle(journal, target);
      }
      System.out.println("The process has ended with " + sandbox.contactCount() + " contacts.");

      try (Journal journal = Journal.open(journalFile)) {
        Progress bar = new Progress("rows");
        System.out.println(
            journal.run(target, progress -> bar.show(progress.done(), progress.total())));
        System.out.println(journal.verify(target, progress -> {}));
        Path rejected = directory.resolve("to-mend.csv");
        System.out.println(journal.writeRejected(rejected) + " rows to mend in to-mend.csv");
      }
    } finally {
      delete(directory);
    }
  }

  private static void crashInTheMiddle(Journal journal, KoreTarget target) {
    try {
      journal.run(
          target,
          progress -> {
            if (progress.done() > ROWS / 3) {
              throw new IllegalStateException("the power went out");
            }
          });
    } catch (IllegalStateException e) {
      System.out.println("CRASHED: " + e.getMessage());
    }
  }

  private static Path people(Path directory) throws IOException {
    StringBuilder csv = new StringBuilder("Title,First name,Last name,Mobile,Extension\n");
    for (int i = 0; i < ROWS; i++) {
      boolean damaged = i % 500 == 7; // by a spreadsheet
      csv.append(
          "Ms,Test,Person %d,%s,+91\n".formatted(i, damaged ? "9.19877E+11" : 9876500000L + i));
    }
    return Files.writeString(directory.resolve("people.csv"), csv);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
