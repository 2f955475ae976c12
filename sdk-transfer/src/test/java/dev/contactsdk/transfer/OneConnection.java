package dev.contactsdk.transfer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The connection of a journal's file, in the hands of a test. */
final class OneConnection implements DataSource {
  private final Connection connection;

  /** Called before and after each commit. */
  private final Runnable aroundCommit;

  private OneConnection(Connection connection, Runnable aroundCommit) {
    this.connection = connection;
    this.aroundCommit = aroundCommit;
  }

  static OneConnection of(Path file, Runnable aroundCommit) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    return new OneConnection(config.createConnection("jdbc:sqlite:" + file), aroundCommit);
  }

  static OneConnection of(Path file) throws SQLException {
    return of(file, () -> {});
  }

  /** The database may not grow beyond some pages more than it has. */
  void room(int pages) throws SQLException {
    try (var statement = connection.createStatement();
        var count = statement.executeQuery("PRAGMA page_count")) {
      int most = count.getInt(1) + pages;
      try (var limit = statement.getConnection().createStatement()) {
        limit.execute("PRAGMA max_page_count = " + most);
      }
    }
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("commit")) {
                return invoke(method, arguments);
              }
              aroundCommit.run();
              Object nothing = invoke(method, arguments);
              aroundCommit.run();
              return nothing;
            });
  }

  private Object invoke(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
