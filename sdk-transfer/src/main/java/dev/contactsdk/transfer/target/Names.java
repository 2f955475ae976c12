package dev.contactsdk.transfer.target;

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
   * Whether a change of one part would lose the other, or double the part: where one part has
   * several words and the other is not there, it may hold the whole name, as after an import.
   */
  static boolean breaksWhole(Map<String, String> changes, Stored held) {
    return breaks(changes, held, Fields.FIRST_NAME, Fields.LAST_NAME)
        || breaks(changes, held, Fields.LAST_NAME, Fields.FIRST_NAME);
  }

  private static boolean breaks(
      Map<String, String> changes, Stored held, String part, String other) {
    String whole = plain(held.fields().get(part));
    if (!whole.contains(" ") || !plain(held.fields().get(other)).isEmpty()) {
      return false;
    }
    String added = plain(changes.get(other));
    return added.isEmpty()
        ? changes.containsKey(part)
        : !changes.containsKey(part)
            && (whole.startsWith(added + " ") || whole.endsWith(" " + added));
  }

  private static String plain(@Nullable String name) {
    return name == null ? "" : name.strip().replaceAll("\\s+", " ");
  }
}
