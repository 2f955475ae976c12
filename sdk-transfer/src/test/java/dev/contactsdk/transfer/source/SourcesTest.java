package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** What all sources have in common. Each has the person Zyanya Quetzal, +12025550147. */
class SourcesTest {
  private static final String TABLE = "phone,lastName\n+12025550147,Zyanya Quetzal\n";

  @TempDir Path directory;

  @SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
  enum Kind {
    CSV(directory -> CsvSource.of(write(directory, "a.csv", TABLE))),
    TSV(directory -> CsvSource.of(write(directory, "a.tsv", TABLE.replace(',', '\t')))),
    XLSX(directory -> XlsxSource.of(spreadsheet(directory))),
    JSON_LINES(
        directory ->
            JsonLinesSource.of(
                write(
                    directory,
                    "a.jsonl",
                    "{\"phone\":\"+12025550147\",\"lastName\":\"Zyanya Quetzal\"}\n"))),
    JDBC(directory -> JdbcSource.of(database(directory), "SELECT phone, lastName FROM people")),
    OBJECTS(
        directory ->
            ObjectSource.of("our CRM", List.of("Zyanya Quetzal"))
                .column("phone", person -> "+12025550147")
                .column("lastName", person -> person));

    final Function<Path, Source> source;

    Kind(Function<Path, Source> source) {
      this.source = source;
    }
  }

  private static Path write(Path directory, String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path spreadsheet(Path directory) {
    Path file = directory.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("People");
      sheet.value(0, 0, "phone");
      sheet.value(0, 1, "lastName");
      sheet.value(1, 0, "+12025550147");
      sheet.value(1, 1, "Zyanya Quetzal");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file;
  }

  static SQLiteDataSource database(Path directory) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + directory.resolve("people.db"));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE people (phone TEXT, lastName TEXT, code, photo BLOB)");
      statement.execute(
          "INSERT INTO people (phone, lastName) VALUES" + " ('+12025550147', 'Zyanya Quetzal')");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return database;
  }

  @ParameterizedTest
  @EnumSource
  void everySourceKeepsTheContract(Kind kind) {
    check(kind.source.apply(directory));
  }

  @ParameterizedTest
  @EnumSource
  void everySourceStartsAgainAtItsFirstRow(Kind kind) {
    Source source = kind.source.apply(directory);
    Rows first = source.open();
    Rows second = source.open();
    assertThat(first.next()).isEqualTo(second.next());
    first.close();
    second.close();
  }

  static void check(Source source) {
    Rows rows = source.open();
    assertThat(rows.columns()).contains("phone", "lastName").doesNotHaveDuplicates();
    long before = 0;
    SourceRow row = rows.next();
    assertThat(row.damage()).isNull();
    assertThat(row.cells()).hasSameSizeAs(rows.columns());
    assertThat(row.cells().get(rows.columns().indexOf("phone"))).isEqualTo("+12025550147");
    assertThat(row.number()).isGreaterThan(before);
    assertThat(rows.hasNext()).isFalse();
    assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    rows.close();
    rows.close();
    for (String shown : List.of(source.description(), source.toString(), row.toString())) {
      assertThat(shown).doesNotContain("Zyanya", "Quetzal", "2025550147").doesNotContain("\n");
    }
  }

  @Test
  void koreKeepsTheContract() {
    try (KoreSandbox sandbox = KoreSandbox.builder().start();
        KoreClient client = sandbox.clientBuilder().build()) {
      VendorSourcesTest.addTo(client);
      check(KoreSource.of(client));
    }
  }

  @Test
  void truedyKeepsTheContract() {
    try (TruedySandbox sandbox = TruedySandbox.builder().start();
        TruedyClient client = sandbox.clientBuilder().build()) {
      VendorSourcesTest.addTo(client, "gold");
      check(TruedySource.of(client));
    }
  }
}
