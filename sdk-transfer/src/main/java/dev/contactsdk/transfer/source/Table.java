package dev.contactsdk.transfer.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that a file's header names, and rows that fit them. */
final class Table {
  private final List<String> columns;
  private final RejectedColumns rejected;

  /** How many cells the header has. */
  private final int width;

  /** What stands between cells without a column, which the last one keeps. */
  private final String delimiter;

  private Table(String source, List<String> header, String delimiter) {
    this.width = header.size();
    this.rejected = RejectedColumns.of(source, header);
    this.columns = Header.names(rejected.own(header));
    this.delimiter = delimiter;
  }

  /** Reads the header, or says that it has none. */
  static Table of(String source, long row, List<String> header, String delimiter) {
    Header.refuseValues(source, row, header);
    return new Table(source, header, delimiter);
  }

  List<String> columns() {
    return columns;
  }

  int width() {
    return width;
  }

  /** Whether {@link RejectedFile} wrote the file. */
  boolean isRejectedFile() {
    return rejected.present();
  }

  /** A row with cells for all columns. */
  SourceRow row(long number, List<String> cells, @Nullable String damage) {
    List<String> fitted = cells.size() == width ? cells : fitted(cells);
    boolean shifted = cells.size() > width && !fits(cells);
    if (shifted) {
      return new SourceRow(number, rejected.own(fitted), damage);
    }
    String why = damage == null ? rejected.damage(fitted) : damage;
    return new SourceRow(number, rejected.own(fitted), why, rejected.origin(fitted));
  }

  /** Why a row has the wrong number of cells. Null if it has not. */
  @Nullable String misfit(List<String> cells) {
    return fits(cells)
        ? null
        : "The row has " + cells.size() + " cells, but the header has " + width;
  }

  /** Blank cells after the last column do no harm. */
  private boolean fits(List<String> cells) {
    return cells.size() == width
        || (cells.size() > width
            && cells.subList(width, cells.size()).stream().allMatch(String::isBlank));
  }

  /** Missing cells are empty. Cells without a column stay visible in the last one. */
  private List<String> fitted(List<String> cells) {
    if (fits(cells)) {
      return cells.subList(0, width);
    }
    List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (fitted.size() < width) {
      fitted.add("");
    }
    if (cells.size() > width) {
      fitted.set(width - 1, String.join(delimiter, cells.subList(width - 1, cells.size())));
    }
    return fitted;
  }
}
