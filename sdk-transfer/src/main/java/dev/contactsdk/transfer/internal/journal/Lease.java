package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time work with a journal. On the same machine a process that has ended
 * loses the lease at once; on another machine after five minutes without a sign of life.
 */
public final class Lease implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private record Holder(String token, String host, long pid, String started, Instant beat) {}

  private final Database database;
  private final TimeSource time;
  private final String token = UUID.randomUUID().toString();

  /** The leases of this process, which may have lost their database. */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  private Lease(Database database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  public static Lease take(Database database, TimeSource time) {
    Lease lease = new Lease(database, time);
    database.write(lease::take);
    HELD.add(lease.token);
    return lease;
  }

  private void take(Connection connection) throws SQLException {
    Holder holder = holder(connection);
    if (holder != null && isAlive(holder)) {
      throw new TransferException(
          Kind.JOURNAL,
          "the journal is in use by process "
              + holder.pid()
              + " on "
              + holder.host()
              + ": wait until it ends, or end it");
    }
    Sql.update(connection, "DELETE FROM lease");
    ProcessHandle self = ProcessHandle.current();
    Sql.update(
        connection,
        "INSERT INTO lease (id, token, host, pid, process_started, beat) VALUES (1, ?, ?, ?, ?, ?)",
        token,
        host(),
        self.pid(),
        started(self),
        time.now());
  }

  private static @Nullable Holder holder(Connection connection) throws SQLException {
    List<Holder> found =
        Sql.list(
            connection,
            "SELECT token, host, pid, process_started, beat FROM lease",
            row ->
                new Holder(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    Instant.parse(row.getString(5))));
    return found.isEmpty() ? null : found.get(0);
  }

  private boolean isAlive(Holder holder) {
    if (!holder.host().equals(host())) {
      return holder.beat().plus(SILENCE).isAfter(time.now());
    }
    if (holder.pid() == ProcessHandle.current().pid()) {
      return HELD.contains(holder.token());
    }
    Optional<ProcessHandle> process = ProcessHandle.of(holder.pid());
    return process.isPresent() && started(process.get()).equals(holder.started());
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Says that this process still works. */
  public void beat() {
    database.write(
        connection -> {
          if (Sql.update(connection, "UPDATE lease SET beat = ? WHERE token = ?", time.now(), token)
              == 0) {
            throw new TransferException(
                Kind.JOURNAL,
                "another process has taken the journal over, because this one was silent for too"
                    + " long: run again when the other has ended");
          }
        });
  }

  @Override
  public void close() {
    HELD.remove(token);
    database.write(
        connection -> Sql.update(connection, "DELETE FROM lease WHERE token = ?", token));
  }
}
