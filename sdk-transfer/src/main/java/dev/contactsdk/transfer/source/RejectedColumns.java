package dev.contactsdk.transfer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@link RejectedFile} adds. A file that ends with all of them, named exactly so,
 * was written by it: they are left out when it is read, but for the plan and the row's number, and
 * its cells' guards are taken off.
 */
final class RejectedColumns {
  static final List<String> NAMES = List.of("plan", "row", "reason", "suggestion");

  /** A spreadsheet may show a whole number with places after the point. */
  private static final Pattern NUMBER = Pattern.compile("([1-9]\\d{0,17})(?:[.,]0+)?");

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

  /** The row that this one corrects; null if the cells do not say it, as in a row of a person. */
  SourceRow.@Nullable Origin origin(List<String> cells) {
    if (!present || cells.size() != width) {
      return null;
    }
    String plan = cells.get(kept.size()).strip();
    String row = cells.get(kept.size() + 1).strip();
    Matcher ofPlan = NUMBER.matcher(plan);
    Matcher ofRow = NUMBER.matcher(row);
    return ofPlan.matches() && ofRow.matches()
        ? new SourceRow.Origin(Long.parseLong(ofPlan.group(1)), Long.parseLong(ofRow.group(1)))
        : null;
  }
}
