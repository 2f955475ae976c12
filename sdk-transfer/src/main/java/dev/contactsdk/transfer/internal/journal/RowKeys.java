package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow.Origin;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of one plan's rows. A key says who a person is, whatever the number, so a row follows
 * the contact that an earlier plan of the journal knew by its key. A contact that has a key is
 * touched by no row with another one.
 *
 * <p>{@code plan_id + 0} keeps SQLite from walking through a plan where an index finds the row.
 */
public final class RowKeys {
  private static final int IDS_AT_ONCE = 500;

  /**
   * A row that was not sent, drifted or was rejected proves nothing, for the number that led to its
   * contact may be wrong or another's by now. Nor does a contact that is present.
   */
  private static final String KNOWN =
      " (state IN ('CREATED', 'UPDATED', 'SKIPPED', 'SENT', 'UNKNOWN') OR note = 'CONTACT_THERE')";

  private static final String CONTACT = "COALESCE(target_id, existing_id)";

  private static final String REPEATS = "reason = 'repeats the key of an earlier row'";

  private static final String REPEATS_KEY =
      "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL, "
          + REPEATS
          + ", suggestion = ? WHERE";

  private static final String WITH_CONTENT =
      " FROM plan_row JOIN row_content USING (plan_id, row_no)";

  /** Each is found by the index of keys. */
  private static final String WITH_OTHER_ZEROS =
      IntStream.rangeClosed(1, 12)
          .mapToObj(zeros -> ", '" + "0".repeat(zeros) + "' || plan_row.row_key")
          .collect(Collectors.joining("", "LTRIM(plan_row.row_key, '0')", ""));

  private final Database database;
  private final long plan;

  RowKeys(Database database, long plan) {
    this.database = database;
    this.plan = plan;
  }

