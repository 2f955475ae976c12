package dev.contactsdk.transfer.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements with values, and what the journal's columns hold. */
final class Sql {
  /** Always three digits of a second, so that times sort as texts. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** Reads one row of a result. */
  interface RowReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private Sql() {}

  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs a statement once for each item, with its values. */
  static <T> void batch(
      Connection connection,
      String sql,
      Collection<T> items,
      Function<T, @Nullable Object[]> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T item : items) {
        bind(statement, values.apply(item));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The values of one item. */
  static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
    }
    return found;
  }

  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    if (value instanceof Number number) {
      statement.setLong(place, number.longValue());
    } else if (value instanceof Instant time) {
      statement.setString(place, text(time));
    } else {
      statement.setString(place, value == null ? null : value.toString());
    }
  }

  /** Of numbers and of states, so nothing needs to be escaped. Of none, it is never true. */
  static String in(Collection<?> values) {
    return values.isEmpty()
        ? " IN (NULL)"
        : values.stream()
            .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
            .collect(Collectors.joining(", ", " IN (", ")"));
  }

  static String text(Instant time) {
    return TIME.format(time);
  }

  static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
