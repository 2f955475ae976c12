package dev.contactsdk.transfer.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns that {@link RejectedFile} adds. A file that ends with all three, named exactly so,
 * was written by it: they are left out when it is read, and its cells' guards are taken off.
 */
final class RejectedColumns {
  static final List<String> NAMES = List.of("row", "reason", "suggestion");

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
}
