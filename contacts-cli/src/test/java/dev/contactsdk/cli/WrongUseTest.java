package dev.contactsdk.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One clear line that says what to do, exit code 1, no stack trace. */
class WrongUseTest {
  @TempDir private Path folder;

  private static String refused(Object... args) {
    Shell.Ran ran = new Shell().run(args).exits(1);
    List<String> lines = ran.err().lines().toList();
    assertThat(lines.get(0)).startsWith("contacts: ");
    assertThat(ran.err()).doesNotContain("\tat ", "Exception");
    return ran.err();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pln",
        "plan",
        "plan a.csv --to kore",
        "plan a.csv --to nowhere --journal x",
        "run a --first many",
        "run a --rate fast",
        "run a --rate 0/min",
        "run a --secret x",
        "completion fish",
        "sandbox --kore-port -1x"
      })
  void aWrongCommandLine(String line) {
    Object[] args = line.isEmpty() ? new Object[0] : line.split(" ");
    assertThat(refused(args)).contains("--help");
  }

  @Test
  void aTypingErrorIsNamedAndNotWhatItHides() {
    assertThat(refused("plan", "a.csv", "--to", "kore", "--jurnal=x"))
        .contains("Unknown option: '--jurnal'")
        .doesNotContain("Missing");
    assertThat(refused("paln", "a.csv")).contains("'paln' is no command", "plan, run, status");
  }

  @Test
  void aWrongWordIsToldTheRightOnes() {
    assertThat(refused("plan", "a.csv", "--to", "kor", "--journal", "x"))
        .contains("kore or truedy is wanted, not 'kor'");
    assertThat(refused("plan", "a.csv", "--to", "kore", "--journal", "x", "--on-existing", "go"))
        .contains("skip or update or reject");
    assertThat(refused("status", "x", "--output", "xml")).contains("text or json");
  }

  @Test
  void numbersWithoutARegionAreToldTheOption() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "Phone\n9810000001\n");
    Path env = folder.resolve("truedy.env");
    Files.createFile(env, PosixFilePermissions.asFileAttribute(Set.of(OWNER_READ, OWNER_WRITE)));
    Files.writeString(env, "TRUEDY_API_KEY=truedy_0123456789012345678901234567\n");
    Path journal = folder.resolve("j.contacts");
    assertThat(refused("plan", file, "--to", "truedy", "--journal", journal, "--env-file", env))
        .contains("--region IN", "--column \"Mobile No=phone\"");
  }

  @Test
  void aFileThatIsNotThere() {
    Path journal = folder.resolve("j.contacts");
    String told = refused("plan", folder.resolve("no.csv"), "--to", "kore", "--journal", journal);
    assertThat(told).contains("no.csv does not exist");
    assertThat(journal).doesNotExist();
  }

  @Test
  void aFileOfAnotherKind() throws IOException {
    Path file = Files.writeString(folder.resolve("people.docx"), "x");
    assertThat(refused("plan", file, "--to", "kore", "--journal", "j")).contains(".csv");
  }

  @Test
  void aJournalThatIsNotThereIsNotMade() {
    Path journal = folder.resolve("typo.contacts");
    for (String command : List.of("run", "status", "verify", "forget")) {
      assertThat(refused(command, journal)).contains("does not exist");
    }
    assertThat(journal).doesNotExist();
  }

  @Test
  void variablesThatAreMissingAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "Phone\n+919810000001\n");
    Path journal = folder.resolve("j.contacts");
    assertThat(refused("plan", file, "--to", "kore", "--journal", journal))
        .contains("KORE_CLIENT_SECRET", "--env-file")
        .doesNotContain("NOT_SENT");
    assertThat(refused("plan", file, "--to", "truedy", "--journal", journal))
        .contains("TRUEDY_API_KEY", "--env-file");
    assertThat(refused("doctor")).contains("no variable");
  }

  @Test
  void aFolderAndAnImportAreForTruedy() throws IOException {
    Path file = Files.writeString(folder.resolve("people.csv"), "Phone\n+919810000001\n");
    assertThat(refused("plan", file, "--to", "kore", "--folder", "f", "--journal", "j"))
        .contains("--folder and --import-csv are for Truedy");
    assertThat(refused("plan", file, "--to", "kore", "--import-csv", "--journal", "j"))
        .contains("--folder and --import-csv are for Truedy");
  }
}
