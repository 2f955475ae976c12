package dev.contactsdk.transfer.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares names, which vendors show in parts or as a whole. Ignores only how many spaces there
 * are. A whole name is never split.
 */
final class Names {
  private static final Set<String> FIELDS =
      Set.of(Fields.FIRST_NAME, Fields.LAST_NAME, Fields.NAME);

  private Names() {}

  static boolean isName(String field) {
    return FIELDS.contains(field);
  }

  static Comparison compare(String field, Map<String, String> sent, Stored shown) {
    String wanted = plain(sent.get(field));
    String there = plain(shown.fields().get(field));
    if (wanted.equals(there) && !there.isEmpty()) {
      return Comparison.SAME;
    }
    String whole = whole(shown.fields());
    if (whole == null) {
      return Comparison.NOT_SHOWN;
    }
    String sentWhole = whole(sent);
    if (whole.equals(sentWhole)) {
      return Comparison.SAME;
    }
    boolean inParts = shown.fields().get(Fields.NAME) == null;
    boolean comparable = inParts || field.equals(Fields.NAME) || hasBoth(sent);
    return comparable ? Comparison.DIFFERENT : Comparison.NOT_SHOWN;
  }

  private static boolean hasBoth(Map<String, String> fields) {
    return fields.containsKey(Fields.FIRST_NAME) && fields.containsKey(Fields.LAST_NAME);
  }

  /** The whole name, else its parts, joined; null if there are none. */
  static @Nullable String whole(Map<String, String> fields) {
    String whole = plain(fields.get(Fields.NAME));
    String joined =
        Stream.of(fields.get(Fields.FIRST_NAME), fields.get(Fields.LAST_NAME))
            .map(Names::plain)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String any = joined.isEmpty() ? whole : joined;
    return any.isEmpty() ? null : any;
  }

  /**
   * The changes without the first or the last name, if only one of them changes and the name is in
   * one piece, as after an import, or split elsewhere: the other one would be lost, or be there
   * twice.
   */
  static Map<String, String> keepWhole(Map<String, String> changes, Stored held) {
    boolean isFirst = changes.containsKey(Fields.FIRST_NAME);
    String whole = whole(held.fields());
    if (isFirst == changes.containsKey(Fields.LAST_NAME) || whole == null || !whole.contains(" ")) {
      return changes;
    }
    String part = isFirst ? Fields.FIRST_NAME : Fields.LAST_NAME;
    String value = plain(changes.get(part));
    String there = plain(held.fields().get(part));
    String other = plain(held.fields().get(isFirst ? Fields.LAST_NAME : Fields.FIRST_NAME));
    boolean isWithin = isFirst ? whole.startsWith(value + " ") : whole.endsWith(" " + value);
    boolean isSplitElsewhere = isWithin && value.length() > there.length();
    boolean inOnePiece = there.isEmpty() || other.isEmpty();
    if (!inOnePiece && !isSplitElsewhere) {
      return changes;
    }
    Map<String, String> others = new LinkedHashMap<>(changes);
    others.remove(part);
    return others;
  }

  private static String plain(@Nullable String name) {
    return name == null ? "" : name.strip().replaceAll("\\s+", " ");
  }
}
