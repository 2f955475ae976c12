package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.transfer.run.TransferException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class JdbcSourceTest {
  @TempDir Path directory;
  private SQLiteDataSource database;

  @BeforeEach
  void create() {
    database = SourcesTest.database(directory);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<SourceRow> rows(String query) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = JdbcSource.of(database, query).open()) {
      open.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void columnsAreLabelsAndRowsAreNumberedFromOne() throws SQLException {
    run("INSERT INTO people VALUES ('2', NULL, 919876543210.0, x'00'), ('3', 'B', 1, NULL)");
    String query = "SELECT phone AS mobile, lastName, code, phone AS mobile, photo FROM people";
    try (Rows open = JdbcSource.of(database, query).region("in").open()) {
      assertThat(open.columns())
          .containsExactly("mobile", "lastName", "code", "mobile (2)", "photo");
    }
    List<SourceRow> rows = rows(query);
    assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 2L, 3L);
    assertThat(rows.get(1).cells()).containsExactly("2", "", "919876543210", "2", "");
    assertThat(rows.get(1).damage()).contains("Cell 5").contains("binary");
    assertThat(rows.get(2)).isEqualTo(SourceRow.of(3, List.of("3", "B", "1", "3", "")));
  }

  @Test
  void aLargeResultStreamsAndCloseLetsOthersWrite() throws SQLException {
    run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            + " INSERT INTO people (phone) SELECT '+' || i FROM n");
    Rows open = JdbcSource.of(database, "SELECT phone FROM people").open();
    assertThat(open.next().cells()).containsExactly("+12025550147");
    open.close();
    open.close();
    run("DROP TABLE people");
  }

  @Test
  void failuresShowNoValues() {
    for (String query : List.of("SELECT 'Zyanya' FRM people", "SELECT nothing FROM people", "")) {
      assertThatThrownBy(() -> rows(query))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("The database query ")
          .hasMessageContaining("check the query")
          .hasMessageNotContaining("Zyanya")
          .hasNoCause();
    }
    SQLiteDataSource nowhere = new SQLiteDataSource();
    nowhere.setUrl("jdbc:sqlite:" + directory.resolve("none").resolve("none.db"));
    assertThatThrownBy(() -> JdbcSource.of(nowhere, "SELECT 1").open())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("cannot connect");
  }
}
