package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class XlsxSourceTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path directory;

  private Path file(Consumer<Worksheet> content) throws IOException {
    Path file = directory.resolve("people.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("Customers"));
      workbook.newWorksheet("Other").value(0, 0, "City");
    }
    return file;
  }

  private static void people(Worksheet sheet) {
    sheet.value(1, 0, "Name");
    sheet.value(1, 1, "Phone");
    sheet.value(2, 0, "Asha");
    sheet.value(2, 1, 919876543210L);
    sheet.value(4, 0, "Ravi");
    sheet.value(4, 1, "+919876543211");
  }

  /** The file with one of its parts replaced. */
  private Path with(Path file, String part, String content) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    assertThat(parts).containsKey(part);
    parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    Path changed = directory.resolve("changed.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return changed;
  }

  private Path sheet(String rows) throws IOException {
    return with(
        file(XlsxSourceTest::people),
        SHEET,
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  private static String text(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static final String HEADER =
      "<row r=\"1\">" + text("A1", "Name") + text("B1", "Phone") + "</row>";

  private static List<SourceRow> rows(XlsxSource source) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = source.open()) {
      open.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void rowsAreNumberedAsTheSpreadsheetNumbersThem() throws IOException {
    XlsxSource source = XlsxSource.of(file(XlsxSourceTest::people)).region("in");
    assertThat(rows(source))
        .containsExactly(
            SourceRow.of(3, List.of("Asha", "919876543210")),
            SourceRow.of(5, List.of("Ravi", "+919876543211")));
    assertThat(source.description()).isEqualTo("people.xlsx (XLSX, sheet 'Customers')");
    assertThat(source.region()).isEqualTo("IN");
    try (Rows other = source.sheet("Other").open()) {
      assertThat(other.columns()).containsExactly("City");
    }
    assertRefused(source.sheet("None"), "has no sheet 'None': it has 'Customers', 'Other'");
  }

  @Test
  void valuesAreTexts() throws IOException {
    Path file =
        file(
            sheet -> {
              for (int i = 0; i < 9; i++) {
                sheet.value(0, i, "c" + i);
              }
              sheet.value(1, 0, 9_198_765_432_101_234_567L);
              sheet.value(1, 1, "9.19877E+11");
              sheet.value(1, 2, LocalDate.of(2026, 1, 31));
              sheet.style(1, 2).format("dd/mm/yyyy").set();
              sheet.value(1, 3, LocalDateTime.of(2026, 1, 31, 10, 30));
              sheet.style(1, 3).format("yyyy-mm-dd hh:mm").set();
              sheet.value(1, 4, true);
              sheet.value(1, 5, 0.1 + 0.2);
              sheet.value(1, 6, 612345678);
              sheet.style(1, 6).format("0000000000").set();
              sheet.value(1, 7, 919876543210L);
              sheet.style(1, 7).format("\"+\"0").set();
              sheet.value(1, 8, 919876543210L);
              sheet.style(1, 8).format("[Red]#,##0.00").set();
            });
    assertThat(rows(XlsxSource.of(file)).get(0).cells())
        .containsExactly(
            "9.19876543210123E+18",
            "9.19877E+11",
            "2026-01-31",
            "2026-01-31T10:30",
            "true",
            "0.3",
            "0612345678",
            "+919876543210",
            "919876543210");
  }

  @Test
  void rowsThatCannotBeUsedAreDamaged() throws IOException {
    List<SourceRow> rows =
        rows(
            XlsxSource.of(
                sheet(
                    HEADER
                        + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>"
                        + "<row r=\"3\">"
                        + text("A3", "x")
                        + "<c r=\"B3\"><f>1+1</f></c></row>"
                        + "<row r=\"4\">"
                        + text("A4", "x")
                        + text("D4", "y")
                        + "</row><row r=\"5\">"
                        + text("A5", "x")
                        + "<c r=\"B5\"><f>1+1</f><v>2</v></c></row>"
                        + "<row r=\"6\"><c r=\"A6\"><v>1x</v></c></row>")));
    assertThat(rows)
        .extracting(row -> row.damage() != null)
        .containsExactly(true, true, true, false, true);
    assertThat(rows.get(1).damage()).contains("never calculated");
    assertThat(rows.get(2).cells()).containsExactly("x", ", , y");
    assertThat(rows.get(3).cells()).containsExactly("x", "2");
  }

  @Test
  void aMendedFileOfRefusedRowsIsReadWithoutItsReasons() throws IOException {
    XlsxSource source =
        XlsxSource.of(
            sheet(
                "<row r=\"1\">"
                    + text("A1", "Name")
                    + text("B1", "plan")
                    + text("C1", "row")
                    + text("D1", "reason")
                    + text("E1", "suggestion")
                    + "</row><row r=\"2\">"
                    + text("A2", "'=x")
                    + text("B2", "2")
                    + text("C2", "7")
                    + "</row>"));
    assertThat(rows(source))
        .containsExactly(new SourceRow(2, List.of("=x"), null, new SourceRow.Origin(2, 7)));
    assertThat(source.description()).contains("rows of an earlier plan");
  }

  @Test
  void whatWouldTakeMemoryOrTimeWithoutEndIsRefused() throws IOException {
    assertRefused(
        XlsxSource.of(file(XlsxSourceTest::people)).largestTexts(10), "texts, which are kept");
    assertRefused(
        XlsxSource.of(sheet("<row r=\"1\">" + text("ZZZZZZ1", "x") + "</row>")), "is damaged");
    assertRefused(
        XlsxSource.of(sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>")),
        "is damaged");
    assertRefused(XlsxSource.of(sheet(HEADER + HEADER)), "is damaged");
    assertRefused(
        XlsxSource.of(sheet("<row r=\"1\">" + text("A1", "x".repeat(40_000)) + "</row>")),
        "32,767");
    assertRefused(
        XlsxSource.of(sheet("<row r=\"1\" a=\"" + "x".repeat(17 << 20) + "\"></row>")),
        "is damaged");
  }

  @Test
  void whatIsNoSpreadsheetIsRefusedWithAMend() throws IOException {
    Path file = directory.resolve("people.xlsx");
    assertRefused(XlsxSource.of(Files.writeString(file, "a,b\n1,2\n")), "read it as CSV");
    assertRefused(XlsxSource.of(Files.write(file, new byte[0])), "read it as CSV");
    assertRefused(
        XlsxSource.of(Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})),
        "password");
    assertRefused(XlsxSource.of(directory), "is a directory");
    assertRefused(XlsxSource.of(directory.resolve("none.xlsx")), "does not exist");
    assertRefused(XlsxSource.of(file(sheet -> {})), "is empty");
    assertRefused(
        XlsxSource.of(file(sheet -> sheet.value(0, 0, 919876543210L))), "no column names");
    assertThat(rows(XlsxSource.of(file(sheet -> sheet.value(0, 0, "Phone"))))).isEmpty();
  }

  private static void assertRefused(XlsxSource source, String problem) {
    assertThatThrownBy(() -> rows(source))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(problem)
        .extracting(e -> ((TransferException) e).kind())
        .isEqualTo(TransferException.Kind.INPUT);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void anyBytesGiveRowsOrATransferException() throws IOException {
    byte[] whole = Files.readAllBytes(file(XlsxSourceTest::people));
    String sheet = HEADER + "<row r=\"2\">" + text("A2", "x") + "<c r=\"B2\"><v>12</v></c></row>";
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 600; i++) {
      Path file =
          i % 2 == 0
              ? Files.write(directory.resolve("any.xlsx"), changed(whole, random))
              : sheet(
                  new String(
                      changed(sheet.getBytes(StandardCharsets.UTF_8), random),
                      StandardCharsets.ISO_8859_1));
      read += isRead(XlsxSource.of(file)) ? 1 : 0;
    }
    assertThat(read).isBetween(20, 580);
  }

  private static byte[] changed(byte[] bytes, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, random.nextInt(20) == 0 ? random.nextInt(bytes.length) : bytes.length);
    byte[] changed = out.toByteArray();
    for (int n = random.nextInt(4); n > 0 && changed.length > 0; n--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static boolean isRead(XlsxSource source) {
    try {
      return rows(source).stream().allMatch(row -> row.number() > 0);
    } catch (TransferException e) {
      assertThat(e.kind()).isEqualTo(TransferException.Kind.INPUT);
      return false;
    }
  }
}
