package dev.contactsdk.tests.pictures;

import java.util.List;

/** Bars with their names above and their values at the end; the SDK's own are marked. */
final class BarChart {
  private static final double FULL = 280;
  private static final int STEP = 42;

  /**
   * A bar.
   *
   * @param name what it measures
   * @param value its length
   * @param said its value in words
   * @param color its colour
   */
  record Bar(String name, double value, String said, String color) {}

  /**
   * Bars that share a scale.
   *
   * @param name what stands above them
   * @param bars the bars, in order
   */
  record Group(String name, List<Bar> bars) {}

  private BarChart() {}

  static String draw(String title, String subtitle, List<Group> groups) {
    StringBuilder said = new StringBuilder(subtitle + ".");
    for (Group group : groups) {
      said.append(' ').append(group.name).append(':');
      group.bars.forEach(bar -> said.append(" %s %s;".formatted(bar.name, bar.said)));
    }
    Svg svg = new Svg(title, said.toString());
    svg.text(Svg.MARGIN, 55, "small quiet", subtitle);
    int y = 68;
    for (Group group : groups) {
      y = draw(svg, y, group);
    }
    return svg.ofHeight(y + 12);
  }

  private static int draw(Svg svg, int top, Group group) {
    int y = top;
    if (!group.name.isEmpty()) {
      svg.text(Svg.MARGIN, y + 20, "strong", group.name);
      y += 30;
    }
    double longest = group.bars.stream().mapToDouble(Bar::value).max().orElseThrow();
    for (Bar bar : group.bars) {
      draw(svg, y, bar, longest);
      y += STEP;
    }
    return y + 8;
  }

  private static void draw(Svg svg, int y, Bar bar, double longest) {
    double length = longest == 0 ? 0 : bar.value / longest * FULL;
    String weight = bar.color.equals("ours") ? "small strong" : "small";
    svg.text(Svg.MARGIN, y + 13, weight, bar.name);
    svg.box(Svg.MARGIN, y + 19, Math.max(2, length), 14, bar.color, 3);
    svg.text(Svg.MARGIN + Math.max(2, length) + 8, y + 31, weight, bar.said);
  }
}
