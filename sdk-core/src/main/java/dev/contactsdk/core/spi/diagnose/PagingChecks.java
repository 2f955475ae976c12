package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.spi.PageAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a server pages a list: by rows, by page number, or not at all. */
public final class PagingChecks {
  /** The check of the parameters. */
  public static final String STYLE = "paging.style";

  /** The check of the largest page. */
  public static final String SIZE = "paging.size";

  private static final int SAMPLE = 2;

  private final Report report;

  /**
   * Creates the checks.
   *
   * @param report gets the results
   */
  public PagingChecks(Report report) {
    this.report = report;
  }

  /**
   * Whether a first page has enough rows to tell whether a second one differs.
   *
   * @param first a first page of two rows
   * @return false when there is no page, or only one row
   */
  public static boolean canTell(Probed<PageAnswer<Object>> first) {
    return first.body() != null && first.body().items().size() >= SAMPLE;
  }

  /**
   * Reports which parameters the server honours.
   *
   * @param first the first page
   * @param rowsName the parameter for a number of rows, such as {@code offset}
   * @param byRows one row was skipped, in pages of one row
   * @param byPage page 2, in pages of one row
   */
  public void style(
      Probed<PageAnswer<Object>> first,
      String rowsName,
      Probed<PageAnswer<Object>> byRows,
      Probed<PageAnswer<Object>> byPage) {
    PageAnswer<Object> start = first.body();
    PageAnswer<Object> skipped = byRows.body();
    PageAnswer<Object> second = byPage.body();
    if (start == null || skipped == null || second == null) {
      report.unknown(STYLE, failed(byRows, byPage));
      return;
    }
    boolean rows = moves(start, skipped);
    boolean page = moves(start, second);
    if (rows || page) {
      String honoured = rows && page ? rowsName + " and page" : rows ? rowsName : "page";
      report.ok(STYLE, "the server honours " + honoured + "; the SDK finds that out by itself");
    } else {
      report.wrong(
          STYLE,
          "the server ignores " + rowsName + " and page: it always answers the first page",
          "Lists of more than one page will fail, rather than end early. Ask the vendor, or those"
              + " who run a gateway in between that drops the query.");
    }
  }

  private static String failed(Probed<?> byRows, Probed<?> byPage) {
    return "the second page could not be read: " + (byRows.isSuccess() ? byPage : byRows).said();
  }

  private static boolean moves(PageAnswer<Object> start, PageAnswer<Object> later) {
    List<Object> rows = later.items();
    return rows.isEmpty() || !id(rows.get(0)).equals(id(start.items().get(0)));
  }

  private static Object id(Object row) {
    if (row instanceof Map<?, ?> fields) {
      Object id = fields.get("id") == null ? fields.get("_id") : fields.get("id");
      return id == null ? row : id;
    }
    return row;
  }

  /**
   * Reports the largest page.
   *
   * @param page a page
   * @param asked the number of rows that it was asked for
   * @param refused a larger number that the server refused; null when it refused none
   */
  public void size(Probed<PageAnswer<Object>> page, int asked, @Nullable Integer refused) {
    PageAnswer<Object> answer = page.body();
    if (answer == null) {
      report.unknown(SIZE, page.said());
      return;
    }
    Long echoed = answer.limit();
    int rows = answer.items().size();
    Long total = answer.total();
    boolean cut = total != null && total > rows;
    long size = echoed != null && echoed > 0 ? echoed : cut ? rows : rows >= asked ? asked : 0;
    if (size == 0) {
      report.unknown(SIZE, "too few rows to tell: " + rows + " of " + asked + " asked for");
    } else if (size < asked) {
      report.ok(
          SIZE, "pages have at most " + size + " rows, although " + asked + " were asked for");
    } else {
      String limit = refused == null ? "" : ", and refuses " + refused;
      report.ok(SIZE, "the server takes pages of " + asked + " rows" + limit);
    }
  }
}
