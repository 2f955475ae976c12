package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@link RejectedFile} adds. A file that has all of them, named exactly so, was
 * written by it, also if a person moved them: they are left out when it is read, but for the plan
 * and the row's number, and its cells' guards are taken off.
 */
final class RejectedColumns {
  static final List<String> NAMES = List.of("plan", "row", "reason", "suggestion");

  /** A spreadsheet may show a whole number with places after the point; three are thousands. */
  private static final Pattern NUMBER = Pattern.compile("([1-9]\\d{0,17})(?:[.,]0{1,2})?");

  private final int width;

  /** Where the added columns are, in the order of their names; empty if they are not there. */
  private final List<Integer> added;

  private RejectedColumns(int width, List<Integer> added) {
    this.width = width;
    this.added = added;
  }

  /** Refuses a header that has only some of the columns, since its rows would be new ones. */
  static RejectedColumns of(String source, List<String> header) {
    List<String> names = header.stream().map(Header::trim).toList();
    List<Integer> added = places(names);
    boolean hasSome =
        names.containsAll(NAMES.subList(0, 2)) || names.containsAll(NAMES.subList(2, 4));
    if (added.isEmpty() && hasSome) {
      throw new TransferException(
          Kind.INPUT,
          source
              + " has some columns of a file of refused rows: keep each of "
              + String.join(", ", NAMES)
              + " once, or rename them if it is none");
    }
    return new RejectedColumns(header.size(), added);
  }

  /** The source may have columns with these names itself: then the last four count. */
  private static List<Integer> places(List<String> names) {
    int end = names.size();
    while (end > 0 && names.get(end - 1).isEmpty()) {
      end--;
    }
    int from = end - NAMES.size();
    if (from > 0 && names.subList(from, end).equals(NAMES)) {
      return IntStream.range(from, end).boxed().toList();
    }
    boolean eachOnce = NAMES.stream().allMatch(name -> Collections.frequency(names, name) == 1);
    return eachOnce && names.size() > NAMES.size()
        ? NAMES.stream().map(names::indexOf).toList()
        : List.of();
  }

  boolean present() {
    return !added.isEmpty();
  }

  /** The row's own cells. A row with another number of cells stays as it is. */
  List<String> own(List<String> cells) {
    if (!present() || cells.size() != width) {
      return cells;
    }
    return IntStream.range(0, width)
        .filter(i -> !added.contains(i))
        .mapToObj(i -> FormulaGuard.strip(cells.get(i)))
        .toList();
  }

  /** The row that this one corrects; null if the cells do not say it, as in a row of a person. */
  SourceRow.@Nullable Origin origin(List<String> cells) {
    if (!present() || cells.size() != width) {
      return null;
    }
    Matcher ofPlan = NUMBER.matcher(plan(cells));
    Matcher ofRow = NUMBER.matcher(row(cells));
    return ofPlan.matches() && ofRow.matches()
        ? new SourceRow.Origin(Long.parseLong(ofPlan.group(1)), Long.parseLong(ofRow.group(1)))
        : null;
  }

  /** Why the cells do not say what the row corrects; null if they say it, or are blank. */
  @Nullable String damage(List<String> cells) {
    boolean says =
        !present()
            || cells.size() != width
            || origin(cells) != null
            || (plan(cells) + row(cells)).isEmpty();
    return says
        ? null
        : "The cells plan and row do not say which row this one corrects: copy them from the file"
            + " of refused rows, or leave both blank";
  }

  private String plan(List<String> cells) {
    return cells.get(added.get(0)).strip();
  }

  private String row(List<String> cells) {
    return cells.get(added.get(1)).strip();
  }
}
