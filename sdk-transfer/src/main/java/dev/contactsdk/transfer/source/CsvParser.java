package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records and cells as RFC 4180 says. A record with a wrong quote ends with its
 * first line, so that it does not swallow the ones after it.
 */
final class CsvParser {
  /** The most characters of a record. */
  static final int LONGEST = 1 << 20;

  /** The most cells of a record: as many as a spreadsheet has. */
  static final int MOST_CELLS = 1 << 14;

  static final String UNCLOSED = "A quote is opened and not closed";
  static final String TOO_LONG = "The row has more than 1,048,576 characters";
  static final String TOO_WIDE = "The row has more than 16,384 cells";
  private static final String MISPLACED =
      "A quote in a cell stands alone: write it twice, and quotes around the cell";

  private static final int END = -1;
  private static final char QUOTE = '"';

  private final Reader in;
  private final char delimiter;
  private final StringBuilder quoted = new StringBuilder();
  private char[] buffer = new char[1 << 13];

  /** Where the record begins, what is read next, and where the buffer's data ends. */
  private int begin;

  private int next;
  private int end;
  private boolean drained;

  private long row;
  private int width = 8;
  private List<String> cells = new ArrayList<>();
  private @Nullable String damage;

  CsvParser(Reader in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  /** The next record, also an empty line; null at the end. */
  @Nullable CsvRecord next() throws IOException {
    begin = next;
    damage = null;
    cells = new ArrayList<>(width);
    if (peek() == END) {
      return null;
    }
    row++;
    boolean more = true;
    while (more) {
      more = cell();
    }
    width = Math.max(1, cells.size());
    return new CsvRecord(row, cells, damage);
  }

  /** Reads a cell; false if it ends the record. */
  private boolean cell() throws IOException {
    if (cells.size() == MOST_CELLS) {
      return giveUp(TOO_WIDE);
    }
    int from = next - begin;
    while (true) {
      int c = read();
      if (c == delimiter) {
        cells.add(text(from, next - 1));
        return true;
      }
      if (c == '\n' || c == '\r' || c == END) {
        return lastCell(from, c);
      }
      if (c == QUOTE && isBlank(from)) {
        return quotedCell();
      }
    }
  }

  private boolean lastCell(int from, int c) throws IOException {
    if (c == END && damage != null) {
      return giveUp(TOO_LONG);
    }
    cells.add(text(from, c == END ? next : next - 1));
    endLine(c);
    return false;
  }

  private boolean isBlank(int from) {
    for (int i = begin + from; i < next - 1; i++) {
      if (buffer[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean quotedCell() throws IOException {
    quoted.setLength(0);
    while (true) {
      int c = read();
      if (c == END) {
        return oneLine(UNCLOSED);
      }
      if (c != QUOTE) {
        quoted.append((char) c);
      } else if (peek() == QUOTE) {
        quoted.append((char) read());
      } else {
        return afterQuote();
      }
    }
  }

  private boolean afterQuote() throws IOException {
    int c = read();
    while (c == ' ') {
      c = read();
    }
    if (c == END && damage != null) {
      return giveUp(TOO_LONG);
    }
    boolean last = c == '\n' || c == '\r' || c == END;
    if (c != delimiter && !last) {
      return oneLine(MISPLACED);
    }
    cells.add(quoted.toString());
    if (last) {
      endLine(c);
    }
    return !last;
  }

  private void endLine(int c) throws IOException {
    begin = next;
    if (c == '\r' && peek() == '\n') {
      next++;
    }
  }

  /** Goes back: the record is its first line, in one cell. */
  private boolean oneLine(String problem) throws IOException {
    damage = null;
    next = begin;
    cells.clear();
    int c = read();
    while (c != '\n' && c != '\r' && c != END) {
      c = read();
    }
    if (c == END && damage != null) {
      return giveUp(TOO_LONG);
    }
    cells.add(text(0, c == END ? next : next - 1));
    endLine(c);
    damage = problem;
    return false;
  }

  /** Skips the rest of the line without keeping it. */
  private boolean giveUp(String problem) throws IOException {
    int c;
    do {
      begin = next;
      c = read();
    } while (c != '\n' && c != '\r' && c != END);
    endLine(c);
    damage = problem;
    return false;
  }

  private String text(int from, int to) {
    return new String(buffer, begin + from, to - begin - from);
  }

  private int read() throws IOException {
    return next < end || fill() ? buffer[next++] : END;
  }

  private int peek() throws IOException {
    return next < end || fill() ? buffer[next] : END;
  }

  /** Keeps the record from its begin; false at the end, or if the record is too long. */
  private boolean fill() throws IOException {
    if (drained) {
      return false;
    }
    if (next - begin >= LONGEST) {
      damage = TOO_LONG;
      return false;
    }
    makeRoom();
    int count = in.read(buffer, end, buffer.length - end);
    drained = count < 0;
    end += Math.max(0, count);
    return count > 0;
  }

  private void makeRoom() {
    System.arraycopy(buffer, begin, buffer, 0, end - begin);
    next -= begin;
    end -= begin;
    begin = 0;
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }
}
