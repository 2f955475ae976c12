package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens journals: a SQLite file, or a schema of any database that takes the statements. */
public final class Databases {
  private Databases() {}

  /**
   * Opens a file, and creates it, readable by its owner only, if it is not there.
   *
   * @param file the journal
   * @return the database
   */
  public static Database sqlite(Path file) {
    return sqlite(file, Schema.current());
  }

  static Database sqlite(Path file, Schema schema) {
    create(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(10_000);
    // What is forgotten must not stay in the file.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      if (isOfAnotherProgram(connection)) {
        throw notAJournal(file, null);
      }
      useWal(connection);
      return new Database(connection, file.toString(), schema);
    } catch (SQLException e) {
      throw closing(connection, refused(file, e));
    } catch (TransferException e) {
      throw closing(connection, e);
    }
  }

  private static void create(Path file) {
    if (Files.isDirectory(file)) {
      throw new TransferException(
          Kind.JOURNAL, file + " is a directory: give the journal a file name");
    }
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      // The usual case: a journal is opened again.
      return;
    } catch (IOException e) {
      throw new TransferException(
          Kind.JOURNAL,
          "the journal "
              + file
              + " cannot be created ("
              + e
              + "): give a folder that exists, on a"
              + " local disk, where this user may write",
          e);
    }
  }

  /** Asked before anything is written, because WAL mode stays in the file. */
  private static boolean isOfAnotherProgram(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT COUNT(*) > 0 AND SUM(name = 'contacts_journal') = 0 FROM sqlite_master"
                    + " WHERE type = 'table'")) {
      return tables.getBoolean(1);
    }
  }

  private static void useWal(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  private static TransferException notAJournal(Path file, @Nullable SQLException cause) {
    return new TransferException(
        Kind.JOURNAL,
        file
            + " is not a journal but a file of another kind, and was not changed: give the"
            + " journal of an earlier plan, or a new name for a new journal",
        cause);
  }

  private static TransferException refused(Path file, SQLException cause) {
    if (cause instanceof SQLiteException e && e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
      return notAJournal(file, cause);
    }
    return new TransferException(
        Kind.JOURNAL,
        "the journal "
            + file
            + " cannot be opened ("
            + cause.getMessage()
            + "): it must be a"
            + " journal of this program, on a local disk, that this user may read and write",
        cause);
  }

  private static TransferException closing(
      @Nullable Connection connection, TransferException failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * Takes a connection of a data source, such as one for PostgreSQL.
   *
   * @param source where several machines reach the journal
   * @return the database
   */
  public static Database of(DataSource source) {
    Connection connection = null;
    try {
      connection = source.getConnection();
      return new Database(connection, "in the database", Schema.current());
    } catch (SQLException e) {
      throw closing(
          connection,
          new TransferException(
              Kind.JOURNAL,
              "the journal's database cannot be used ("
                  + e.getMessage()
                  + "): the user needs to connect, to create tables, and to read and write them",
              e));
    } catch (TransferException e) {
      throw closing(connection, e);
    }
  }
}
