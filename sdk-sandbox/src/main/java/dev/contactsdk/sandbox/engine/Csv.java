package dev.contactsdk.sandbox.engine;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180 text: commas, quotes doubled inside quotes, CRLF or LF, empty lines skipped. */
public final class Csv {

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;
  private boolean wasQuoted;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * Returns all rows with their cells, header row first. Throws {@link MalformedText} for an
   * unclosed quote.
   */
  public static List<List<String>> parse(String text) {
    return new Csv(text).parse();
  }

  private List<List<String>> parse() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i = inQuotes(i, c);
      } else {
        outside(c);
      }
    }
    if (quoted) {
      throw new MalformedText("malformed CSV: a quote is not closed");
    }
    endRow();
    return rows;
  }

  private int inQuotes(int i, char c) {
    if (c != '"') {
      cell.append(c);
      return i;
    }
    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
      cell.append('"');
      return i + 1;
    }
    quoted = false;
    return i;
  }

  private void outside(char c) {
    switch (c) {
      case ',' -> endCell();
      case '\n' -> endRow();
      case '\r' -> {}
      case '"' -> {
        if (cell.length() > 0 || wasQuoted) {
          throw new MalformedText("malformed CSV: a quote inside an unquoted cell");
        }
        quoted = true;
        wasQuoted = true;
      }
      default -> cell.append(c);
    }
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
    wasQuoted = false;
  }

  private void endRow() {
    if (row.isEmpty() && cell.length() == 0 && !wasQuoted) {
      return;
    }
    endCell();
    rows.add(row);
    row = new ArrayList<>();
  }
}
