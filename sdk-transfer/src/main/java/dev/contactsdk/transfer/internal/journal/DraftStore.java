package dev.contactsdk.transfer.internal.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    String sql =
        "INSERT INTO plan_row (plan_id, row_no, phone, action, state, reason, suggestion, cells,"
            + " fields, note, most_together, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)";
    database.write(
        connection ->
            Sql.batch(
                connection,
                sql,
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
                        JsonText.of(row.cells()),
                        row.fields().isEmpty() ? null : JsonText.of(row.fields()),
                        row.note())));
  }

  /** What the plan wants to do with rows whose contact is there. */
  public void decide(List<PlanRow> rows) {
    set(rows, "");
  }

  /** Drifted rows, planned anew: what became of them before no longer counts. */
  public void replan(List<PlanRow> rows) {
    set(
        rows,
        ", target_id = NULL, most_together = 0, attempts = 0, first_sent_at = NULL,"
            + " sent_at = NULL, refused_in = NULL, verdict = NULL");
  }

  private void set(List<PlanRow> rows, String more) {
    String sql =
        "UPDATE plan_row SET action = ?, state = ?, reason = ?, suggestion = ?, fields = ?,"
            + " before = ?, existing_id = ?, note = ?"
            + more
            + " WHERE plan_id = ? AND row_no = ?";
    database.write(connection -> Sql.batch(connection, sql, rows, this::values));
  }

  private @Nullable Object[] values(PlanRow row) {
    return Sql.values(
        row.action(),
        row.state(),
        row.reason(),
        row.suggestion(),
        JsonText.of(row.fields()),
        JsonText.of(row.before()),
        row.existingId(),
        row.note(),
        plan,
        row.number());
  }

  /** Refuses rows that lack something that only a create needs, and that would be created. */
  public void refuseIncomplete() {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL"
                    + " WHERE plan_id = ? AND state = 'PLANNED' AND action = 'CREATE'"
                    + " AND note = 'INCOMPLETE'",
                plan));
  }
}
