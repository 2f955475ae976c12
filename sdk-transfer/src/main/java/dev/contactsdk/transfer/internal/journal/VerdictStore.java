package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import java.util.Collection;
import java.util.List;

/** What the last listing for a verification says about one plan's rows. */
public final class VerdictStore {
  private final Database database;
  private final long plan;

  public VerdictStore(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /**
   * What a page of a listing says about rows, a verdict for each contact. A row of which one
   * contact has {@code other} and another one anything else has {@code both}.
   *
   * @param none what rows have before any page
   */
  public void put(List<RowVerdict> verdicts, String none, String other, String both) {
    database.write(
        connection ->
            Sql.batch(
                connection,
                "UPDATE plan_row SET verdict = CASE WHEN verdict = ? OR (verdict = ?) = (? = ?)"
                    + " THEN ? ELSE ? END, verdict_field = COALESCE(?, verdict_field)"
                    + " WHERE plan_id = ? AND row_no = ? AND verdict <> ?",
                verdicts,
                each ->
                    Sql.values(
                        none,
                        other,
                        each.verdict(),
                        other,
                        each.verdict(),
                        both,
                        each.field(),
                        plan,
                        each.row(),
                        both)));
  }

  /** Removes all verdicts of an earlier listing, so that nothing is verified. */
  public void clear() {
    database.write(
        connection -> {
          Sql.update(connection, "UPDATE plan SET verified_at = NULL WHERE id = ?", plan);
          Sql.update(
              connection,
              "UPDATE plan_row SET verdict = NULL, verdict_field = NULL WHERE plan_id = ?"
                  + " AND verdict IS NOT NULL",
              plan);
        });
  }

  /**
   * Gives rows that were written their first verdict, if they have none.
   *
   * @param alsoFound whether rows count too whose contact was found as wanted
   */
  public void first(String verdict, boolean alsoFound) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan_row SET verdict = ? WHERE plan_id = ? AND verdict IS NULL"
                    + " AND (state IN ('CREATED', 'UPDATED')"
                    + (alsoFound ? " OR note = 'AS_WANTED')" : ")"),
                verdict,
                plan));
  }

  /** Removes the verdicts of rows whose contact is no longer theirs to judge. */
  public void remove(List<Long> rows) {
    database.write(
        connection ->
            Sql.batch(
                connection,
                "UPDATE plan_row SET verdict = NULL WHERE plan_id = ? AND row_no = ?",
                rows,
                row -> Sql.values(plan, row)));
  }

  /**
   * Removes the verdicts of rows whose key is that of rows of newer plans.
   *
   * @param newer plans whose rows have keys of the same column
   * @param states what the newer plans' rows may be; or they have a verdict
   */
  public void removeOfKeys(List<Long> newer, Collection<RowState> states) {
    if (!newer.isEmpty()) {
      database.write(
          connection ->
              Sql.update(
                  connection,
                  "UPDATE plan_row SET verdict = NULL WHERE plan_id = ? AND verdict IS NOT NULL"
                      + " AND EXISTS (SELECT 1 FROM plan_row later"
                      + " WHERE later.row_key = plan_row.row_key AND later.plan_id"
                      + Sql.in(newer)
                      + " AND (later.verdict IS NOT NULL OR later.state"
                      + Sql.in(states)
                      + "))",
                  plan));
    }
  }

  /**
   * Gives rows other verdicts.
   *
   * @param inPlaceOf what the rows have; others are left as they are
   */
  public void replace(Collection<RowVerdict> verdicts, List<String> inPlaceOf) {
    database.write(
        connection ->
            Sql.batch(
                connection,
                "UPDATE plan_row SET verdict = ?, verdict_field = ?"
                    + " WHERE plan_id = ? AND row_no = ? AND verdict"
                    + Sql.in(inPlaceOf),
                verdicts,
                each -> Sql.values(each.verdict(), each.field(), plan, each.row())));
  }

  /** The numbers of the first rows with one of some verdicts. */
  public List<Long> rows(List<String> anyOf, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT row_no FROM plan_row WHERE plan_id = ? AND verdict"
                    + Sql.in(anyOf)
                    + " ORDER BY row_no LIMIT "
                    + limit,
                row -> row.getLong(1),
                plan));
  }
}
