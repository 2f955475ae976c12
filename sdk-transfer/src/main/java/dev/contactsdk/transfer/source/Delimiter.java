package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a CSV file. */
enum Delimiter {
  COMMA(',', "comma"),
  SEMICOLON(';', "semicolon"),
  TAB('\t', "tab"),
  BAR('|', "vertical bar");

  private static final int SAMPLE_ROWS = 100;

  private final char character;
  private final String label;

  Delimiter(char character, String label) {
    this.character = character;
    this.label = label;
  }

  /** The delimiter that gives most rows as many cells as the header. A comma if none splits it. */
  static char find(String sample, boolean whole) throws IOException {
    Delimiter best = COMMA;
    long bestScore = 0;
    for (Delimiter candidate : values()) {
      long score = score(rows(sample, whole, candidate.character));
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best.character;
  }

  /** The share of rows that agree counts first, then the number of cells. */
  private static long score(List<Integer> widths) {
    if (widths.isEmpty() || widths.get(0) < 2) {
      return 0;
    }
    int header = widths.get(0);
    long agree = widths.stream().filter(width -> width == header).count();
    return agree * 100 / widths.size() * CsvParser.MOST_CELLS + header;
  }

  /** The last row of a cut sample may be half a row. */
  private static List<Integer> rows(String sample, boolean whole, char delimiter)
      throws IOException {
    List<Integer> widths = new ArrayList<>();
    CsvParser parser = new CsvParser(new StringReader(sample), delimiter);
    CsvRecord row = parser.next();
    while (row != null && widths.size() < SAMPLE_ROWS) {
      CsvRecord following = parser.next();
      boolean cut = following == null && !whole && !widths.isEmpty();
      if (!row.isBlank() && !cut) {
        widths.add(row.cells().size());
      }
      row = following;
    }
    return widths;
  }

  static String label(char character) {
    for (Delimiter known : values()) {
      if (known.character == character) {
        return known.label;
      }
    }
    return "'" + character + "'";
  }
}
