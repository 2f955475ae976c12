package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TargetField;
import dev.contactsdk.transfer.target.TargetField.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds which columns are which fields, by names and by values. */
final class Suggester {
  static final int SAMPLE = 200;

  private final List<String> columns;
  private final List<SourceRow> sample;
  private final List<TargetField> fields;
  private final boolean customFields;
  private final @Nullable String region;
  private final Mapping.Builder mapping = Mapping.builder();
  private final List<String> doubts = new ArrayList<>();

  Suggester(List<String> columns, List<SourceRow> sample, Target target, @Nullable String region) {
    this.columns = columns;
    this.sample = sample.stream().filter(row -> row.damage() == null).limit(SAMPLE).toList();
    this.fields = target.fields();
    this.customFields = target.holdsCustomFields();
    this.region = region;
  }

  Suggestion suggest() {
    fields.forEach(this::find);
    if (customFields) {
      columns.stream()
          .filter(column -> isCustom(column) && !mapping.build().fields().contains(column))
          .forEach(column -> mapping.column(column, column));
    }
    doubtWholeNames();
    return new Suggestion(mapping.build(), List.copyOf(doubts));
  }

  private static boolean isCustom(String column) {
    return column.startsWith(Fields.CUSTOM) && column.length() > Fields.CUSTOM.length();
  }

  private void find(TargetField field) {
    List<String> named = columns.stream().filter(c -> Spellings.fit(c, field.name())).toList();
    List<String> proved = named.stream().filter(column -> agrees(column, field)).toList();
    if (proved.size() == 1) {
      mapping.column(proved.get(0), field.name());
    } else if (proved.size() > 1) {
      doubts.add(
          field.name()
              + " may come from "
              + quoted(proved)
              + ": choose one, the others go nowhere");
    } else if (named.isEmpty()) {
      doubtByValues(field);
    } else {
      named.forEach(column -> doubts.add(disagreement(column, field)));
    }
  }

  private boolean agrees(String column, TargetField field) {
    List<String> cells = cells(column);
    if (field.kind() == Kind.TEXT) {
      return field.name().equals(Fields.EXTENSION)
          || cells.isEmpty()
          || share(cells, this::isNumberOrAddress) < 0.5;
    }
    boolean isOwnName = column.equals(field.name());
    return cells.isEmpty() ? isOwnName : share(cells, proof(field.kind())) >= 0.5;
  }

  private String disagreement(String column, TargetField field) {
    String what = "'" + column + "' is named like " + field.name() + ", but ";
    List<String> cells = cells(column);
    if (cells.isEmpty()) {
      return what + "has no values in the rows that were looked at: map it if it is meant";
    }
    if (field.kind() == Kind.TEXT) {
      return what + "has phone numbers or e-mail addresses: map it if it is meant";
    }
    long right = cells.stream().filter(proof(field.kind())).count();
    return what
        + right
        + " of "
        + cells.size()
        + " values are "
        + label(field.kind())
        + hint(field);
  }

  private String hint(TargetField field) {
    return field.kind() == Kind.PHONE && region == null ? " (a region may be missing)" : "";
  }

  private String label(Kind kind) {
    return kind == Kind.EMAIL
        ? "e-mail addresses"
        : region == null ? "phone numbers with a country code" : "phone numbers for " + region;
  }

  /** Values alone are no proof: a list of numbers may be of anybody. */
  private void doubtByValues(TargetField field) {
    if (field.kind() == Kind.TEXT) {
      return;
    }
    for (String column : columns) {
      List<String> cells = cells(column);
      if (!cells.isEmpty() && share(cells, proof(field.kind())) >= 0.9) {
        doubts.add(
            "'"
                + column
                + "' has "
                + label(field.kind())
                + ", but is not named like it: map it to "
                + field.name()
                + " if it is meant");
      }
    }
  }

  private void doubtWholeNames() {
    boolean holdsParts = holds(Fields.FIRST_NAME) || holds(Fields.LAST_NAME);
    List<String> taken = mapping.build().fields();
    if (holds(Fields.NAME) || !holdsParts || taken.contains(Fields.LAST_NAME)) {
      return;
    }
    for (String column : columns) {
      if (Spellings.fit(column, Fields.NAME)) {
        doubts.add("'" + column + "' may hold first and last names: say how to split it");
      }
    }
  }

  private boolean holds(String field) {
    return fields.stream().anyMatch(held -> held.name().equals(field));
  }

  private boolean isNumberOrAddress(String value) {
    return EmailCheck.problem(value) == null || PhoneCheck.isValid(value, region);
  }

  private Predicate<String> proof(Kind kind) {
    return kind == Kind.PHONE
        ? value -> PhoneCheck.isValid(value, region)
        : value -> EmailCheck.problem(value) == null;
  }

  private List<String> cells(String column) {
    int at = columns.indexOf(column);
    return sample.stream()
        .map(row -> Text.trim(row.cells().get(at)))
        .filter(c -> !c.isEmpty())
        .toList();
  }

  private static double share(List<String> cells, Predicate<String> test) {
    return cells.isEmpty() ? 0 : cells.stream().filter(test).count() / (double) cells.size();
  }

  private static String quoted(List<String> columns) {
    return String.join(" and ", columns.stream().map(column -> "'" + column + "'").toList());
  }
}
