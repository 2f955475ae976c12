package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many rows of a plan have something in common. Each method asks the journal anew. */
public final class RowCounts {
  private record Count(String name, long rows) {}

  private final Database database;
  private final long plan;

  RowCounts(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** The rows in each state; states without rows are left out. */
  public Map<RowState, Long> states() {
    Map<RowState, Long> states = new EnumMap<>(RowState.class);
    count("state", "").forEach((name, rows) -> states.put(RowState.valueOf(name), rows));
    return states;
  }

  /** Whether a row is in a state. Rows of unknown fate have an index. */
  public boolean isAny(RowState state) {
    return !database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT 1 FROM plan_row WHERE plan_id = ? AND state = '" + state + "' LIMIT 1",
                    row -> 1,
                    plan))
        .isEmpty();
  }

  /** The planned rows that want each action. */
  public Map<RowAction, Long> plannedActions() {
    Map<RowAction, Long> actions = new EnumMap<>(RowAction.class);
    count("action", " AND state = ?", RowState.PLANNED)
        .forEach((name, rows) -> actions.put(RowAction.valueOf(name), rows));
    return actions;
  }

  /** The rows of each state by reason, the most frequent first; those without one are left out. */
  public Map<RowState, Map<String, Long>> reasons() {
    Map<RowState, Map<String, Long>> reasons = new EnumMap<>(RowState.class);
    database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT state, reason, COUNT(*) FROM plan_row"
                    + " WHERE plan_id = ? AND reason IS NOT NULL"
                    + " GROUP BY state, reason ORDER BY 3 DESC, 2",
                row ->
                    reasons
                        .computeIfAbsent(
                            RowState.valueOf(row.getString(1)), state -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getLong(3)),
                plan));
    return reasons;
  }

  /** The rows by what the last verification said. */
  public Map<String, Long> verdicts() {
    return count("verdict", " AND verdict IS NOT NULL");
  }

  /** The rows that were written and have no verdict. */
  public long writtenWithoutVerdict() {
    return count("state", " AND state IN ('CREATED', 'UPDATED') AND verdict IS NULL")
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** The rows with a verdict by the field that it is about, the most frequent first. */
  public Map<String, Long> verdictFields(String verdict) {
    return count("verdict_field", " AND verdict = ? AND verdict_field IS NOT NULL", verdict);
  }

  private Map<String, Long> count(String column, String condition, Object... values) {
    Map<String, Long> counts = new LinkedHashMap<>();
    database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT "
                        + column
                        + ", COUNT(*) FROM plan_row WHERE plan_id = ?"
                        + condition
                        + " GROUP BY "
                        + column
                        + " ORDER BY 2 DESC, 1",
                    row -> new Count(row.getString(1), row.getLong(2)),
                    Stream.concat(Stream.of(plan), Stream.of(values)).toArray()))
        .forEach(each -> counts.put(each.name(), each.rows()));
    return counts;
  }
}
