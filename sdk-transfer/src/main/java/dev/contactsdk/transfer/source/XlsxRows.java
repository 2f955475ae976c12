package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The rows of an open spreadsheet. Leaves out rows without any text. */
final class XlsxRows extends RowsAhead {
  /** What a formula shows that has no result. */
  private static final Pattern ERROR = Pattern.compile("#(?:[A-Z0-9_]+[!?]|N/A|DIV/0!)");

  private final InputFile file;
  private final ReadableWorkbook workbook;
  private final Sheet sheet;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Table table;
  private long before;

  XlsxRows(InputFile file, @Nullable String sheetName, long largestTexts) {
    this.file = file;
    XlsxScan.check(file, largestTexts);
    this.workbook = workbook();
    try {
      this.sheet = undamaged(() -> sheet(sheetName));
      this.stream = undamaged(this::stream);
      this.rows = undamaged(stream::iterator);
      this.table = undamaged(this::header);
      start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The library's failures name cells, and their causes quote them. */
  private <T extends @Nullable Object> T undamaged(Supplier<T> step) {
    try {
      return step.get();
    } catch (TransferException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  private TransferException damaged() {
    return file.refused("is damaged: save it again as XLSX in a spreadsheet program");
  }

  /** A file without styles has no formats either. */
  private ReadableWorkbook workbook() {
    try {
      return open(true);
    } catch (IOException | RuntimeException e) {
      try {
        return open(false);
      } catch (IOException | RuntimeException again) {
        throw file.refused(
            "is not a spreadsheet (XLSX), or is damaged: save it again in a spreadsheet program");
      }
    }
  }

  private ReadableWorkbook open(boolean formats) throws IOException {
    return new ReadableWorkbook(file.path().toFile(), new ReadingOptions(formats, true));
  }

  private Sheet sheet(@Nullable String name) {
    List<Sheet> visible =
        workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
    if (name != null) {
      return workbook.findSheet(name).orElseThrow(() -> noSheet(name, visible));
    }
    if (visible.isEmpty()) {
      throw file.refused("has no visible sheet: show one in a spreadsheet program");
    }
    return visible.get(0);
  }

  private TransferException noSheet(String name, List<Sheet> visible) {
    String names =
        visible.stream().map(s -> "'" + s.getName() + "'").collect(Collectors.joining(", "));
    return file.refused("has no sheet '" + name + "': it has " + names);
  }

  private Stream<Row> stream() {
    try {
      return sheet.openStream();
    } catch (IOException e) {
      throw damaged();
    }
  }

  private Table header() {
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> cells = cells(row);
      if (!isBlank(cells)) {
        before = row.getRowNum();
        return Table.of(file.name(), before, withoutEnd(cells), ", ");
      }
    }
    throw file.refused("is empty: the first row of its sheet must have the names of the columns");
  }

  private static List<String> withoutEnd(List<String> cells) {
    int end = cells.size();
    while (cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  @Override
  @Nullable SourceRow read() {
    return undamaged(this::row);
  }

  private @Nullable SourceRow row() {
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getRowNum() <= before) {
        throw damaged();
      }
      before = row.getRowNum();
      List<String> cells = cells(row);
      if (!isBlank(cells)) {
        return table.row(before, cells, damage(row, cells));
      }
    }
    return null;
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }

  /** A sheet leaves out the blank cells at the end of a row. */
  private @Nullable String damage(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = row.getCell(i);
      String problem = cell == null ? null : problem(cell, cells.get(i));
      if (problem != null) {
        return "Cell " + (i + 1) + " " + problem;
      }
    }
    return cells.size() < table.width() ? null : table.misfit(cells);
  }

  private static @Nullable String problem(Cell cell, String text) {
    if (cell.getType() == CellType.ERROR
        || (cell.getType() == CellType.FORMULA && ERROR.matcher(text).matches())) {
      return "has a formula with an error, or a value that cannot be read";
    }
    boolean uncalculated = cell.getFormula() != null && cell.getRawValue() == null;
    return uncalculated
        ? "has a formula that was never calculated: open and save the file in a spreadsheet program"
        : null;
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private String text(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return CellFormat.text(number, cell.getDataFormatString(), workbook.isDate1904());
    }
    if (value == null) {
      String raw = cell.getRawValue();
      return raw == null ? "" : raw;
    }
    return value.toString();
  }

  @Override
  public List<String> columns() {
    return table.columns();
  }

  String sheetName() {
    return sheet.getName();
  }

  @Override
  public boolean isRejectedFile() {
    return table.isRejectedFile();
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw file.failure(e);
    }
  }
}
