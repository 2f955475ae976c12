package dev.contactsdk.transfer.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How many rows have something in common, and which are the first. */
final class NamedRows {
  private static final int MOST_NAMED = 5;

  private final List<Long> first = new ArrayList<>();
  private long count;

  void add(long row) {
    count++;
    if (first.size() < MOST_NAMED) {
      first.add(row);
    }
  }

  /**
   * Such as {@code 7 numbers that look wrong: rows 2, 3, 5, 7, 11, ...}.
   *
   * @return nothing if no row was added
   */
  List<String> lines(String noun, String what) {
    return count == 0
        ? List.of()
        : List.of(
            String.format(
                    Locale.ROOT,
                    count == 1 ? "%,d %s %s: row " : "%,d %ss %s: rows ",
                    count,
                    noun,
                    what)
                + first.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (count > first.size() ? ", ..." : ""));
  }
}
