package dev.contactsdk.tests.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page in docs: the numbers that a chart shows.
 *
 * @param rows its rows below the head, each with its cells
 */
record Table(List<List<String>> rows) {
  /**
   * Finds the first table whose first column has this head, after a line.
   *
   * @param page the page's name
   * @param after the beginning of a line above the table
   * @param firstHead the head of the table's first column
   */
  static Table of(String page, String after, String firstHead) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs", page));
    int at = indexOf(lines, 0, after);
    at = indexOf(lines, at, "| " + firstHead + " |");
    List<List<String>> rows = new ArrayList<>();
    for (int i = at + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
      rows.add(cells(lines.get(i)));
    }
    return new Table(rows);
  }

  private static int indexOf(List<String> lines, int from, String start) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new IllegalStateException("no line begins with \"" + start + "\"");
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.replace("**", ""))
        .toList();
  }

  /** The number that a cell begins with; a dash counts as zero. */
  static double number(String cell) {
    return cell.startsWith("-")
        ? 0
        : Double.parseDouble(cell.replace(",", "").replaceFirst(" .*", ""));
  }
}
