package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of a running query. */
final class JdbcRows extends RowsAhead {
  private static final int FETCH_SIZE = 500;

  /** The class of SQL states of wrong syntax, unknown names and missing rights. */
  private static final String SYNTAX = "42";

  private final Lent lent;
  private final ResultSet rows;
  private final List<String> columns;
  private long number;
  private boolean closed;

  private JdbcRows(Lent lent, ResultSet rows) throws SQLException {
    this.lent = lent;
    this.rows = rows;
    this.columns = labels(rows.getMetaData());
  }

  /** Runs the query. */
  static Rows open(DataSource database, String query) {
    Lent lent = Lent.by(database);
    try {
      lent.connection().setAutoCommit(false);
      PreparedStatement statement = lent.connection().prepareStatement(query);
      statement.setFetchSize(FETCH_SIZE);
      JdbcRows rows = new JdbcRows(lent, statement.executeQuery());
      rows.start();
      return rows;
    } catch (SQLException e) {
      lent.giveBack();
      throw failure("did not run: check the query and the account's rights", e);
    } catch (TransferException e) {
      lent.giveBack();
      throw e;
    }
  }

  /** A connection that goes back as it came. What fails then has no effect on the rows. */
  private record Lent(Connection connection, boolean autoCommit) {
    static Lent by(DataSource database) {
      try {
        Connection connection = database.getConnection();
        return new Lent(connection, connection.getAutoCommit());
      } catch (SQLException e) {
        throw failure("cannot connect: check the address, the account and the pool", e);
      }
    }

    void giveBack() {
      attempt(connection::rollback);
      attempt(() -> connection.setAutoCommit(autoCommit));
      attempt(connection::close);
    }

    private static void attempt(Step step) {
      try {
        step.run();
      } catch (SQLException e) {
        return;
      }
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static List<String> labels(ResultSetMetaData data) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      labels.add(data.getColumnLabel(i));
    }
    return Header.names(labels);
  }

  /** The driver's own message may quote values, so only one about the query's text is kept. */
  private static TransferException failure(String problem, SQLException e) {
    String state = e.getSQLState() == null ? "none" : e.getSQLState();
    String code = "SQL state " + state + ", code " + e.getErrorCode();
    return new TransferException(
        Kind.INPUT,
        "The database query " + problem + " (" + code + ")",
        state.startsWith(SYNTAX) ? e : null);
  }

  @Override
  @Nullable SourceRow read() {
    try {
      return rows.next() ? row() : null;
    } catch (SQLException e) {
      throw failure("broke off after row " + number + ": run it again", e);
    }
  }

  private SourceRow row() throws SQLException {
    number++;
    List<String> cells = new ArrayList<>(columns.size());
    String damage = null;
    for (int i = 1; i <= columns.size(); i++) {
      Object value = rows.getObject(i);
      damage = value instanceof byte[] ? "Cell " + i + " has binary data" : damage;
      cells.add(text(value, i));
    }
    return new SourceRow(number, cells, damage);
  }

  private String text(@Nullable Object value, int column) throws SQLException {
    if (value == null || value instanceof byte[]) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? NumberText.of(new BigDecimal(value.toString())) : "";
    }
    if (value instanceof BigDecimal number) {
      return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
    }
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toString();
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Lent.attempt(() -> rows.getStatement().close());
      lent.giveBack();
    }
  }
}
