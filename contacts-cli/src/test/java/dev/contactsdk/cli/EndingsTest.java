package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.TruedySandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a file's name says how it is read. */
class EndingsTest {
  @TempDir private Path folder;

  private void moves(Path file, String format) {
    Path journal = folder.resolve("a.contacts");
    try (TruedySandbox truedy = TruedySandbox.start()) {
      Shell shell = Shell.with(truedy);
      Shell.Ran plan =
          shell.run("plan", file, "--to", "truedy", "--region", "IN", "--journal", journal);
      assertThat(plan.exits(0).out()).contains("(" + format, "2 rows: 2 to create");
      shell.run("run", journal).exits(0);
      assertThat(truedy.contacts())
          .extracting(each -> each.get("phone_number"))
          .containsExactlyInAnyOrder("+919810000001", "+919810000002");
    }
  }

  private Path text(String ending, String text) throws IOException {
    return Files.writeString(folder.resolve("people." + ending), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "txt", "CSV"})
  void commas(String ending) throws IOException {
    moves(
        text(ending, "phone,first name\n9810000001,Asha\n9810000002,Ravi\n"), "CSV, UTF-8, comma");
  }

  @Test
  void tabs() throws IOException {
    moves(
        text("tsv", "phone\tfirst name\n9810000001\tAsha\n9810000002\tRavi\n"), "CSV, UTF-8, tab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "ndjson"})
  void jsonLines(String ending) throws IOException {
    moves(
        text(ending, "{\"phone\":\"9810000001\"}\n{\"phone\":\"+919810000002\"}\n"), "JSON Lines");
  }

  @Test
  void spreadsheet() throws IOException {
    Path file = folder.resolve("people.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("People");
      sheet.value(0, 0, "Phone");
      sheet.value(1, 0, "9810000001");
      sheet.value(2, 0, "9810000002");
    }
    moves(file, "XLSX");
  }
}
