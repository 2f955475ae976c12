package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.WriteAnswer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One plan's rows and requests in a journal. */
public final class PlanStore {
  private final Database database;
  private final long plan;

  public PlanStore(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** Notes, before a request leaves, which rows it carries. */
  public void sent(long request, String kind, List<PlanRow> rows, Instant now) {
    database.write(
        connection -> {
          Sql.update(
              connection,
              "INSERT INTO request (plan_id, id, kind, row_count, sent_at) VALUES (?, ?, ?, ?, ?)",
              plan,
              request,
              kind,
              rows.size(),
              now);
          Sql.update(
              connection,
              "UPDATE plan_row SET state = 'SENT', attempts = attempts + 1,"
                  + " first_request = COALESCE(first_request, ?), last_request = ?"
                  + " WHERE plan_id = ? AND row_no"
                  + Sql.in(rows.stream().map(PlanRow::number).toList()),
              request,
              request,
              plan);
        });
  }

  /** Notes how a request ended, and what became of its rows. */
  public void answered(long request, WriteAnswer answer, List<RowChange> changes, Instant now) {
    RequestEnd end = RequestEnd.of(answer);
    database.write(
        connection -> {
          Sql.update(
              connection,
              "UPDATE request SET ended_at = ?, answer = ?, reason = ?, target_request_id = ?"
                  + " WHERE plan_id = ? AND id = ?",
              now,
              end.answer(),
              end.reason(),
              end.targetRequestId(),
              plan,
              request);
          change(connection, changes);
        });
  }

  /** Notes new states of rows. */
  public void change(List<RowChange> changes) {
    if (!changes.isEmpty()) {
      database.write(connection -> change(connection, changes));
    }
  }

  private void change(Connection connection, List<RowChange> changes) throws SQLException {
    String sql =
        "UPDATE plan_row SET state = ?, target_id = COALESCE(?, target_id), reason = ?,"
            + " most_together = ?, refused_in = COALESCE(refused_in, CAST(? AS BIGINT)), note = ?"
            + " WHERE plan_id = ? AND row_no = ?";
    Sql.batch(
        connection,
        sql,
        changes,
        change ->
            Sql.values(
                change.state(),
                change.targetId(),
                change.reason(),
                change.mostTogether(),
                change.refusedIn(),
                change.note(),
                plan,
                change.number()));
  }

  /** Rows that were under way when a process ended: nobody knows what became of them. */
  public int recover() {
    int[] found = new int[1];
    database.write(
        connection ->
            found[0] =
                Sql.update(
                    connection,
                    "UPDATE plan_row SET state = 'UNKNOWN',"
                        + " reason = 'the process ended while the request was under way'"
                        + " WHERE plan_id = ? AND state = 'SENT'",
                    plan));
    return found[0];
  }

  /** Reads rows. */
  public PlanRows rows() {
    return new PlanRows(database, plan);
  }

  /** What the source calls the people of the rows. */
  public RowKeys keys() {
    return new RowKeys(database, plan);
  }

  /** Counts rows. */
  public RowCounts counts() {
    return new RowCounts(database, plan);
  }

  /** The requests that reached the target, as far as known. */
  public long requests() {
    return database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT COUNT(*) FROM request WHERE plan_id = ?"
                        + " AND (answer IS NULL OR answer <> 'NOT_SENT')",
                    row -> row.getLong(1),
                    plan))
        .get(0);
  }

  /** The number of the last request. */
  public long lastRequest() {
    return database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT COALESCE(MAX(id), 0) FROM request WHERE plan_id = ?",
                    row -> row.getLong(1),
                    plan))
        .get(0);
  }

  /**
   * Whether a row before another one, which was in the same refused request, has been created
   * later. Then the refused request stored nothing, though it could have.
   */
  public boolean createdBefore(long row, long refusedIn) {
    return !database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT 1 FROM plan_row WHERE plan_id = ? AND refused_in = ? AND row_no < ?"
                        + " AND state = 'CREATED' LIMIT 1",
                    found -> 1,
                    plan,
                    refusedIn,
                    row))
        .isEmpty();
  }

  /** When the last row of nobody-knows-what-became-of-it was sent; null if there is none. */
  public @Nullable Instant lastUnknownSent() {
    List<String> found =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT MAX(sent_at) FROM request WHERE plan_id = ? AND id IN"
                        + " (SELECT last_request FROM plan_row"
                        + " WHERE plan_id = ? AND state = 'UNKNOWN')",
                    row -> row.getString(1) == null ? "" : row.getString(1),
                    plan,
                    plan));
    return found.get(0).isEmpty() ? null : Instant.parse(found.get(0));
  }

  /** Removes what is personal, and keeps counts, ids and states. */
  public void forget() {
    database.write(
        connection -> {
          Sql.update(connection, "DELETE FROM row_content WHERE plan_id = ?", plan);
          Sql.update(connection, "DELETE FROM excluded_number WHERE plan_id = ?", plan);
          Sql.update(
              connection,
              "UPDATE plan_row SET phone = NULL, phone_before = NULL, row_key = NULL"
                  + " WHERE plan_id = ?",
              plan);
        });
  }
}
