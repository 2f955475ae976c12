package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.source.CsvSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of refused rows is mended, refused in part, and mended again. */
class MendedFileTest {
  @TempDir private Path directory;
  private Journal journal;
  private MemoryTarget target;

  @BeforeEach
  void open() {
    VirtualClock clock = new VirtualClock();
    target = new MemoryTarget(clock);
    journal = Journal.open(directory.resolve("mended.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Plan plan(Path file) {
    return Transfer.from(CsvSource.of(file).region("IN")).to(target).plan(journal);
  }

  private Path mend() throws IOException {
    plan(
        file(
            "people.csv",
            """
            phone,firstName
            9810000001,Asha
            9810000002,Ravi
            1,Meera
            2,Arun
            3,Usha
            9810000008,Lata
            9810000009,Mala
            """));
    Path mend = directory.resolve("mend.csv");
    assertThat(journal.writeRejected(mend)).isEqualTo(3);
    return mend;
  }

  @Test
  void rowsThatAreRefusedAgainKeepTheirFirstNumbers() throws IOException {
    String mended =
        Files.readString(mend()).replace("1,Meera,1,4,", "9810000004,Meera,1,4,")
            + "4,Kiran,,,,\r\n5,Dev,1,as above,,\r\n";
    plan(file("mended.csv", mended));
    Path again = directory.resolve("again.csv");

    assertThat(journal.writeRejected(again)).isEqualTo(4);

    assertThat(Files.readString(again).lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("2,Arun,1,5,"),
            row -> assertThat(row).startsWith("3,Usha,1,6,"),
            row -> assertThat(row).as("added by hand").startsWith("4,Kiran,2,5,"),
            row -> assertThat(row).as("added by hand").startsWith("5,Dev,2,6,"));
    plan(again);
    Path third = directory.resolve("third.csv");
    journal.writeRejected(third);
    assertThat(Files.readString(third)).contains("2,Arun,1,5,", "3,Usha,1,6,", "4,Kiran,2,5,");
  }

  @Test
  void theRowThatIsRepeatedHasItsFirstNumberToo() throws IOException {
    String mended =
        Files.readString(mend())
            .replace("1,Meera,1,4,", "9810000004,Meera,1,4,")
            .replace("2,Arun,1,5,", "9810000004,Arun,1,5,");
    plan(file("mended.csv", mended));
    Path skipped = directory.resolve("skipped.csv");
    assertThat(journal.writeSkipped(skipped)).isEqualTo(1);
    assertThat(Files.readString(skipped)).contains("Arun,1,5,", "It is row 4");
  }

  @Test
  void textThatAWrongEncodingDamagedIsSentAndNamed() throws IOException {
    Plan plan =
        plan(
            file(
                "people.csv",
                """
                phone,firstName
                9810000001,Zo\u00C3\u00AB
                9810000002,Zo\u00EB
                9810000003,????
                9810000004,What?
                """));
    assertThat(plan.summary().creates()).isEqualTo(4);
    assertThat(plan.summary().notices())
        .singleElement()
        .asString()
        .startsWith("2 rows with a text that a wrong encoding damaged")
        .contains("save the file as UTF-8")
        .endsWith(": rows 2, 4");
    assertThat(plan.summary().toString()).contains("Worth a look:\n  2 rows");
  }
}
