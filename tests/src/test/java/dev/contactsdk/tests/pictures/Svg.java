package dev.contactsdk.tests.pictures;

import java.util.Locale;

/**
 * A picture of text and shapes. It is as narrow as a phone, follows the reader's light or dark
 * scheme, and carries a title and a description for those who cannot see it.
 */
final class Svg {
  static final int WIDTH = 440;
  static final int MARGIN = 20;

  private static final String STYLE =
      """
      <style>
      svg{--paper:#fff;--line:#d1d9e0;--text:#1f2328;--quiet:#59636e;--ours:#0969da;--other:#a3acb6;
      --calm:#57606a;--good:#1a7f37;--amber:#b26a00;--bad:#cf222e;--soft:#f0f3f6;--on:#fff}
      @media(prefers-color-scheme:dark){svg{--paper:#0d1117;--line:#3d444d;--text:#f0f6fc;--quiet:#a5aeb8;
      --ours:#4493f8;--other:#656c76;--calm:#8b949e;--good:#3fb950;--amber:#d29922;--bad:#f85149;--soft:#1c232c;--on:#0d1117}}
      text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--text)}
      .head{font-size:16px;font-weight:600}.strong{font-weight:600}.small{font-size:12.5px}
      .quiet{fill:var(--quiet)}.end{text-anchor:end}.mid{text-anchor:middle}.on{fill:var(--on);font-weight:600}
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String description;

  Svg(String title, String description) {
    this.title = title;
    this.description = description;
    text(MARGIN, 34, "head", title);
  }

  Svg text(double x, double y, String classes, String text) {
    String styled = classes.isEmpty() ? "" : " class=\"" + classes + "\"";
    return add(
        "<text x=\"%s\" y=\"%s\"%s>%s</text>"
            .formatted(number(x), number(y), styled, escaped(text)));
  }

  Svg box(double x, double y, double width, double height, String fill) {
    return box(x, y, width, height, fill, 4);
  }

  Svg box(double x, double y, double width, double height, String fill, double radius) {
    return add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"var(--%s)\"/>"
            .formatted(number(x), number(y), number(width), number(height), number(radius), fill));
  }

  Svg frame(double x, double y, double width, double height) {
    return add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\" fill=\"none\" stroke=\"var(--ours)\"/>"
            .formatted(number(x), number(y), number(width), number(height)));
  }

  /** A line through points, written as in an SVG path. */
  Svg path(String points, String color, double width) {
    return add(
        "<path d=\"%s\" fill=\"none\" stroke=\"var(--%s)\" stroke-width=\"%s\" stroke-linejoin=\"round\"/>"
            .formatted(points, color, number(width)));
  }

  Svg dot(double x, double y, String color) {
    return add(
        "<circle cx=\"%s\" cy=\"%s\" r=\"6\" fill=\"var(--%s)\"/>"
            .formatted(number(x), number(y), color));
  }

  private Svg add(String element) {
    body.append(element).append('\n');
    return this;
  }

  String ofHeight(int height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-labelledby=\"t d\">\n"
            .formatted(WIDTH, height, WIDTH + 40)
        + "<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n"
            .formatted(escaped(title), escaped(description))
        + STYLE
        + "<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"10\" fill=\"var(--paper)\" stroke=\"var(--line)\"/>\n"
            .formatted(WIDTH - 1, height - 1)
        + body
        + "</svg>\n";
  }

  /** With at most one decimal place, and none that says nothing. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