  /** Whether any row follows a contact. */
  public boolean follows() {
    return !database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT 1 FROM plan_row WHERE plan_id = ? AND key_contact IS NOT NULL LIMIT 1",
                    found -> 1,
                    plan))
        .isEmpty();
  }

  private record First(String key, long row, long numberInFile) {}

  /** Refuses rows that repeat the key of an earlier row that can go. */
  public void refuseRepeatedKeys() {
    List<First> firsts =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT row_key, row_no, COALESCE(origin, row_no)"
                        + WITH_CONTENT
                        + " WHERE plan_id = ? AND row_no IN (SELECT MIN(row_no) FROM plan_row"
                        + " WHERE plan_id = ? AND state = 'PLANNED' AND row_key IS NOT NULL"
                        + " GROUP BY row_key HAVING COUNT(*) > 1)",
                    row -> new First(row.getString(1), row.getLong(2), row.getLong(3)),
                    plan,
                    plan));
    database.write(
        connection ->
            Sql.batch(
                connection,
                REPEATS_KEY
                    + " plan_id + 0 = ? AND row_key = ? AND state = 'PLANNED' AND row_no > ?",
                firsts,
                first -> Sql.values(itIsRow(first.numberInFile), plan, first.key, first.row)));
  }

  private static String itIsRow(long number) {
    return "It is row " + number;
  }

  /**
   * Finds the contacts that rows follow. The newest plan counts.
   *
   * @param ran the plans whose rows have keys of the same column, for the same account
   */
  public void follow(List<Long> ran) {
    if (!ran.isEmpty()) {
      database.write(
          connection ->
              Sql.update(
                  connection,
                  "UPDATE plan_row SET key_contact = (SELECT "
                      + CONTACT
                      + " FROM plan_row known WHERE known.row_key = plan_row.row_key"
                      + " AND known.plan_id + 0"
                      + Sql.in(ran)
                      + " AND"
                      + KNOWN
                      + " AND "
                      + CONTACT
                      + " IS NOT NULL ORDER BY known.plan_id DESC, known.row_no LIMIT 1)"
                      + " WHERE plan_id = ? AND state = 'PLANNED' AND row_key IS NOT NULL",
                  plan));
    }
  }

  /**
   * Refuses rows whose key is new but for zeros at its start: a spreadsheet drops them, and the
   * person would become a second contact. A file that has both keys means two people.
   *
   * @param ran the plans whose rows have keys of the same column, for the same account
   */
  public void refuseShortened(List<Long> ran) {
    if (!ran.isEmpty()) {
      database.write(
          connection ->
              Sql.update(
                  connection,
                  "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', reason = 'the key is"
                      + " that of a known person but for zeros at its start', suggestion = 'Export"
                      + " the column as text from where it comes from; if it is another person,"
                      + " plan both in one file' WHERE plan_id = ? AND state = 'PLANNED' AND"
                      + " key_contact IS NULL AND LTRIM(row_key, '0123456789') = ''"
                      + " AND EXISTS (SELECT 1 FROM plan_row known WHERE known.row_key IN ("
                      + WITH_OTHER_ZEROS
                      + ") AND known.plan_id + 0"
                      + Sql.in(ran)
                      + " AND"
                      + KNOWN
                      + " AND NOT EXISTS (SELECT 1 FROM plan_row mine JOIN plan_row other"
                      + " ON other.plan_id = mine.plan_id WHERE mine.row_key = plan_row.row_key"
                      + " AND other.row_key = known.row_key))",
                  plan));
    }
  }

  private record Corrected(long row, String key, Origin origin) {}

  /**
   * Refuses rows of a corrected file whose key another row of the first file has, or of a file that
   * corrects it too: whoever it is, a file has a person once.
   *
   * @param sameKey the plans whose rows have keys of the same column, for the same account
   * @param ran those of them that began to run; the first file counts even if it did not
   */
  public void refuseCorrected(List<Long> sameKey, List<Long> ran) {
    List<Corrected> rows =
        database.read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT row_no, row_key, origin_plan, origin"
                        + WITH_CONTENT
                        + " WHERE plan_id = ? AND state = 'PLANNED' AND row_key IS NOT NULL"
                        + " AND origin_plan"
                        + Sql.in(sameKey),
                    row ->
                        new Corrected(
                            row.getLong(1),
                            row.getString(2),
                            new Origin(row.getLong(3), row.getLong(4))),
                    plan));
    JournalStore journal = new JournalStore(database);
    Map<Long, List<Long>> files = new HashMap<>();
    Map<Long, String> others = new HashMap<>();
    for (Corrected row : rows) {
      List<Long> ofFile =
          files.computeIfAbsent(
              row.origin.plan(),
              first ->
                  journal.withCorrections(first).stream()
                      .filter(each -> each.equals(first) || ran.contains(each))
                      .toList());
      for (Origin other : anotherRow(row, ofFile)) {
        String ofPlan = other.plan() == row.origin.plan() ? "" : " of plan " + other.plan();
        others.put(row.row, itIsRow(other.row()) + ofPlan);
      }
      repeated(row, ofFile).forEach(itIsRow -> others.putIfAbsent(row.row, itIsRow));
    }
    database.write(
        connection ->
            Sql.batch(
                connection,
                REPEATS_KEY + " plan_id = ? AND row_no = ?",
                others.entrySet(),
                row -> Sql.values(row.getValue(), plan, row.getKey())));
  }

  /** The row that a corrected one repeated before, though that row did not go: it has the key. */
  private List<String> repeated(Corrected row, List<Long> plans) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT suggestion"
                    + WITH_CONTENT
                    + " WHERE row_key = ? AND plan_id + 0"
                    + Sql.in(plans)
                    + " AND "
                    + REPEATS
                    + " AND COALESCE(origin_plan, plan_id) = ? AND COALESCE(origin, row_no) = ?"
                    + " ORDER BY plan_id LIMIT 1",
                found ->
                    found.getString(1)
                        + "; if this row is the right one, leave its plan and row blank",
                row.key,
                row.origin.plan(),
                row.origin.row()));
  }

  private List<Origin> anotherRow(Corrected row, List<Long> plans) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT COALESCE(origin_plan, plan_id), COALESCE(origin, row_no)"
                    + WITH_CONTENT
                    + " WHERE row_key = ? AND plan_id + 0"
                    + Sql.in(plans)
                    + " AND state NOT IN ('REFUSED', 'REJECTED')"
                    + " AND NOT (COALESCE(origin_plan, plan_id) = ?"
                    + " AND COALESCE(origin, row_no) = ?) LIMIT 1",
                found -> new Origin(found.getLong(1), found.getLong(2)),
                row.key,
                row.origin.plan(),
                row.origin.row()));
  }

  /**
   * Refuses rows that were skipped because an earlier row has their number, if no row gives a
   * contact this number. They would be in no file of refused rows.
   */
  public void refuseRepeats() {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan_row SET state = 'REFUSED', note = NULL, reason = 'repeats the number"
                    + " of a row that does not go' WHERE plan_id = ? AND note = 'REPEATS' AND phone"
                    + " IN (SELECT phone FROM plan_row WHERE plan_id = ? AND phone IS NOT NULL"
                    + " GROUP BY phone HAVING SUM(CASE WHEN state <> 'REFUSED' AND (note IS NULL OR"
                    + " note NOT IN ('REPEATS', 'KEEPS_NUMBER')) THEN 1 ELSE 0 END) = 0)",
                plan,
                plan));
  }

  /**
   * The keys that plans know contacts by. The newest counts.
   *
   * @param ran the plans whose rows have keys of the same column, for the same account
   */
  public Map<String, String> keysOf(List<String> contacts, List<Long> ran) {
    Map<String, String> found = new HashMap<>();
    Map<String, Long> newest = new HashMap<>();
    if (!ran.isEmpty()) {
      each(
          "SELECT "
              + CONTACT
              + ", row_key, plan_id FROM plan_row WHERE row_key IS NOT NULL AND plan_id + 0"
              + Sql.in(ran)
              + " AND"
              + KNOWN
              + " AND "
              + CONTACT
              + " IN (%s)",
          contacts,
          row -> {
            if (newest.merge(row.getString(1), row.getLong(3), Math::max) == row.getLong(3)) {
              found.put(row.getString(1), row.getString(2));
            }
            return row;
          });
    }
    return found;
  }

  /**
   * The rows that follow contacts, by contact. A create that was sent has a contact of its own.
   *
   * @param states the rows' states
   */
  Map<String, Long> following(List<String> contacts, Collection<RowState> states) {
    Map<String, Long> found = new HashMap<>();
    each(
        "SELECT key_contact, row_no FROM plan_row WHERE plan_id = "
            + plan
            + " AND state"
            + Sql.in(states)
            + " AND (action = 'UPDATE' OR attempts = 0) AND key_contact IN (%s)",
        contacts,
        row -> found.put(row.getString(1), row.getLong(2)));
    return found;
  }

  private void each(String select, List<String> contacts, Sql.RowReader<?> reader) {
    for (int from = 0; from < contacts.size(); from += IDS_AT_ONCE) {
      List<String> some = contacts.subList(from, Math.min(contacts.size(), from + IDS_AT_ONCE));
      String sql = String.format(select, String.join(", ", Collections.nCopies(some.size(), "?")));
      List<?> unused =
          database.read(connection -> Sql.list(connection, sql, reader, some.toArray()));
    }
  }

  /** Hands over the rows of planned updates that give their contacts other numbers. */
  public void numbersThatChange(LongConsumer reader) {
    database
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT row_no FROM plan_row WHERE plan_id = ? AND phone_before IS NOT NULL"
                        + " AND state = 'PLANNED' ORDER BY row_no",
                    row -> row.getLong(1),
                    plan))
        .forEach(reader::accept);
  }
}
