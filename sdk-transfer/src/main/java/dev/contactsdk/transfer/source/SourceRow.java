package dev.contactsdk.transfer.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source. {@code toString} shows only its number.
 *
 * @param number the row's number as a person finds it in the source: the line or row, with the
 *     header counted
 * @param cells one text for each column, empty if the row has none; never null
 * @param damage why the row cannot be used as it is, such as a wrong number of cells; null if it
 *     can
 * @param origin the row that this one corrects, if this is a row of a file that {@link
 *     RejectedFile} wrote; else null
 */
public record SourceRow(
    long number, List<String> cells, @Nullable String damage, @Nullable Origin origin) {
  /**
   * Makes the cells unmodifiable.
   *
   * @param number the row's number
   * @param cells the cells
   * @param damage why the row cannot be used; null if it can
   * @param origin the row that this one corrects; null if it corrects none
   */
  public SourceRow {
    cells = List.copyOf(cells);
  }

  /**
   * A row of the source that was planned first.
   *
   * @param plan the plan that refused it first, by its number in the journal
   * @param row the row's number in the source of that plan
   */
  public record Origin(long plan, long row) {}

  /**
   * A row of a first source.
   *
   * @param number the row's number
   * @param cells the cells
   * @param damage why the row cannot be used; null if it can
   */
  public SourceRow(long number, List<String> cells, @Nullable String damage) {
    this(number, cells, damage, null);
  }

  /**
   * A row that can be used.
   *
   * @param number the row's number
   * @param cells the cells
   * @return the row
   */
  public static SourceRow of(long number, List<String> cells) {
    return new SourceRow(number, cells, null);
  }

  @Override
  public String toString() {
    return "SourceRow[number=" + number + "]";
  }
}
