package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.KeyedPeople.Person;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's statements are the same for PostgreSQL. */
class PostgresJournalTest {
  @TempDir Path directory;

  @Test
  void plansRunsVerifiesAndForgets() throws SQLException {
    Path file = People.file(directory, 0, 40);
    DataSource postgres = Postgres.newDatabase();
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build()) {
      Target target = new SmallRequests(KoreTarget.of(kore));
      try (Journal journal = Journal.open(postgres)) {
        Transfer.from(CsvSource.of(file).region("IN")).to(target).rate(100_000).plan(journal);
      }
      sandbox.fail().next().of("POST").with(Fault.cutAfterStore());
      try (Journal journal = Journal.open(postgres)) {
        Result result = journal.run(target, RunOptions.DEFAULT.rate(100_000), progress -> {});

        assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 40L));
        assertThat(sandbox.contactCount()).isEqualTo(40);
        assertThat(journal.verify(target, progress -> {}).same()).isEqualTo(40);
        assertThat(journal.plan().summary().rows()).isEqualTo(40);
        PlanSummary known = withKey(target, journal, List.of(List.of("C0", "98 0000 0000")));
        assertThat(known.updates()).isEqualTo(1);
        assertThat(journal.run(target, RunOptions.DEFAULT.rate(100_000), progress -> {}).isEnded())
            .isTrue();
        PlanSummary followed =
            withKey(
                target,
                journal,
                List.of(
                    List.of("C0", "98 0000 0090"),
                    List.of("C0", "98 0000 0091"),
                    List.of("C1", "98 0000 0000")));
        assertThat(followed.updates()).isEqualTo(1);
        assertThat(followed.refused())
            .isEqualTo(
                Map.of(
                    "repeats the key of an earlier row", 1L,
                    "the contact with this number has another key", 1L));
        assertThat(journal.run(target, RunOptions.DEFAULT.rate(100_000), progress -> {}).isEnded())
            .isTrue();
        assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
        journal.forget();
        assertThat(journal.result().count(RowState.UPDATED)).isEqualTo(1);
      }
    }
  }

  private static PlanSummary withKey(Target target, Journal journal, List<List<String>> rows) {
    return Transfer.from(
            ObjectSource.of("people", rows)
                .region("IN")
                .column("key", row -> row.get(0))
                .column(Fields.PHONE, row -> row.get(1))
                .column(Fields.FIRST_NAME, row -> "Asha")
                .column(Fields.LAST_NAME, row -> "Rao")
                .column(Fields.SALUTATION, row -> "Ms"))
        .to(target)
        .key("key")
        .onExisting(OnExisting.UPDATE)
        .rate(100_000)
        .plan(journal)
        .summary();
  }

  /** Without statistics of its rows, each statement about keys might read a whole plan per row. */
  @Test
  void theDatabaseKnowsHowManyRowsANewPlanHas() throws SQLException {
    DataSource postgres = Postgres.newDatabase();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(List.of("C" + i, People.phone(i)));
    }
    try (Journal journal = Journal.open(postgres)) {
      MemoryTarget target = new MemoryTarget(TimeSource.system());
      for (int plans = 1; plans <= 2; plans++) {
        assertThat(withKey(target, journal, rows).creates()).isEqualTo(500);
        for (String table : List.of("plan_row", "row_content")) {
          assertThat(rowsAsKnown(postgres, table)).isEqualTo(500L * plans);
        }
      }
    }
  }

  private static long rowsAsKnown(DataSource postgres, String table) throws SQLException {
    try (Connection connection = postgres.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT reltuples FROM pg_class WHERE relname = '" + table + "'")) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    }
  }

  /** An entry of an index has a limit there. */
  @Test
  void aNumberOfManyContactsIsOneRefusedRow() throws SQLException {
    try (Journal journal = Journal.open(Postgres.newDatabase())) {
      MemoryTarget target = new MemoryTarget(TimeSource.system());
      Person asha = KeyedPeople.person("K1", 1, "Asha");
      for (int i = 0; i < 200; i++) {
        String id = "contact-of-an-id-as-long-as-a-vendor-may-give-" + i;
        target.add(id, asha.phone(), Map.of(Fields.PHONE, asha.phone()));
        target.rowsOfAPage = 7;
      }

      Plan unused =
          Transfer.from(KeyedPeople.source("customer", asha))
              .to(target)
              .key("customer")
              .plan(journal);

      List<Row> rows = new ArrayList<>();
      journal.rows(Set.of(RowState.REFUSED), rows::add);
      assertThat(rows)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.existingId().split(", ")).hasSize(10);
                assertThat(row.suggestion()).startsWith("The contacts are ").endsWith("and others");
              });
    }
  }
}
