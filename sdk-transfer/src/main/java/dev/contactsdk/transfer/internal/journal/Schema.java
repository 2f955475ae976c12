package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The journal's tables. A journal's version is the number of steps that were applied to it. The
 * statements are the same for SQLite and PostgreSQL.
 */
final class Schema {
  private static final List<String> PLANS_AND_ROWS =
      List.of(
          """
          CREATE TABLE plan (
            id BIGINT NOT NULL PRIMARY KEY,
            state TEXT NOT NULL,
            created_at TEXT NOT NULL,
            target TEXT NOT NULL,
            account TEXT NOT NULL,
            source TEXT NOT NULL,
            file TEXT,
            file_hash TEXT,
            column_names TEXT NOT NULL,
            mapping TEXT NOT NULL,
            settings TEXT NOT NULL,
            notes TEXT NOT NULL,
            listed_at TEXT,
            listed BIGINT NOT NULL,
            not_comparable BIGINT NOT NULL,
            started_at TEXT,
            ended_at TEXT,
            verified_at TEXT
          )
          """,
          """
          CREATE TABLE plan_row (
            plan_id BIGINT NOT NULL,
            row_no BIGINT NOT NULL,
            phone TEXT,
            action TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            suggestion TEXT,
            cells TEXT,
            fields TEXT,
            before TEXT,
            existing_id TEXT,
            target_id TEXT,
            most_together BIGINT NOT NULL,
            attempts BIGINT NOT NULL,
            first_sent_at TEXT,
            sent_at TEXT,
            refused_in BIGINT,
            verdict TEXT,
            PRIMARY KEY (plan_id, row_no)
          )
          """,
          """
          CREATE INDEX plan_row_open ON plan_row (plan_id, row_no)
            WHERE state IN ('SENT', 'UNKNOWN')
          """,
          """
          CREATE TABLE request (
            plan_id BIGINT NOT NULL,
            id BIGINT NOT NULL,
            kind TEXT NOT NULL,
            row_count BIGINT NOT NULL,
            sent_at TEXT NOT NULL,
            ended_at TEXT,
            answer TEXT,
            reason TEXT,
            target_request_id TEXT,
            PRIMARY KEY (plan_id, id)
          )
          """,
          """
          CREATE TABLE capability (
            account TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            PRIMARY KEY (account, name)
          )
          """,
          """
          CREATE TABLE lease (
            id BIGINT NOT NULL PRIMARY KEY,
            token TEXT NOT NULL,
            host TEXT NOT NULL,
            pid BIGINT NOT NULL,
            process_started TEXT NOT NULL,
            beat TEXT NOT NULL
          )
          """);

  /** Decisions that hung on a reason's text. A half-made plan of an older version is made anew. */
  private static final List<String> NOTES =
      List.of(
          "ALTER TABLE plan_row ADD COLUMN note TEXT",
          """
          UPDATE plan_row SET note = 'TAKEN_BEFORE'
            WHERE state = 'UNKNOWN'
              AND reason LIKE 'taken, perhaps by an earlier request of this row%'
          """);

  /**
   * A commit writes whole pages. So the rows that a run writes are short: what it only reads is
   * apart, and the times are in the request.
   */
  private static final List<String> SHORT_ROWS =
      List.of(
          """
          CREATE TABLE row_content (
            plan_id BIGINT NOT NULL,
            row_no BIGINT NOT NULL,
            fields TEXT,
            before TEXT,
            cells TEXT,
            PRIMARY KEY (plan_id, row_no)
          )
          """,
          """
          INSERT INTO row_content (plan_id, row_no, fields, before, cells)
            SELECT plan_id, row_no, fields, before, cells FROM plan_row
          """,
          "ALTER TABLE plan_row DROP COLUMN fields",
          "ALTER TABLE plan_row DROP COLUMN before",
          "ALTER TABLE plan_row DROP COLUMN cells",
          "ALTER TABLE plan_row ADD COLUMN first_request BIGINT",
          "ALTER TABLE plan_row ADD COLUMN last_request BIGINT",
          "CREATE INDEX request_sent ON request (plan_id, sent_at, id)",
          """
          UPDATE plan_row SET
            first_request = (SELECT MIN(id) FROM request
              WHERE plan_id = plan_row.plan_id AND sent_at = plan_row.first_sent_at),
            last_request = (SELECT MAX(id) FROM request
              WHERE plan_id = plan_row.plan_id AND sent_at = plan_row.sent_at)
            WHERE plan_row.sent_at IS NOT NULL
          """,
          "DROP INDEX request_sent",
          "ALTER TABLE plan_row DROP COLUMN first_sent_at",
          "ALTER TABLE plan_row DROP COLUMN sent_at",
          // A verdict names its field now, and does not outlive what is sent after it.
          "ALTER TABLE plan_row ADD COLUMN verdict_field TEXT",
          "UPDATE plan SET verified_at = NULL",
          "UPDATE plan_row SET verdict = NULL",
          "DROP INDEX plan_row_open",
          "CREATE INDEX plan_row_unknown ON plan_row (plan_id, row_no) WHERE state = 'UNKNOWN'");

