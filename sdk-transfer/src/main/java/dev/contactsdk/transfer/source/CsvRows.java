package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an open CSV file. Leaves out rows without any text. */
final class CsvRows extends RowsAhead {
  private static final int SAMPLE = 1 << 16;
  private static final String HINT = "sep=";

  private final InputFile file;
  private final InputStream bytes;
  private final CsvParser parser;
  private final char delimiter;
  private final Table table;

  CsvRows(InputFile file, Encoding encoding, @Nullable Character given) {
    this.file = file;
    this.bytes = file.open();
    try {
      Reader text = encoding.reader(bytes);
      char[] sample = new char[SAMPLE];
      int length = fill(sample, text);
      String start = new String(sample, 0, length);
      char hinted = hint(start);
      this.delimiter =
          given != null ? given : hinted != 0 ? hinted : Delimiter.find(start, length < SAMPLE);
      this.parser = new CsvParser(new Joined(start, text), delimiter);
      this.table = header(hinted != 0);
      start();
    } catch (IOException e) {
      throw closed(file.failure(e));
    } catch (RuntimeException e) {
      throw closed(e);
    }
  }

  private RuntimeException closed(RuntimeException e) {
    close();
    return e;
  }

  private static int fill(char[] sample, Reader text) throws IOException {
    int length = 0;
    int count = 0;
    while (count >= 0 && length < sample.length) {
      count = text.read(sample, length, sample.length - length);
      length += Math.max(0, count);
    }
    return length;
  }

  /** The first line {@code sep=;} tells a spreadsheet the delimiter. 0 if there is none. */
  private static char hint(String start) {
    boolean hinted =
        start.regionMatches(true, 0, HINT, 0, HINT.length())
            && start.length() > HINT.length() + 1
            && "\r\n".indexOf(start.charAt(HINT.length() + 1)) >= 0
            && "\r\n\"".indexOf(start.charAt(HINT.length())) < 0;
    return hinted ? start.charAt(HINT.length()) : 0;
  }

  private Table header(boolean hinted) throws IOException {
    CsvRecord first = parser.next();
    if (hinted) {
      first = parser.next();
    }
    while (first != null && first.isBlank() && first.damage() == null) {
      first = parser.next();
    }
    if (first == null) {
      throw file.refused("is empty: its first row must have the names of the columns");
    }
    if (first.damage() != null) {
      throw file.refused("cannot be read from row " + first.row() + " on. " + first.damage() + ".");
    }
    return Table.of(file.name(), first.row(), first.cells(), String.valueOf(delimiter));
  }

  @Override
  @Nullable SourceRow read() {
    try {
      CsvRecord row = parser.next();
      while (row != null && row.isBlank() && row.damage() == null) {
        row = parser.next();
      }
      return row == null ? null : row(row);
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private SourceRow row(CsvRecord row) {
    String damage = row.damage() == null ? damage(row.cells()) : row.damage();
    return table.row(row.row(), row.cells(), damage);
  }

  private @Nullable String damage(List<String> cells) {
    String misfit = table.misfit(cells);
    return misfit == null ? lost(cells.subList(0, table.width())) : misfit;
  }

  private static @Nullable String lost(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).indexOf(Encoding.LOST) >= 0) {
        return "Cell " + (i + 1) + " has a character that was lost, or is of another encoding";
      }
    }
    return null;
  }

  @Override
  public List<String> columns() {
    return table.columns();
  }

  char delimiter() {
    return delimiter;
  }

  @Override
  public boolean isRejectedFile() {
    return table.isRejectedFile();
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  /** The sample, and then the rest of the text. */
  private static final class Joined extends Reader {
    private final Reader start;
    private final Reader rest;
    private boolean started;

    Joined(String start, Reader rest) {
      this.start = new StringReader(start);
      this.rest = rest;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int count = started ? -1 : start.read(buffer, from, length);
      started = count < 0;
      return count < 0 ? rest.read(buffer, from, length) : count;
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
