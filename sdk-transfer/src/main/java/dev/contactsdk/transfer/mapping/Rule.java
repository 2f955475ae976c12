package dev.contactsdk.transfer.mapping;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a field gets its value.
 *
 * @param field the target's field
 * @param take where the value comes from
 * @param defaultValue what stands in for a blank value; null if nothing does
 */
record Rule(String field, Take take, @Nullable String defaultValue) {
  /** Where a value comes from. */
  sealed interface Take permits Column, Constant, Part, Template {
    /** The value, given the row's cells by their columns' names. */
    String from(UnaryOperator<String> cells);

    /** The columns that it reads. */
    List<String> columns();
  }

  /** A cell as it is. */
  record Column(String column) implements Take {
    @Override
    public String from(UnaryOperator<String> cells) {
      return cells.apply(column);
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public String toString() {
      return column;
    }
  }

  /** The same text for every row. */
  record Constant(String text) implements Take {
    @Override
    public String from(UnaryOperator<String> cells) {
      return text;
    }

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public String toString() {
      return "(a constant)";
    }
  }

  /** A part of a name. */
  record Part(String column, NamePart part) implements Take {
    @Override
    public String from(UnaryOperator<String> cells) {
      return part.of(cells.apply(column));
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public String toString() {
      return column + " (" + part.label() + ")";
    }
  }

  /** The value of a row. */
  String value(UnaryOperator<String> cells) {
    String value = take.from(cells);
    return defaultValue != null && Text.isBlank(value) ? defaultValue : value;
  }

  /** One line without values. */
  @Override
  public String toString() {
    return take + " → " + field + (defaultValue == null ? "" : ", else a default");
  }
}
