package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a journal. A write is on disk when {@link #write} returns. Writes of several
 * threads that wait at the same time share one commit.
 */
public final class Database implements AutoCloseable {
  /** Statements of one transaction. */
  interface Work {
    void run(Connection connection) throws SQLException;
  }

  /** Statements that read. */
  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  private static final class Waiting {
    private final Work work;
    private boolean done;
    private @Nullable Exception failure;

    private Waiting(Work work) {
      this.work = work;
    }
  }

  private final Connection connection;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  Database(Connection connection, String name, Schema schema) throws SQLException {
    this.connection = connection;
    this.name = name;
    connection.setAutoCommit(false);
    schema.bringUpToDate(connection);
    connection.commit();
  }

  void write(Work work) {
    Waiting mine = new Waiting(work);
    waiting.add(mine);
    lock.lock();
    try {
      if (!mine.done) {
        commitAll();
      }
      if (mine.failure instanceof SQLException e) {
        throw failed("cannot be written", e);
      }
      if (mine.failure instanceof RuntimeException e) {
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private void commitAll() {
    List<Waiting> group = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
    }
    Exception failure = commit(group);
    for (Waiting each : group) {
      each.done = true;
      each.failure = failure;
    }
  }

  private @Nullable Exception commit(List<Waiting> group) {
    try {
      for (Waiting each : group) {
        each.work.run(connection);
      }
      connection.commit();
      return null;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      return e;
    }
  }

  private void rollBack(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      beginAgain(cause);
    }
  }

  /** A full disk makes SQLite end the transaction itself, and its driver then begins no other. */
  private void beginAgain(Exception cause) {
    try (Statement begin = connection.createStatement()) {
      begin.execute("BEGIN");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  <T> T read(Query<T> query) {
    lock.lock();
    try {
      T result = query.run(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollBack(e);
      throw failed("cannot be read", e);
    } finally {
      lock.unlock();
    }
  }

  private TransferException failed(String what, SQLException failure) {
    SQLException cause = withoutValues(failure);
    return new TransferException(
        Kind.JOURNAL,
        "the journal "
            + name
            + " "
            + what
            + " ("
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + "): see the disk's free"
            + " space and the file's permissions, then run the same step again; it goes on",
        cause);
  }

  /** A failed batch quotes its statement with all values; the failure behind it does not. */
  private static SQLException withoutValues(SQLException failure) {
    SQLException next = failure.getNextException();
    return failure instanceof BatchUpdateException && next != null ? next : failure;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("cannot be closed", e);
    } finally {
      lock.unlock();
    }
  }
}
