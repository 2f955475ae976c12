package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of columns. A blank one becomes {@code column 3}, after its place; a second {@code Phone}
 * becomes {@code Phone (2)}.
 */
final class Header {
  /** What people never take for a name: a number that can be called, or an e-mail address. */
  private static final Pattern VALUE =
      Pattern.compile("(?=(?:\\D*\\d){7})[+()\\d\\s./-]+|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  /** Spaces of every width, control characters, byte order marks, and what has no width. */
  private static final Pattern EDGES =
      Pattern.compile("^[\\p{Z}\\p{Cc}\\p{Cf}]+|[\\p{Z}\\p{Cc}\\p{Cf}]+$");

  private Header() {}

  static String trim(String cell) {
    return EDGES.matcher(cell).replaceAll("");
  }

  /** The names, each once. */
  static List<String> names(List<String> cells) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String name = trim(cell);
      names.add(once(name.isEmpty() ? "column " + (names.size() + 1) : name, taken));
    }
    return List.copyOf(names);
  }

  private static String once(String name, Set<String> taken) {
    String unique = name;
    for (int n = 2; !taken.add(unique); n++) {
      unique = name + " (" + n + ")";
    }
    return unique;
  }

  /** A file without a header would lose its first contact. */
  static void refuseValues(String source, long row, List<String> cells) {
    if (cells.stream().anyMatch(cell -> VALUE.matcher(trim(cell)).matches())) {
      throw new TransferException(
          Kind.INPUT,
          source
              + " has no column names: row "
              + row
              + " has a phone number or an e-mail address; put a row with names above it");
    }
  }
}
