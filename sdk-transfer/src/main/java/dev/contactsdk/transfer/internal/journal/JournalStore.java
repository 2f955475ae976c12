package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.internal.journal.PlanHead.Notes;
import dev.contactsdk.transfer.internal.journal.PlanHead.Settings;
import dev.contactsdk.transfer.internal.journal.PlanHead.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of a journal, and what it knows of accounts. */
public final class JournalStore {
  private static final String HEADS =
      "SELECT id, state, created_at, target, account, source, file, file_hash, column_names,"
          + " mapping, settings, notes, listed_at, listed, not_comparable, started_at, ended_at,"
          + " verified_at FROM plan";

  private final Database database;

  public JournalStore(Database database) {
    this.database = database;
  }

  /** Starts a plan, and removes one that a crash left half made. */
  public long begin(PlanHead head) {
    database.write(
        connection -> {
          String unfinished = " IN (SELECT id FROM plan WHERE state = 'PLANNING')";
          Sql.update(connection, "DELETE FROM row_content WHERE plan_id" + unfinished);
          Sql.update(connection, "DELETE FROM plan_row WHERE plan_id" + unfinished);
          Sql.update(connection, "DELETE FROM excluded_number WHERE plan_id" + unfinished);
          Sql.update(connection, "DELETE FROM plan WHERE state = 'PLANNING'");
          Sql.update(
              connection,
              "INSERT INTO plan (id, state, created_at, target, account, source, file, file_hash,"
                  + " column_names, mapping, settings, notes, listed, not_comparable)"
                  + " VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM plan), ?, ?, ?, ?, ?, ?, ?, ?,"
                  + " ?, ?, ?, 0, 0)",
              State.PLANNING,
              head.createdAt(),
              head.target(),
              head.account(),
              head.source(),
              head.file(),
              head.fileHash(),
              JsonText.of(head.columns()),
              head.mapping(),
              JsonText.of(head.settings()),
              JsonText.of(head.notes()));
        });
    return plans().get(plans().size() - 1).id();
  }

  /** All plans, the oldest first. */
  public List<PlanHead> plans() {
    return database.read(
        connection -> Sql.list(connection, HEADS + " ORDER BY id", JournalStore::head));
  }

  /**
   * The plans whose rows have keys of one column, for one account.
   *
   * @param key null for none
   */
  public List<Long> withKey(String account, @Nullable String key) {
    return plansWithKey(account, key).map(PlanHead::id).toList();
  }

  /**
   * Those of them that began to run. A plan that was only made may be one that a person looked at
   * and found wrong.
   *
   * @param key null for none
   */
  public List<Long> ranWithKey(String account, @Nullable String key) {
    return plansWithKey(account, key)
        .filter(plan -> plan.startedAt() != null)
        .map(PlanHead::id)
        .toList();
  }

  /** The plan of a first file, and those that have corrections of it. */
  public List<Long> withCorrections(long first) {
    List<Long> plans = new ArrayList<>(List.of(first));
    plans.addAll(
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT DISTINCT plan_id FROM row_content WHERE origin_plan = ?",
                    row -> row.getLong(1),
                    first)));
    return plans;
  }

  /**
   * The plans that refused or skipped rows of a first file, or corrections of them for an account.
   *
   * @param rows the rows' numbers in the first file
   * @return the newest plan by row; without rows that no plan refused or skipped
   */
  public Map<Long, Long> refusedLast(long first, Set<Long> rows, String account) {
    Map<Long, Long> plans = new HashMap<>();
    if (plans().stream().noneMatch(plan -> plan.id() == first)) {
      return plans;
    }
    List<?> unused =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT COALESCE(origin, row_no), plan_id FROM plan_row JOIN row_content"
                        + " USING (plan_id, row_no) JOIN plan ON plan.id = plan_id WHERE"
                        + " ((origin_plan = ? AND plan.account = ?)"
                        + " OR (plan_id = ? AND origin_plan IS NULL))"
                        + " AND plan_row.state IN ('REFUSED', 'REJECTED', 'SKIPPED')"
                        + " AND plan.state <> 'PLANNING'",
                    row ->
                        rows.contains(row.getLong(1))
                            && plans.merge(row.getLong(1), row.getLong(2), Math::max) > 0,
                    first,
                    account,
                    first));
    return plans;
  }

  private Stream<PlanHead> plansWithKey(String account, @Nullable String key) {
    return plans().stream()
        .filter(plan -> key != null && key.equals(plan.settings().key()))
        .filter(plan -> plan.account().equals(account));
  }

  /** A plan as it is now. */
  public PlanHead plan(long id) {
    return database
        .read(connection -> Sql.list(connection, HEADS + " WHERE id = ?", JournalStore::head, id))
        .get(0);
  }

  private static PlanHead head(ResultSet row) throws SQLException {
    return new PlanHead(
        row.getLong(1),
        State.valueOf(row.getString(2)),
        Instant.parse(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        JsonText.texts(row.getString(9)),
        row.getString(10),
        JsonText.read(row.getString(11), Settings.class),
        JsonText.read(row.getString(12), Notes.class),
        Sql.time(row.getString(13)),
        row.getLong(14),
        row.getLong(15),
        Sql.time(row.getString(16)),
        Sql.time(row.getString(17)),
        Sql.time(row.getString(18)));
  }

  /** A plan's new state. */
  public void state(long plan, State state, Instant now) {
    String when =
        switch (state) {
          case RUNNING -> ", started_at = COALESCE(started_at, ?)";
          case ENDED, FORGOTTEN -> ", ended_at = COALESCE(ended_at, ?)";
          default -> ", created_at = ?";
        };
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan SET state = ?" + when + " WHERE id = ?",
                state,
                now,
                plan));
  }

  /** What a plan's listing found, and what the summary says of it. */
  public void planned(long plan, String fileHash, Notes notes) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan SET file_hash = ?, notes = ? WHERE id = ?",
                fileHash.isEmpty() ? null : fileHash,
                JsonText.of(notes),
                plan));
  }

  /** What rows that were planned again lose, too. */
  public void lost(PlanHead plan, List<String> losses) {
    if (!losses.isEmpty()) {
      database.write(
          connection ->
              Sql.update(
                  connection,
                  "UPDATE plan SET notes = ? WHERE id = ?",
                  JsonText.of(plan.notes().withLosses(losses)),
                  plan.id()));
    }
  }

  /** When the target was listed, and what could not be compared. */
  public void listed(long plan, Instant at, long contacts, long notComparable) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan SET listed_at = ?, listed = ?, not_comparable = ? WHERE id = ?",
                at,
                contacts,
                notComparable,
                plan));
  }

  /** When the listing began that a plan's verdicts come from, and what could not be compared. */
  public void verified(long plan, Instant at, long notComparable) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan SET verified_at = ?, not_comparable = ? WHERE id = ?",
                at,
                notComparable,
                plan));
  }

  /** What is known of an account, by name. */
  public Map<String, String> capabilities(String account) {
    Map<String, String> known = new TreeMap<>();
    database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT name, value FROM capability WHERE account = ?",
                row -> known.put(row.getString(1), row.getString(2)),
                account));
    return known;
  }

  /** Keeps what was seen of an account. */
  public void learn(String account, String name, String value, Instant now) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO capability (account, name, value, seen_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (account, name) DO UPDATE SET value = excluded.value,"
                    + " seen_at = excluded.seen_at",
                account,
                name,
                value,
                now));
  }
}
