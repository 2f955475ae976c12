package dev.contactsdk.transfer.source;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database query, read through JDBC. The columns are the labels of the query, so
 * {@code SELECT mobile AS phone} names a column {@code phone}. Rows are numbered from 1. Immutable.
 *
 * <p>Rows stream where the driver can: the query runs in a transaction of its own with a fetch size
 * of 500, which is what PostgreSQL needs. MySQL needs {@code useCursorFetch=true} in its URL. The
 * connection is given back by {@link Rows#close()}; nothing is committed.
 *
 * <p>Floating-point numbers come without a power of ten, unless they have more digits than such
 * numbers are exact to. Times come as ISO 8601; SQL's null is an empty cell. A row with binary data
 * has {@link SourceRow#damage()}.
 *
 * <p>The query runs again when rows are planned, and has no file that a run could compare.
 */
public final class JdbcSource implements Source {
  private final DataSource database;
  private final String query;
  private final @Nullable String region;

  private JdbcSource(DataSource database, String query, @Nullable String region) {
    this.database = Objects.requireNonNull(database, "database");
    this.query = Objects.requireNonNull(query, "query");
    this.region = region;
  }

  /**
   * Reads a query. It runs in {@link #open()}, not before.
   *
   * @param database where connections come from
   * @param query one SQL query without parameters
   * @return the source
   */
  public static JdbcSource of(DataSource database, String query) {
    return new JdbcSource(database, query, null);
  }

  /**
   * Sets the region of phone numbers without a country code. Without it, every number needs one.
   *
   * @param region two letters, such as {@code IN}; null if every number has its country code
   * @return a new source
   * @throws dev.contactsdk.transfer.run.TransferException when there is no such region
   */
  public JdbcSource region(@Nullable String region) {
    return new JdbcSource(database, query, Region.of(region));
  }

  /** Does not show the query, which may have values. */
  @Override
  public String description() {
    return "database query (JDBC)";
  }

  @Override
  public Rows open() {
    return JdbcRows.open(database, query);
  }

  @Override
  public @Nullable String region() {
    return region;
  }

  @Override
  public String toString() {
    return description();
  }
}
