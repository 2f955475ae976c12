package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.source.SourceRow;
import java.util.ArrayList;
import java.util.List;

/** Counts the values that no field takes, by column. */
final class Losses {
  private final List<String> columns;
  private final List<Integer> places = new ArrayList<>();
  private final long[] counts;
  private final boolean holdsCustomFields;

  Losses(List<String> columns, List<String> unused, boolean holdsCustomFields) {
    this.columns = columns;
    this.holdsCustomFields = holdsCustomFields;
    this.counts = new long[columns.size()];
    unused.forEach(column -> places.add(columns.indexOf(column)));
  }

  void note(SourceRow row) {
    for (int place : places) {
      if (place < row.cells().size() && !row.cells().get(place).isBlank()) {
        counts[place]++;
      }
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int place : places) {
      if (counts[place] > 0) {
        lines.add(line(columns.get(place), counts[place]));
      }
    }
    return lines;
  }

  private String line(String column, long count) {
    return "column \""
        + column
        + "\" is not moved ("
        + count
        + (count == 1 ? " value" : " values")
        + ")"
        + (holdsCustomFields ? "; it could go to a custom field" : "");
  }
}
