package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan wants to do with its rows, written before a run. */
public final class DraftStore {
  private final Database database;
  private final long plan;

  public DraftStore(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** Adds rows, all in one commit. */
  public void add(List<PlanRow> rows) {
    database.write(
        connection -> {
          Sql.batch(
              connection,
              "INSERT INTO plan_row (plan_id, row_no, phone, action, state, reason, suggestion,"
                  + " note, row_key, most_together, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0,"
                  + " 0)",
              rows,
              row ->
                  Sql.values(
                      plan,
                      row.number(),
                      row.phone(),
                      row.action(),
                      row.state(),
                      row.reason(),
                      row.suggestion(),
                      row.note(),
                      row.key()));
          Sql.batch(
              connection,
              "INSERT INTO row_content (plan_id, row_no, fields, cells, origin_plan, origin)"
                  + " VALUES (?, ?, ?, ?, CAST(? AS BIGINT), CAST(? AS BIGINT))",
              rows,
              row ->
                  Sql.values(
                      plan,
                      row.number(),
                      row.fields().isEmpty() ? null : JsonText.of(row.fields()),
                      JsonText.of(row.cells()),
                      row.origin() == null ? null : row.origin().plan(),
                      row.origin() == null ? null : row.origin().row()));
        });
  }

  /** Keeps the numbers that the plan never touches. */
  public void exclude(Collection<String> numbers) {
    database.write(
        connection ->
            Sql.batch(
                connection,
                "INSERT INTO excluded_number (plan_id, phone) VALUES (?, ?)",
                numbers,
                number -> Sql.values(plan, number)));
  }

  /** The numbers that the plan never touches. */
  public Set<String> excluded() {
    return new HashSet<>(
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT phone FROM excluded_number WHERE plan_id = ?",
                    number -> number.getString(1),
                    plan)));
  }

  /**
   * Says that all rows are there. PostgreSQL takes a plan that it has no statistics of for empty,
   * and may then read all rows of it for each.
   */
  public void complete() {
    database.write(
        connection -> {
          if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            analyze(connection);
          }
        });
  }

  /** A plan does not fail because another session cleans the table up. */
  private static void analyze(Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Sql.update(connection, "SET LOCAL lock_timeout = '5s'");
      Sql.update(connection, "ANALYZE plan_row, row_content");
    } catch (SQLException e) {
      connection.rollback(before);
    }
  }

  /** What the plan wants to do with rows whose contact is there. */
  public void decide(List<PlanRow> rows) {
    set(rows, "");
  }

  /** Drifted rows, planned anew: what became of them before no longer counts. */
  public void replan(List<PlanRow> rows) {
    set(
        rows,
        ", target_id = NULL, most_together = 0, attempts = 0, first_request = NULL,"
            + " last_request = NULL, refused_in = NULL, verdict = NULL, verdict_field = NULL");
  }

  private void set(List<PlanRow> rows, String more) {
    database.write(
        connection -> {
          Sql.batch(
              connection,
              "UPDATE plan_row SET action = ?, state = ?, reason = ?, suggestion = ?,"
                  + " existing_id = ?, note = ?, phone_before = ?"
                  + more
                  + " WHERE plan_id = ? AND row_no = ?",
              rows,
              row ->
                  Sql.values(
                      row.action(),
                      row.state(),
                      row.reason(),
                      row.suggestion(),
                      row.existingId(),
                      row.note(),
                      row.changesPhone() ? row.before().get(Fields.PHONE) : null,
                      plan,
                      row.number()));
          Sql.batch(
              connection,
              "UPDATE row_content SET fields = ?, found = ?, before = ?"
                  + " WHERE plan_id = ? AND row_no = ?",
              rows,
              row ->
                  Sql.values(
                      JsonText.of(row.fields()),
                      row.found().isEmpty() ? null : JsonText.of(row.found()),
                      JsonText.of(row.before()),
                      plan,
                      row.number()));
        });
  }

  /**
   * Refuses rows that lack something that only a create needs, and that would be created.
   *
   * @param instead the rows that go in their place, by row
   */
  public void refuseIncomplete(Map<Long, Long> instead) {
    database.write(
        connection -> {
          String refused =
              " plan_id = ? AND state = 'PLANNED' AND action = 'CREATE' AND note = 'INCOMPLETE'";
          Sql.batch(
              connection,
              "UPDATE plan_row SET state = 'PLANNED', action = 'CREATE', reason = NULL,"
                  + " suggestion = NULL, note = NULL WHERE plan_id = ? AND row_no = ? AND EXISTS"
                  + " (SELECT 1 FROM plan_row WHERE"
                  + refused
                  + " AND row_no = ?)",
              instead.entrySet(),
              row -> Sql.values(plan, row.getValue(), plan, row.getKey()));
          Sql.update(
              connection,
              "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL WHERE" + refused,
              plan);
        });
  }
}
