package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The keys of one plan's rows. A key says who a person is, whatever the number, so a row follows
 * the contact that an earlier plan of the journal knew by its key.
 */
public final class RowKeys {
  private static final int IDS_AT_ONCE = 500;

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

  /**
   * Finds the contacts that planned rows follow, and refuses rows that repeat a key, or whose keys
   * lead to one contact. The newest of the earlier plans counts.
   *
   * @param earlier the plans whose rows have keys of the same column, for the same account
   */
  public void follow(List<Long> earlier) {
    database.write(
        connection -> {
          Sql.update(
              connection,
              "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL,"
                  + " reason = 'repeats the key of an earlier row', suggestion = 'It is row ' ||"
                  + " (SELECT MIN(row_no) FROM plan_row first WHERE first.plan_id ="
                  + " plan_row.plan_id AND first.row_key = plan_row.row_key)"
                  + " WHERE plan_id = ? AND state = 'PLANNED' AND EXISTS"
                  + " (SELECT 1 FROM plan_row first WHERE first.plan_id = plan_row.plan_id"
                  + " AND first.row_key = plan_row.row_key AND first.row_no < plan_row.row_no)",
              plan);
          if (!earlier.isEmpty()) {
            Sql.update(
                connection,
                "UPDATE plan_row SET key_contact ="
                    + " (SELECT COALESCE(known.target_id, known.existing_id) FROM plan_row known"
                    + " WHERE known.row_key = plan_row.row_key AND known.plan_id"
                    + Sql.in(earlier)
                    + " AND known.state <> 'REFUSED'"
                    + " AND COALESCE(known.target_id, known.existing_id) IS NOT NULL"
                    + " ORDER BY known.plan_id DESC, known.row_no LIMIT 1)"
                    + " WHERE plan_id = ? AND state = 'PLANNED' AND row_key IS NOT NULL",
                plan);
            Sql.update(
                connection,
                "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL,"
                    + " reason = 'the keys of several rows lead to one contact', suggestion = NULL,"
                    + " existing_id = key_contact WHERE plan_id = ? AND key_contact IN"
                    + " (SELECT key_contact FROM plan_row WHERE plan_id = ?"
                    + " AND key_contact IS NOT NULL GROUP BY key_contact HAVING COUNT(*) > 1)",
                plan,
                plan);
          }
        });
  }

  /**
   * Refuses rows that found, by its number, a contact that another row follows: either would write
   * what belongs to the other.
   */
  public void refuseOthers() {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE plan_row SET state = 'REFUSED', action = 'NONE', note = NULL,"
                    + " reason = 'the key of another row leads to the contact with this number',"
                    + " suggestion = 'Plan this row again when the other one has been run'"
                    + " WHERE plan_id = ? AND state IN ('PLANNED', 'SKIPPED')"
                    + " AND existing_id IS NOT NULL"
                    + " AND (key_contact IS NULL OR key_contact <> existing_id)"
                    + " AND EXISTS (SELECT 1 FROM plan_row other"
                    + " WHERE other.plan_id = plan_row.plan_id"
                    + " AND other.key_contact = plan_row.existing_id"
                    + " AND (other.action = 'UPDATE' OR plan_row.action = 'UPDATE'))",
                plan));
  }

  /**
   * The rows that follow contacts, by contact. A create that was sent has a contact of its own.
   *
   * @param states the rows' states
   */
  Map<String, Long> following(List<String> contacts, Collection<RowState> states) {
    return database.read(
        connection -> {
          Map<String, Long> found = new HashMap<>();
          for (int from = 0; from < contacts.size(); from += IDS_AT_ONCE) {
            List<String> some =
                contacts.subList(from, Math.min(contacts.size(), from + IDS_AT_ONCE));
            Sql.list(
                connection,
                "SELECT key_contact, row_no FROM plan_row WHERE plan_id = "
                    + plan
                    + " AND state"
                    + Sql.in(states)
                    + " AND (action = 'UPDATE' OR attempts = 0) AND key_contact IN ("
                    + String.join(", ", Collections.nCopies(some.size(), "?"))
                    + ")",
                row -> found.put(row.getString(1), row.getLong(2)),
                some.toArray());
          }
          return found;
        });
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

  /**
   * The numbers that contacts had before rows gave them others, by contact.
   *
   * @param states the rows' states
   */
  public Map<String, String> numbersBefore(Collection<RowState> states) {
    return database.read(
        connection -> {
          Map<String, String> found = new HashMap<>();
          Sql.list(
              connection,
              "SELECT existing_id, phone_before FROM plan_row WHERE plan_id = ?"
                  + " AND phone_before IS NOT NULL AND state"
                  + Sql.in(states),
              row -> found.put(row.getString(1), row.getString(2)),
              plan);
          return found;
        });
  }
}
