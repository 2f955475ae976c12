package dev.contactsdk.transfer.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("test.contacts");
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    try (Database database = Databases.sqlite(file())) {
      assertThat(new JournalStore(database).plans()).isEmpty();
      try (var files = Files.list(directory)) {
        for (Path each : files.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
              .as(each.toString())
              .isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void anOlderJournalIsMigratedAndKeepsWhatItHolds() {
    try (Database database = Databases.sqlite(file())) {
      new JournalStore(database).learn("account", "name", "value", Instant.EPOCH);
    }
    List<List<String>> newer = new ArrayList<>(Schema.current().steps());
    newer.add(List.of("ALTER TABLE capability ADD COLUMN note TEXT"));

    try (Database database = Databases.sqlite(file(), Schema.of(newer))) {
      assertThat(new JournalStore(database).capabilities("account")).containsEntry("name", "value");
    }
    assertThatThrownBy(() -> Databases.sqlite(file()))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("version " + newer.size())
        .hasMessageContaining("use the newer program");
  }

  @Test
  void whatHungOnTheTextOfAReasonBecomesANote() {
    Schema first = Schema.of(Schema.current().steps().subList(0, 1));
    try (Database database = Databases.sqlite(file(), first)) {
      old(
          database,
          1,
          "UNKNOWN",
          "taken, perhaps by an earlier request of this row; not listed yet");
      old(database, 2, "UNKNOWN", "cut off");
      old(database, 3, "PRESENT", "taken, perhaps by an earlier request of this row");
    }
    try (Database database = Databases.sqlite(file())) {
      assertThat(rows(database))
          .extracting(PlanRow::note)
          .containsExactly(RowNote.TAKEN_BEFORE, null, null);
    }
  }

  @Test
  void theTimesOfAnOlderJournalsRowsAreThoseOfTheirRequests() {
    Schema second = Schema.of(Schema.current().steps().subList(0, 2));
    try (Database database = Databases.sqlite(file(), second)) {
      database.write(
          connection -> {
            for (String sql :
                List.of(
                    "INSERT INTO request (plan_id, id, kind, row_count, sent_at) VALUES"
                        + " (1, 7, 'CREATE', 2, '2026-01-01T00:00:00.000Z'),"
                        + " (1, 8, 'CREATE', 1, '2026-01-01T00:01:00.000Z'),"
                        + " (2, 1, 'CREATE', 1, '2026-01-01T00:01:00.000Z')",
                    "INSERT INTO plan_row (plan_id, row_no, action, state, most_together, attempts,"
                        + " first_sent_at, sent_at, fields, before, cells) VALUES"
                        + " (1, 1, 'CREATE', 'SENT', 0, 2, '2026-01-01T00:00:00.000Z',"
                        + " '2026-01-01T00:01:00.000Z', '{\"phone\":\"+911\"}',"
                        + " '{\"phone\":\"+912\"}', '[\"911\"]'),"
                        + " (1, 2, 'CREATE', 'PLANNED', 0, 0, NULL, NULL, NULL, NULL, '[]')",
                    "UPDATE plan_row SET verdict = 'DIFFERS'")) {
              Sql.update(connection, sql);
            }
          });
    }
    try (Database database = Databases.sqlite(file())) {
      PlanStore store = new PlanStore(database, 1);
      assertThat(store.counts().verdicts()).isEmpty();
      assertThat(store.recover()).isEqualTo(1);
      assertThat(store.lastUnknownSent()).isEqualTo("2026-01-01T00:01:00Z");
      assertThat(rows(database))
          .extracting(PlanRow::firstSentAt, PlanRow::sentAt, PlanRow::cells)
          .containsExactly(
              tuple(
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Instant.parse("2026-01-01T00:01:00Z"),
                  List.of("911")),
              tuple(null, null, List.of()));
      assertThat(rows(database))
          .extracting(PlanRow::fields, PlanRow::before)
          .containsExactly(
              tuple(Map.of("phone", "+911"), Map.of("phone", "+912")), tuple(Map.of(), Map.of()));
    }
  }

  @Test
  void writesThatWaitAtTheSameTimeShareACommit() throws Exception {
    AtomicInteger commits = new AtomicInteger();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + file());
        Database database =
            new Database(
                before(file, "commit", commits::incrementAndGet), "test", Schema.current())) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      threads.add(
          writing(
              database,
              connection -> {
                begun.countDown();
                awaitIn(goOn);
              }));
      begun.await();
      for (int i = 0; i < 5; i++) {
        String sql = "INSERT INTO capability VALUES ('a', '" + i + "', 'c', '2026-01-01')";
        threads.add(writing(database, connection -> Sql.update(connection, sql)));
      }
      while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      int before = commits.get();
      goOn.countDown();
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(commits.get() - before).isEqualTo(2);
      assertThat(new JournalStore(database).capabilities("a")).hasSize(5);
    }
  }

  private static void awaitIn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread writing(Database database, Database.Work work) {
    Thread thread = new Thread(() -> database.write(work));
    thread.start();
    return thread;
  }

  /** A connection that does something before each call of one of its methods. */
  private static Connection before(Connection connection, String name, Runnable action) {
    return (Connection)
        Proxy.newProxyInstance(
            JournalFileTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                action.run();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  @Timeout(
      value = 30,
      threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // nothing interrupts the wait
  void aRollbackThatFailsLetsNobodyWait() throws Exception {
    Runnable failing =
        () -> {
          throw new IllegalStateException("no rollback");
        };
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + file());
        Database database =
            new Database(before(file, "rollback", failing), "test", Schema.current())) {
      assertThatThrownBy(
              () -> database.write(any -> Sql.update(any, "INSERT INTO nothing VALUES (1)")))
          .isInstanceOf(TransferException.class)
          .rootCause()
          .hasMessageContaining("SQL error");
    }
  }

  private static List<PlanRow> rows(Database database) {
    List<PlanRow> all = new ArrayList<>();
    new PlanStore(database, 1).rows().each(List.of(RowState.values()), all::addAll);
    return all;
  }

  private static void old(Database database, int row, String state, String reason) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO plan_row (plan_id, row_no, action, state, reason, most_together,"
                    + " attempts) VALUES (1, ?, 'CREATE', ?, ?, 0, 2)",
                row,
                state,
                reason));
  }

  @Test
  void anythingElseIsNoJournal() throws IOException {
    Files.writeString(file(), "name,phone\nAnna,123\n".repeat(1000));
    assertThatThrownBy(() -> Databases.sqlite(file()))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("test.contacts is not a journal but a file of another kind")
        .hasMessageContaining("was not changed: give")
        .hasMessageNotContaining("SQLITE");
    assertThat(file()).hasContent("name,phone\nAnna,123\n".repeat(1000));
    assertThatThrownBy(() -> Databases.sqlite(directory))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> Databases.sqlite(directory.resolve("none/test.contacts")))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("cannot be created");
  }

  @Test
  void anotherProgramsDatabaseIsNoJournalAndStaysAsItIs() throws Exception {
    try (Connection others = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = others.createStatement()) {
      statement.execute("CREATE TABLE customer (id INTEGER)");
    }
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> Databases.sqlite(file()))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("test.contacts is not a journal but a file of another kind");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void oneProcessAtATimeWorksWithIt() {
    try (Database database = Databases.sqlite(file());
        Lease lease = Lease.take(database, TimeSource.system())) {
      lease.beat();
      assertThatThrownBy(() -> Lease.take(database, TimeSource.system()))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }
    try (Database database = Databases.sqlite(file());
        Lease lease = Lease.take(database, TimeSource.system())) {
      lease.beat();
    }
  }

  @Test
  void aHolderThatHasEndedLosesItAtOnceAndOneElsewhereAfterSilence() throws Exception {
    VirtualClock clock = new VirtualClock();
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    try (Database database = Databases.sqlite(file())) {
      hold(database, clock, InetAddress.getLocalHost().getHostName(), ended.pid());
      Lease.take(database, clock).close();

      hold(database, clock, "another-machine", 1);
      clock.advance(Duration.ofMinutes(4));
      assertThatThrownBy(() -> Lease.take(database, clock))
          .hasMessageContaining("process 1 on another-machine");
      clock.advance(Duration.ofMinutes(2));
      try (Lease lease = Lease.take(database, clock)) {
        lease.beat();
        database.write(connection -> Sql.update(connection, "DELETE FROM lease"));
        assertThatThrownBy(lease::beat).hasMessageContaining("another process has taken");
      }
    }
  }

  private static void hold(Database database, VirtualClock clock, String host, long pid) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO lease (id, token, host, pid, process_started, beat)"
                    + " VALUES (1, 'other', ?, ?, '', ?)",
                host,
                pid,
                clock.now()));
  }

  @Test
  void aFailedWriteLeavesNothingBehindAndHitsNobodyElse() {
    try (Database database = Databases.sqlite(file())) {
      assertThatThrownBy(
              () ->
                  database.write(
                      connection -> {
                        Sql.update(
                            connection,
                            "INSERT INTO capability VALUES ('a', 'b', 'c', '2026-01-01')");
                        Sql.update(connection, "INSERT INTO nothing VALUES (1)");
                      }))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("cannot be written");
      JournalStore store = new JournalStore(database);
      assertThat(store.capabilities("a")).isEmpty();
      store.learn("a", "b", "d", Instant.EPOCH);
      assertThat(store.capabilities("a")).containsEntry("b", "d");
    }
  }
}
