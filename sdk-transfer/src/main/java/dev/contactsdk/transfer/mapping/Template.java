package dev.contactsdk.transfer.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text with columns in braces, such as <code>{First} {Last}</code>. Braces of the text are doubled.
 * Blank ends are taken off, and so is what stands next to blank cells at the ends.
 */
record Template(String text) implements Rule.Take {
  Template {
    parts(text);
  }

  /** A column's name, or text. */
  private record Piece(boolean column, String text) {}

  private static List<Piece> parts(String template) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      boolean doubled = i + 1 < template.length() && template.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        plain.append(c);
        i++;
      } else if (c == '}') {
        throw Mapping.refused("the template has a } without its {; double braces that are text");
      } else if (c == '{') {
        int end = template.indexOf('}', i);
        if (end <= i + 1) {
          throw Mapping.refused(
              "the template has a { without a column and }; double braces that are text");
        }
        pieces.add(new Piece(false, plain.toString()));
        plain.setLength(0);
        pieces.add(new Piece(true, template.substring(i + 1, end)));
        i = end;
      } else {
        plain.append(c);
      }
    }
    pieces.add(new Piece(false, plain.toString()));
    return pieces;
  }

  @Override
  public String from(UnaryOperator<String> cells) {
    StringBuilder value = new StringBuilder();
    boolean anyCell = false;
    for (Piece piece : parts(text)) {
      String added = piece.column() ? Text.trim(cells.apply(piece.text())) : piece.text();
      anyCell |= piece.column() && !added.isEmpty();
      value.append(added);
    }
    return anyCell ? Text.trim(value.toString()) : "";
  }

  @Override
  public List<String> columns() {
    return parts(text).stream().filter(Piece::column).map(Piece::text).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
