package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One plan's rows and requests in a journal. */
public final class PlanStore {
  private static final String ROWS =
      "SELECT row_no, phone, action, state, reason, suggestion, %s, fields, before, existing_id,"
          + " target_id, most_together, attempts, first_sent_at, sent_at, refused_in, note FROM"
          + " plan_row WHERE plan_id = ? AND row_no > ?";

  private static final String WITH_CELLS = String.format(ROWS, "cells");

  /** Most steps do not need the source's cells, and to read them takes long. */
  private static final String WITHOUT_CELLS = String.format(ROWS, "NULL");

  private static final int ROWS_AT_ONCE = 1000;

  private final Database database;
  private final long plan;

  public PlanStore(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** The rows after one, in order, in some states, without their cells. */
  public List<PlanRow> rows(long after, int limit, Collection<RowState> states) {
    return rows(WITHOUT_CELLS, after, limit, states);
  }

  private List<PlanRow> rows(String select, long after, int limit, Collection<RowState> states) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                select + " AND state" + in(states) + " ORDER BY row_no LIMIT " + limit,
                PlanStore::row,
                plan,
                after));
  }

  /** Hands over all rows in some states, in their order; they may change meanwhile. */
  public void each(Collection<RowState> states, Consumer<List<PlanRow>> reader) {
    List<PlanRow> some = rows(WITH_CELLS, Long.MIN_VALUE, ROWS_AT_ONCE, states);
    while (!some.isEmpty()) {
      reader.accept(some);
      some = rows(WITH_CELLS, some.get(some.size() - 1).number(), ROWS_AT_ONCE, states);
    }
  }

  /** Of numbers and of states, so nothing needs to be escaped. */
  private static String in(Collection<?> values) {
    return values.stream()
        .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
        .collect(Collectors.joining(", ", " IN (", ")"));
  }

  private static PlanRow row(ResultSet row) throws SQLException {
    long refusedIn = row.getLong(16);
    String note = row.getString(17);
    return new PlanRow(
        row.getLong(1),
        row.getString(2),
        RowAction.valueOf(row.getString(3)),
        RowState.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        JsonText.texts(row.getString(7)),
        JsonText.fields(row.getString(8)),
        JsonText.fields(row.getString(9)),
        row.getString(10),
        row.getString(11),
        row.getInt(12),
        row.getInt(13),
        Sql.time(row.getString(14)),
        Sql.time(row.getString(15)),
        refusedIn == 0 ? null : refusedIn,
        note == null ? null : RowNote.valueOf(note));
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
                  + " first_sent_at = COALESCE(first_sent_at, ?), sent_at = ?"
                  + " WHERE plan_id = ? AND row_no"
                  + in(rows.stream().map(PlanRow::number).toList()),
              now,
              now,
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

  /** The number of the planned row at a place, from 1; the highest number if there are fewer. */
  public long plannedRow(int place) {
    return place == 0 ? Long.MAX_VALUE : planned(place - 1);
  }

  /** The first planned row; the highest number if there is none. */
  public long firstPlanned() {
    return planned(0);
  }

  private long planned(int skip) {
    List<Long> found =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT row_no FROM plan_row WHERE plan_id = ? AND state = 'PLANNED'"
                        + " ORDER BY row_no LIMIT 1 OFFSET "
                        + skip,
                    row -> row.getLong(1),
                    plan));
    return found.isEmpty() ? Long.MAX_VALUE : found.get(0);
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

  /** Phones and numbers of rows, for matching a listing. */
  public void phones(Collection<RowState> states, PhoneIndex into) {
    database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT phone, row_no FROM plan_row WHERE plan_id = ? AND phone IS NOT NULL"
                      + " AND state"
                      + in(states))) {
            Sql.bind(select, plan);
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                into.put(rows.getString(1), rows.getLong(2));
              }
            }
          }
          return true;
        });
  }

  /** When the last row of nobody-knows-what-became-of-it was sent; null if there is none. */
  public @Nullable Instant lastUnknownSent() {
    List<String> found =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT MAX(sent_at) FROM plan_row WHERE plan_id = ? AND state = 'UNKNOWN'",
                    row -> row.getString(1) == null ? "" : row.getString(1),
                    plan));
    return found.get(0).isEmpty() ? null : Instant.parse(found.get(0));
  }

  /** Rows by their numbers, in no order, without their cells. */
  public List<PlanRow> rows(Collection<Long> numbers) {
    List<Long> wanted = List.copyOf(numbers);
    return database.read(
        connection -> {
          List<PlanRow> found = new ArrayList<>();
          for (int from = 0; from < wanted.size(); from += 500) {
            List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + 500));
            found.addAll(
                Sql.list(
                    connection,
                    WITHOUT_CELLS + " AND row_no" + in(some),
                    PlanStore::row,
                    plan,
                    -1));
          }
          return found;
        });
  }

  /** Removes what is personal, and keeps counts, ids and states. */
  public void forget() {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan_row SET phone = NULL, cells = NULL, fields = NULL, before = NULL"
                    + " WHERE plan_id = ?",
                plan));
  }
}
