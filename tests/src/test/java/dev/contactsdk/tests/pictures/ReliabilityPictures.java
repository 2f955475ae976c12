package dev.contactsdk.tests.pictures;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.tests.pictures.BarChart.Bar;
import dev.contactsdk.tests.pictures.BarChart.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The charts of the page on reliability, from its tables. */
final class ReliabilityPictures {
  private static final String PAGE = "reliability.md";
  private static final double FULL = Svg.WIDTH - 2.0 * Svg.MARGIN;
  private static final int STEP = 54;
  private static final List<String> ENDS =
      List.of("success", "NOT_SENT", "REJECTED", "APPLIED", "UNKNOWN");

  private ReliabilityPictures() {}

  static String creates() throws IOException {
    List<Bar> bars = new ArrayList<>();
    for (List<String> row : Table.of(PAGE, "## Creates", "vendor, client").rows()) {
      double wrong = Table.number(row.get(4)) + Table.number(row.get(5)) + Table.number(row.get(6));
      String color = row.get(0).contains("SDK") ? "ours" : "bad";
      bars.add(new Bar(row.get(0).replace("`", ""), wrong, "%,.0f".formatted(wrong), color));
    }
    return BarChart.draw(
        "Wrong after 10,000 creates",
        "duplicates and untrue claims; 22 % of the calls broke",
        List.of(new Group("", bars)));
  }

  static String outcomes() throws IOException {
    List<List<String>> rows =
        Table.of(PAGE, "## The outcome of a failed call", "both vendors, broken").rows();
    Svg svg =
        new Svg(
            "What 2,694 broken calls reported",
            "Per kind of break, the share of each outcome. The table has the numbers.");
    legend(svg);
    int y = 106;
    for (List<String> row : rows) {
      svg.text(Svg.MARGIN, y + 13, "small", row.get(0));
      svg.text(Svg.WIDTH - Svg.MARGIN, y + 35, "small quiet end", row.get(1));
      shares(svg, y + 20, row);
      y += STEP;
    }
    return svg.ofHeight(y + 8);
  }

  private static void legend(Svg svg) {
    for (int i = 0; i < ENDS.size(); i++) {
      double x = Svg.MARGIN + i % 3 * 110;
      int y = 52 + i / 3 * 22;
      svg.box(x, y, 12, 12, color(ENDS.get(i)), 3);
      svg.text(x + 18, y + 11, "small", ENDS.get(i));
    }
  }

  private static String color(String name) {
    return name.equals("success") ? "good" : OutcomesPicture.color(Outcome.valueOf(name));
  }

  private static void shares(Svg svg, int y, List<String> row) {
    double calls = Table.number(row.get(1));
    double x = Svg.MARGIN;
    for (int i = 0; i < ENDS.size(); i++) {
      double count = Table.number(row.get(i + 2));
      double width = count / calls * (FULL - 44);
      if (count > 0) {
        svg.box(x, y, width, 20, color(ENDS.get(i)), 2);
      }
      if (width > 26) {
        svg.text(x + width / 2, y + 15, "small on mid", Svg.number(count));
      }
      x += width;
    }
  }
}
