package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

  /** Work, and how its commit ended: null for well. */
  private record Waiting(Work work, CompletableFuture<@Nullable Throwable> end) {}

  private final Connection connection;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

  /** One thread, which ends when nothing was written for a second. */
  private final Executor writer =
      new ThreadPoolExecutor(
          0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Database::thread);

  Database(Connection connection, String name, Schema schema) throws SQLException {
    this.connection = connection;
    this.name = name;
    connection.setAutoCommit(false);
    schema.bringUpToDate(connection);
    connection.commit();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "contact-journal");
    thread.setDaemon(true);
    return thread;
  }

  void write(Work work) {
    Waiting mine = new Waiting(work, new CompletableFuture<>());
    waiting.add(mine);
    writer.execute(this::commitAll);
    Throwable failure = mine.end().join();
    if (failure instanceof SQLException e) {
      throw failed("cannot be written", e);
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  /** Nothing waits when an earlier call has committed what this one was for. */
  private void commitAll() {
    List<Waiting> group = new ArrayList<>();
    lock.lock();
    try {
      waiting.drainTo(group);
      Throwable failure = group.isEmpty() ? null : commit(group);
      group.forEach(each -> each.end().complete(failure));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Throwable commit(List<Waiting> group) {
    try {
      for (Waiting each : group) {
        each.work().run(connection);
      }
      connection.commit();
      return null;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      return e;
    }
  }

  private void rollBack(Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException | RuntimeException | Error e) {
      cause.addSuppressed(e);
      beginAgain(cause);
    }
  }

  /** A full disk makes SQLite end the transaction itself, and its driver then begins no other. */
  private void beginAgain(Throwable cause) {
    try (Statement begin = connection.createStatement()) {
      begin.execute("BEGIN");
    } catch (SQLException | RuntimeException | Error e) {
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
