package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CsvFuzzTest {
  private static final String[] PIECES = {
    "a",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "\r",
    " ",
    "'",
    "=",
    "ü",
    "\u00E9\u20AC",
    "\0",
    "\uFEFF",
    "+919876543210",
    "plan,row,reason,suggestion",
    "sep=;",
    "name,phone\n"
  };

  @TempDir Path directory;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void anyBytesGiveRowsOrATransferException() throws IOException {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 4_000; i++) {
      Path file = Files.write(directory.resolve("any.csv"), bytes(random));
      read += isRead(CsvSource.of(file)) ? 1 : 0;
    }
    assertThat(read).isBetween(400, 3_900);
  }

  private static byte[] bytes(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes =
        text.toString()
            .getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    for (int n = random.nextInt(3); n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static boolean isRead(CsvSource source) {
    try (Rows rows = source.open()) {
      int width = rows.columns().size();
      long before = 0;
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        assertThat(row.cells()).hasSize(width);
        assertThat(row.number()).isGreaterThan(before);
        before = row.number();
      }
      return true;
    } catch (TransferException e) {
      assertThat(e.kind()).isEqualTo(TransferException.Kind.INPUT);
      return false;
    }
  }

  @Test
  void rightTextIsSplitAsFastCsvSplitsIt() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      StringWriter text = new StringWriter();
      try (CsvWriter writer = CsvWriter.builder().build(text)) {
        for (int rows = 1 + random.nextInt(4); rows > 0; rows--) {
          writer.writeRecord(cells(random));
        }
      }
      List<List<String>> expected = new ArrayList<>();
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .skipEmptyLines(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text.toString())) {
        reader.forEach(record -> expected.add(record.getFields()));
      }
      assertThat(parsed(text.toString())).isEqualTo(expected);
    }
  }

  private static List<List<String>> parsed(String text) throws IOException {
    CsvParser parser = new CsvParser(new StringReader(text), ',');
    List<List<String>> records = new ArrayList<>();
    for (var record = parser.next(); record != null; record = parser.next()) {
      assertThat(record.damage()).isNull();
      records.add(record.cells());
    }
    return records;
  }

  @Test
  void theFileOfRefusedRowsComesBackExactly() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      Path path = directory.resolve("refused-" + i + ".csv");
      List<List<String>> rows = new ArrayList<>();
      try (RejectedFile file = RejectedFile.create(path, List.of("=a", "reason", "row"))) {
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
          List<String> cells =
              List.of(apostrophes(random), apostrophes(random), apostrophes(random));
          rows.add(cells);
          file.row(new SourceRow.Origin(1, n), cells, "is wrong", n % 2 == 0 ? null : "-mend it");
        }
      }
      try (Rows open = CsvSource.of(path).open()) {
        List<List<String>> back = new ArrayList<>();
        open.forEachRemaining(row -> back.add(row.cells()));
        assertThat(open.columns()).containsExactly("=a", "reason", "row");
        assertThat(back).isEqualTo(rows);
      }
    }
  }

  @Test
  void noCellOfTheFileRunsAsAFormula() throws IOException {
    Path path = directory.resolve("formulas.csv");
    List<String> cells = List.of("=1+1", "+1", "-1", "@a", "\tx", "'=1", "+919876543210", "'x");
    try (RejectedFile file =
        RejectedFile.create(path, List.of("a", "b", "c", "d", "e", "f", "g", "h"))) {
      file.row(new SourceRow.Origin(1, 2), cells, "=reason", null);
    }
    assertThat(Files.readAllLines(path).get(1))
        .isEqualTo("'=1+1,'+1,'-1,'@a,'\tx,''=1,+919876543210,'x,1,2,'=reason,");
  }

  private static String apostrophes(Random random) {
    return "'".repeat(random.nextInt(3)) + String.join("", cells(random));
  }

  private static List<String> cells(Random random) {
    String[] pieces = {
      "a", "\"", ",", "\n", "\r\n", "=", "'", "+", "-", "@", "\t", "+4915123456789", "b "
    };
    List<String> cells = new ArrayList<>();
    for (int n = 2 + random.nextInt(3); n > 0; n--) {
      StringBuilder cell = new StringBuilder("");
      for (int m = random.nextInt(4); m > 0; m--) {
        cell.append(pieces[random.nextInt(pieces.length)]);
      }
      cells.add(cell.toString());
    }
    return cells;
  }
}
