package dev.contactsdk.transfer.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CSV file. {@code toString} shows no cell.
 *
 * @param row its number, as a spreadsheet counts; the first is 1
 * @param cells its cells
 * @param damage what is wrong with it; null if nothing is
 */
record CsvRecord(long row, List<String> cells, @Nullable String damage) {
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return "CsvRecord[row=" + row + "]";
  }
}
