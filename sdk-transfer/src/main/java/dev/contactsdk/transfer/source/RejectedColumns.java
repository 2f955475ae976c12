package dev.contactsdk.transfer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@link RejectedFile} adds. A file that ends with all three, named exactly so,
 * was written by it: they are left out when it is read, but for the row's number, and its cells'
 * guards are taken off.
 */
final class RejectedColumns {
  static final List<String> NAMES = List.of("row", "reason", "suggestion");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

  /** The places of the columns that stay. */
  private final List<Integer> kept = new ArrayList<>();

  private final int width;
  private final boolean present;

  private RejectedColumns(List<String> header) {
    width = header.size();
    int own = width - NAMES.size();
    present = own > 0 && header.subList(own, width).equals(NAMES);
    for (int i = 0; i < (present ? own : width); i++) {
      kept.add(i);
    }
  }

  static RejectedColumns of(List<String> header) {
    return new RejectedColumns(header);
  }

  boolean present() {
    return present;
  }

  /** The row's own cells. A row with another number of cells stays as it is. */
  List<String> own(List<String> cells) {
    if (!present || cells.size() != width) {
      return cells;
    }
    return kept.stream().map(i -> FormulaGuard.strip(cells.get(i))).toList();
  }

  /** The row's number in the first source; null if the cell is not one, as in a row of a person. */
  @Nullable Long origin(List<String> cells) {
    if (!present || cells.size() != width) {
      return null;
    }
    String number = cells.get(kept.size()).strip();
    return NUMBER.matcher(number).matches() ? Long.valueOf(number) : null;
  }
}
