package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  @TempDir Path directory;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("people.csv"), bytes);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SourceRow> rows(CsvSource source) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = source.open()) {
      open.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static List<String> columns(CsvSource source) {
    try (Rows open = source.open()) {
      return open.columns();
    }
  }

  @Test
  void cellsAreReadAsTheyAreAndRowsAreNumberedAsInASpreadsheet() throws IOException {
    CsvSource source =
        CsvSource.of(file("Name,Phone\r\n\"Doe, \"\"J\"\"\", 1\r\n\r\n\"two\nlines\",2\r\nlast,3"));
    assertThat(columns(source)).containsExactly("Name", "Phone");
    assertThat(rows(source)).extracting(SourceRow::number).containsExactly(2L, 4L, 5L);
    assertThat(rows(source).get(0).cells()).containsExactly("Doe, \"J\"", " 1");
    assertThat(rows(source).get(1).cells()).containsExactly("two\nlines", "2");
    assertThat(rows(source)).allMatch(row -> row.damage() == null);
    assertThat(source.description()).isEqualTo("people.csv (CSV, UTF-8, comma)");
  }

  @Test
  void encodingsAreFound() throws IOException {
    String text = "Vorname;Ort\nJürgen;Köln\nZoë;Saarbrücken\nJosé;Málaga\n";
    for (String name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16")) {
      CsvSource source = CsvSource.of(file(text.getBytes(Charset.forName(name))));
      assertThat(rows(source))
          .as(name)
          .first()
          .extracting(SourceRow::cells)
          .isEqualTo(List.of("Jürgen", "Köln"));
      assertThat(rows(source)).as(name).hasSize(3).allMatch(row -> row.damage() == null);
    }
    CsvSource marked = CsvSource.of(file("\uFEFF" + text));
    assertThat(columns(marked)).containsExactly("Vorname", "Ort");
    assertThat(marked.description()).isEqualTo("people.csv (CSV, UTF-8 with BOM, semicolon)");
  }

  @Test
  void delimitersAreFoundOrHintedOrGiven() throws IOException {
    for (char c : ",;\t|".toCharArray()) {
      String text = "a" + c + "b" + c + "c\n1" + c + "\"x,;|\"" + c + "3\n";
      assertThat(columns(CsvSource.of(file(text)))).as("'%s'", c).containsExactly("a", "b", "c");
    }
    assertThat(columns(CsvSource.of(file("sep=;\na;b,c,d\n1;2\n")))).containsExactly("a", "b,c,d");
    assertThat(columns(CsvSource.of(file("a:b\n")).delimiter(':'))).containsExactly("a", "b");
    assertThatThrownBy(() -> CsvSource.of(directory).delimiter('"'))
        .isInstanceOf(TransferException.class);
  }

  @Test
  void aWrongRowIsDamagedAndDoesNotSwallowTheNext() throws IOException {
    List<SourceRow> rows =
        rows(CsvSource.of(file("a,b\n1\n1,2,3\n\"x,2\n4,\"5\" 6\n7,8\n9,10,\n\"open,1\n11,12\n")));
    assertThat(rows).extracting(SourceRow::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(rows)
        .extracting(row -> row.damage() != null)
        .containsExactly(true, true, true, true, false, false, true, false);
    assertThat(rows.get(1).cells()).containsExactly("1", "2,3");
    assertThat(rows.get(2).cells()).containsExactly("\"x,2", "");
    assertThat(rows.get(6).damage()).isEqualTo(CsvParser.UNCLOSED);
    assertThat(rows.get(7).cells()).containsExactly("11", "12");
  }

  @Test
  void aLongRowIsDamagedAndTheNextIsRead() throws IOException {
    String eight = "x".repeat(8 << 20);
    for (String row : List.of(eight + ",1", "\"" + eight + "\",1", "1,\"" + eight + "\"")) {
      List<SourceRow> rows = rows(CsvSource.of(file("a,b\n" + row + "\n1,2\n")));
      assertThat(rows).extracting(SourceRow::damage).containsExactly(CsvParser.TOO_LONG, null);
      assertThat(rows.get(1)).isEqualTo(SourceRow.of(3, List.of("1", "2")));
    }
  }

  @Test
  void wrongBytesInUtf8DamageTheirRowOnly() throws IOException {
    byte[] text = "a,b\nJürgen,Köln\nZo?,1\nÄ,2\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == '?' ? (byte) 0xEB : text[i];
    }
    assertThat(rows(CsvSource.of(file(text))))
        .extracting(row -> row.damage() != null)
        .containsExactly(false, true, false);
  }

  @Test
  void namesOfColumnsAreUnique() throws IOException {
    assertThat(columns(CsvSource.of(file("Phone,, Phone ,Phone (2),\u00A0\n1,2,3,4,5\n"))))
        .containsExactly("Phone", "column 2", "Phone (2)", "Phone (2) (2)", "column 5");
  }

  @Test
  void whatIsNoTableIsRefusedWithAMend() throws IOException {
    assertRefused(file(""), "is empty");
    assertRefused(file("\uFEFF\n\n , \n"), "is empty");
    assertRefused(file("Jane,+919876543210\nJoe,+919876543211\n"), "has no column names");
    assertRefused(file("a,b\n1,\0\u0001\n"), "binary");
    assertRefused(file(new byte[] {'P', 'K', 3, 4, 0}), "XLSX");
    assertRefused(file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}), "password");
    assertRefused(file("x,".repeat(1_000_000)), "more than 16,384 cells");
    assertRefused(directory, "is a directory");
    assertRefused(directory.resolve("none.csv"), "does not exist");
    assertRefused(Path.of("/dev/stdin"), "cannot be read twice");
    assertThat(rows(CsvSource.of(file("a,b\n")))).isEmpty();
  }

  private static void assertRefused(Path file, String problem) {
    assertThatThrownBy(() -> CsvSource.of(file).open())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(problem)
        .extracting(e -> ((TransferException) e).kind())
        .isEqualTo(TransferException.Kind.INPUT);
    assertThat(CsvSource.of(file).description()).endsWith("(CSV)");
  }
}
