package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds and reads one plan's rows. Each method asks the journal anew. */
public final class PlanRows {
  private static final String ROWS =
      "SELECT row_no, phone, action, state, reason, suggestion, %s, fields, before, existing_id,"
          + " target_id, most_together, attempts,"
          + sentAt("first_request")
          + sentAt("last_request")
          + " refused_in, note, origin, row_key, origin_plan, found FROM plan_row LEFT JOIN"
          + " row_content USING (plan_id, row_no) WHERE plan_id = ? AND row_no > ?";

  private static final String WITH_CELLS = String.format(ROWS, "cells");

  /** Most steps do not need the source's cells, and to read them takes long. */
  private static final String WITHOUT_CELLS = String.format(ROWS, "NULL");

  private static final int ROWS_AT_ONCE = 1000;

  private static String sentAt(String request) {
    return " (SELECT sent_at FROM request WHERE request.plan_id = plan_row.plan_id AND id = "
        + request
        + "),";
  }

  private final Database database;
  private final long plan;

  PlanRows(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** The planned rows after one, in order, without their cells. */
  public List<PlanRow> planned(long after, int limit) {
    return some(WITHOUT_CELLS + " AND state = 'PLANNED'", after, limit);
  }

  /** Hands over all rows in some states, in their order; they may change meanwhile. */
  public void each(Collection<RowState> states, Consumer<List<PlanRow>> reader) {
    each(WITH_CELLS + " AND state" + Sql.in(states), reader);
  }

  /** Hands over the rows of unknown fate, without their cells. */
  public void eachUnknown(Consumer<List<PlanRow>> reader) {
    each(WITHOUT_CELLS + " AND state = 'UNKNOWN'", reader);
  }

  /** Hands over the planned updates that were never sent, without their cells. */
  public void eachNewUpdate(Consumer<List<PlanRow>> reader) {
    each(WITHOUT_CELLS + " AND state = 'PLANNED' AND action = 'UPDATE' AND attempts = 0", reader);
  }

  private void each(String select, Consumer<List<PlanRow>> reader) {
    List<PlanRow> some = some(select, Long.MIN_VALUE, ROWS_AT_ONCE);
    while (!some.isEmpty()) {
      reader.accept(some);
      some = some(select, some.get(some.size() - 1).number(), ROWS_AT_ONCE);
    }
  }

  private List<PlanRow> some(String select, long after, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                select + " ORDER BY row_no LIMIT " + limit,
                PlanRows::row,
                plan,
                after));
  }

  /** Rows by their numbers, in no order, without their cells. */
  public List<PlanRow> numbered(Collection<Long> numbers) {
    List<Long> wanted = List.copyOf(numbers);
    return database.read(
        connection -> {
          List<PlanRow> found = new ArrayList<>();
          for (int from = 0; from < wanted.size(); from += 500) {
            List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + 500));
            found.addAll(
                Sql.list(
                    connection,
                    WITHOUT_CELLS + " AND row_no" + Sql.in(some),
                    PlanRows::row,
                    plan,
                    -1));
          }
          return found;
        });
  }

  private static PlanRow row(ResultSet row) throws SQLException {
    long refusedIn = row.getLong(16);
    String note = row.getString(17);
    long originPlan = row.getLong(20);
    return new PlanRow(
        row.getLong(1),
        row.getString(2),
        RowAction.valueOf(row.getString(3)),
        RowState.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        JsonText.texts(row.getString(7)),
        JsonText.fields(row.getString(8)),
        JsonText.fields(row.getString(21)),
        JsonText.fields(row.getString(9)),
        row.getString(10),
        row.getString(11),
        row.getInt(12),
        row.getInt(13),
        Sql.time(row.getString(14)),
        Sql.time(row.getString(15)),
        refusedIn == 0 ? null : refusedIn,
        note == null ? null : RowNote.valueOf(note),
        originPlan == 0 ? null : new Origin(originPlan, row.getLong(18)),
        row.getString(19));
  }

  /** The number of the planned row at a place, from 1; the highest number if there are fewer. */
  public long plannedRow(int place) {
    return place == 0 ? Long.MAX_VALUE : skipping(place - 1);
  }

  /** The first planned row; the highest number if there is none. */
  public long firstPlanned() {
    return skipping(0);
  }

  private long skipping(int skip) {
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

  /**
   * What a listing can match a row by.
   *
   * @param contact the contact that it created, changed or found
   */
  public record Match(
      long row, @Nullable String phone, @Nullable String contact, @Nullable String key) {}

  /** Hands over what a listing can match rows in some states by, in no order. */
  public void matches(Collection<RowState> states, Consumer<Match> reader) {
    match("state" + Sql.in(states), reader);
  }

  /** The same for rows with a verdict too. */
  public void matchesToJudge(Collection<RowState> states, Consumer<Match> reader) {
    match("(verdict IS NOT NULL OR state" + Sql.in(states) + ")", reader);
  }

  /**
   * The same, and for rows that were found as wanted, unless a newer plan found the same.
   *
   * @param newer plans whose rows have keys of the same column
   */
  public void matchesToJudge(
      Collection<RowState> states, List<Long> newer, Consumer<Match> reader) {
    match(
        "(verdict IS NOT NULL OR state"
            + Sql.in(states)
            + " OR (note = 'AS_WANTED' AND NOT EXISTS (SELECT 1 FROM plan_row later"
            + " WHERE later.row_key = plan_row.row_key AND later.plan_id"
            + Sql.in(newer)
            + " AND later.note = 'AS_WANTED' AND later.existing_id = plan_row.existing_id AND"
            + " (SELECT fields FROM row_content WHERE plan_id = later.plan_id AND row_no ="
            + " later.row_no) = (SELECT fields FROM row_content WHERE plan_id = plan_row.plan_id"
            + " AND row_no = plan_row.row_no))))",
        reader);
  }

  private void match(String condition, Consumer<Match> reader) {
    database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT row_no, phone, COALESCE(target_id, existing_id), row_key FROM plan_row"
                      + " WHERE plan_id = ? AND "
                      + condition)) {
            Sql.bind(select, plan);
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                reader.accept(
                    new Match(
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
              }
            }
          }
          return true;
        });
  }
}
