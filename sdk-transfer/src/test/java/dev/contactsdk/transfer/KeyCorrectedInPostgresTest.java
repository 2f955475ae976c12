package dev.contactsdk.transfer;

import java.sql.SQLException;

/** The same with a journal in PostgreSQL. */
class KeyCorrectedInPostgresTest extends KeyCorrectedTest {
  @Override
  Journal openJournal() throws SQLException {
    return Journal.open(Postgres.newDatabase(), clock);
  }
}
