package dev.contactsdk.transfer;

import java.sql.SQLException;

/** The same with a journal in PostgreSQL. */
class KeyVerificationInPostgresTest extends KeyVerificationTest {
  @Override
  Journal openJournal() throws SQLException {
    return Journal.open(Postgres.newDatabase(), clock);
  }
}