  /** The numbers that rows of a file of refused rows have in the first source. */
  private static final List<String> ORIGINS =
      List.of("ALTER TABLE row_content ADD COLUMN origin BIGINT");

  /** What a source calls a person, and the contact that an earlier plan knew by that name. */
  private static final List<String> KEYS =
      List.of(
          "ALTER TABLE plan_row ADD COLUMN row_key TEXT",
          "ALTER TABLE plan_row ADD COLUMN key_contact TEXT",
          "ALTER TABLE plan_row ADD COLUMN phone_before TEXT",
          "CREATE INDEX plan_row_key ON plan_row (row_key, plan_id) WHERE row_key IS NOT NULL",
          """
          CREATE INDEX plan_row_key_contact ON plan_row (plan_id, key_contact)
            WHERE key_contact IS NOT NULL
          """,
          """
          CREATE INDEX plan_row_keyed_contact ON plan_row
            (COALESCE(target_id, existing_id), plan_id) WHERE row_key IS NOT NULL
          """);

  /**
   * A drifted row is planned again by the rules of its plan, and an excluded number is one. A
   * corrected row is one of the plan that refused it first. A row that was found as wanted is told
   * by its note, and an update has what it found as wanted beside what it changes.
   */
  private static final List<String> CORRECTIONS =
      List.of(
          """
          CREATE TABLE excluded_number (
            plan_id BIGINT NOT NULL,
            phone TEXT NOT NULL,
            PRIMARY KEY (plan_id, phone)
          )
          """,
          "ALTER TABLE row_content ADD COLUMN origin_plan BIGINT",
          """
          UPDATE row_content SET origin_plan = (SELECT MAX(plan.id) FROM plan
            WHERE plan.id < row_content.plan_id AND EXISTS (SELECT 1 FROM plan_row
              WHERE plan_row.plan_id = plan.id AND plan_row.row_no = row_content.origin
              AND plan_row.state IN ('REFUSED', 'REJECTED'))
            AND NOT EXISTS (SELECT 1 FROM row_content other
              WHERE other.plan_id = plan.id AND other.row_no = row_content.origin
              AND other.origin IS NOT NULL))
            WHERE origin IS NOT NULL
          """,
          "ALTER TABLE row_content ADD COLUMN found TEXT",
          """
          UPDATE plan_row SET note = 'AS_WANTED'
            WHERE state = 'SKIPPED' AND reason = 'the contact is as wanted'
          """);

  private final List<List<String>> steps;

  private Schema(List<List<String>> steps) {
    this.steps = steps;
  }

  /** The tables of this version. */
  static Schema current() {
    return new Schema(List.of(PLANS_AND_ROWS, NOTES, SHORT_ROWS, ORIGINS, KEYS, CORRECTIONS));
  }

  /** For tests of a journal that is older or newer than this version. */
  static Schema of(List<List<String>> steps) {
    return new Schema(steps);
  }

  List<List<String>> steps() {
    return steps;
  }

  /** Applies the steps that a journal lacks, and refuses one that has more than this version. */
  void bringUpToDate(Connection connection) throws SQLException {
    run(connection, "CREATE TABLE IF NOT EXISTS contacts_journal (version BIGINT NOT NULL)");
    int version = version(connection);
    if (version > steps.size()) {
      throw new TransferException(
          Kind.JOURNAL,
          "the journal has version "
              + version
              + ", but this program knows versions up to "
              + steps.size()
              + ": use the newer program that made it");
    }
    for (List<String> step : steps.subList(version, steps.size())) {
      for (String statement : step) {
        run(connection, statement);
      }
    }
    if (version < steps.size()) {
      run(connection, "DELETE FROM contacts_journal");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO contacts_journal (version) VALUES (?)")) {
        insert.setLong(1, steps.size());
        insert.executeUpdate();
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM contacts_journal")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
