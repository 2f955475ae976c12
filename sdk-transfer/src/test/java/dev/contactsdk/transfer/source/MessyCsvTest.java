package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.mapping.CheckedRow;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Problem;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.mapping.Suggestion;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as people have them, from the bytes to the checked number of each row. */
class MessyCsvTest {
  private static KoreSandbox sandbox;
  private static KoreClient client;
  private static Target target;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    sandbox = KoreSandbox.builder().start();
    client = sandbox.clientBuilder().build();
    target = KoreTarget.of(client);
  }

  @AfterAll
  static void stop() {
    client.close();
    sandbox.close();
  }

  /**
   * A file, and for each row its number and what becomes of it: the number in E.164, {@code
   * damaged} or a part of the reason. The region is India.
   */
  @SuppressWarnings("ImmutableEnumChecker") // Nobody changes the bytes and the rows.
  enum Messy {
    UTF_8(StandardCharsets.UTF_8, "Name,Phone\nJürgen,9876543210\n", "2 +919876543210"),
    BYTE_ORDER_MARK(
        StandardCharsets.UTF_8, "\uFEFFPhone,Name\n9876543210,Jürgen\n", "2 +919876543210"),
    UTF_16_LE(StandardCharsets.UTF_16LE, "Name,Phone\nJürgen,9876543210\n", "2 +919876543210"),
    UTF_16_BE(StandardCharsets.UTF_16BE, "Name,Phone\nJürgen,9876543210\n", "2 +919876543210"),
    UTF_16_MARK(StandardCharsets.UTF_16, "Name,Phone\nJürgen,9876543210\n", "2 +919876543210"),
    WINDOWS(
        Charset.forName("windows-1252"), "Name,Phone\nZoë Müller,9876543210\n", "2 +919876543210"),
    SEMICOLON("Name;Phone\nRao, Asha;9876543210\n", "2 +919876543210"),
    TAB("Name\tPhone\nRao, Asha\t9876543210\n", "2 +919876543210"),
    BAR("Name|Phone\nRao, Asha|9876543210\n", "2 +919876543210"),
    HINT("sep=;\r\nName;Phone\r\nRao;9876543210\r\n", "3 +919876543210"),
    QUOTES("\"Name\",\"Phone\"\n\"Asha \"\"A\"\" Rao\",\"98765 43210\"\n", "2 +919876543210"),
    LINE_BREAKS(
        "Name,Phone\n\"Asha\r\nRao\",9876543210\nRavi,9876543211\n",
        "2 +919876543210",
        "3 +919876543211"),
    OLD_LINE_ENDS(
        "Name,Phone\rAsha,9876543210\rRavi,9876543211", "2 +919876543210", "3 +919876543211"),
    BLANK_LINES(
        "\n\nName,Phone\n\nAsha,9876543210\n , \nRavi,9876543211\n\n",
        "5 +919876543210",
        "7 +919876543211"),
    TOO_FEW_CELLS("Phone,Name\n9876543210\n9876543211,Ravi\n", "2 damaged", "3 +919876543211"),
    TOO_MANY_CELLS(
        "Phone,Name\n9876543210,Rao,Asha\n9876543211,Ravi,\n", "2 damaged", "3 +919876543211"),
    OPEN_QUOTE("Phone,Name\n9876543210,\"Asha\n9876543211,Ravi\n", "2 damaged", "3 +919876543211"),
    TWO_PHONE_COLUMNS(
        "Phone,Phone\n9876543210,\n9876543211,\n", "2 +919876543210", "3 +919876543211"),
    NO_NAMES_IN_HEADER("Phone,,\n9876543210,x,y\n", "2 +919876543210"),
    MISLEADING_CONSENT("Email consent,Phone\nyes,9876543210\n", "2 +919876543210"),
    MISLEADING_TYPE("Phone type,Phone\nmobile,9876543210\n", "2 +919876543210"),
    MISLEADING_VERIFIED("Phone verified,Mobile No.\ntrue,9876543210\n", "2 +919876543210"),
    GERMAN("Nachname;Handynummer\nRao;9876543210\n", "2 +919876543210"),
    POWERS_OF_TEN(
        "Phone,Name\n9876543210,A\n9876543211,B\n9.19877E+11,C\n\"9,19877E+11\",D\n",
        "2 +919876543210",
        "3 +919876543211",
        "4 was shortened by a spreadsheet",
        "5 was shortened by a spreadsheet"),
    DECIMALS(
        "Phone,Name\n9876543210,A\n9876543211.0,B\n", "2 +919876543210", "3 ends with decimals"),
    NO_PLUS("Phone,Name\n9876543210,A\n919876543211,B\n", "2 +919876543210", "3 +919876543211"),
    TWO_IN_ONE(
        "Phone,Name\n9876543210,A\n9876543211 / 9876543212,B\n",
        "2 +919876543210",
        "3 has two numbers"),
    WORDS(
        "Phone,Name\n9876543210,A\nask Asha,B\n,C\n",
        "2 +919876543210",
        "3 has letters",
        "4 is required"),
    FORMULAS(
        "Name,Phone\n=1+1,9876543210\n@SUM(A1),9876543211\n", "2 +919876543210", "3 +919876543211"),
    REFUSED_ROWS(
        "Name,Phone,plan,row,reason,suggestion\n'=1+1,9876543210,1,7,is wrong,mend it\n",
        "2 +919876543210"),
    EXTENSIONS(
        "Phone,Name\n9876543210 ext. 12,A\n9876543211 x3,B\n",
        "2 +919876543210",
        "3 +919876543211"),
    INVISIBLE("\u200BPhone\u00A0,Name\n\u202A+91 98765 43210\u202C,A\n", "2 +919876543210"),
    HEADER_ONLY("Name,Phone\n");

    final byte[] bytes;
    final List<String> rows;

    Messy(Charset charset, String text, String row) {
      this.bytes = text.getBytes(charset);
      this.rows = List.of(row);
    }

    Messy(String text, String... rows) {
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
      this.rows = List.of(rows);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachRowBecomesWhatIsExpected(Messy messy) throws IOException {
    Path file = Files.write(directory.resolve("people.csv"), messy.bytes);
    List<String> results = results(CsvSource.of(file).region("IN"));
    assertThat(results).hasSameSizeAs(messy.rows);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i)).contains(messy.rows.get(i));
    }
  }

  private static List<String> results(CsvSource source) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = source.open()) {
      open.forEachRemaining(rows::add);
      Suggestion found = Mapping.suggest(source, target);
      assertThat(rows.isEmpty() || found.mapping().fields().contains("phone"))
          .as("%s", found.doubts())
          .isTrue();
      return rows.stream().map(row -> result(row, open.columns(), found.mapping())).toList();
    }
  }

  private static String result(SourceRow row, List<String> columns, Mapping mapping) {
    if (row.damage() != null) {
      return row.number() + " damaged: " + row.damage();
    }
    CheckedRow checked = new RowCheck(target, "IN", false).check(mapping.apply(columns, row));
    if (checked.phone() != null) {
      return row.number() + " " + checked.phone();
    }
    return row.number()
        + " "
        + checked.problems().stream()
            .filter(problem -> "phone".equals(problem.field()))
            .map(Problem::reason)
            .collect(Collectors.joining());
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    assertRefused(Files.writeString(directory.resolve("a.csv"), ""), "is empty");
    assertRefused(
        Files.writeString(directory.resolve("b.csv"), "9876543210,Rao\n"), "column names");
    assertRefused(directory, "is a directory");
    assertRefused(
        Files.writeString(directory.resolve("c.csv"), "x,".repeat(1_000_000)), "16,384 cells");
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> CsvSource.of(file).open())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aHugeRowIsDamagedAndTheNextIsRead() throws IOException {
    String text = "Phone,Name\n9876543210," + "x".repeat(8 << 20) + "\n9876543211,Ravi\n";
    Path file = Files.writeString(directory.resolve("people.csv"), text);
    List<String> results = results(CsvSource.of(file).region("IN"));
    assertThat(results.get(0)).startsWith("2 damaged");
    assertThat(results.get(1)).isEqualTo("3 +919876543211");
  }
}
