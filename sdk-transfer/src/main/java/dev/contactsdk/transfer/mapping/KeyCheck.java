package dev.contactsdk.transfer.mapping;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of the column that says who a person is may hold. */
public final class KeyCheck {
  private static final int LONGEST = 200;

  /** A rounded number, a failed formula and a column too narrow look the same for many people. */
  private static final Pattern DAMAGED =
      Pattern.compile("[0-9]+([.,][0-9]+[eE][+]?|[eE][+])[0-9]+|#[^0-9]*|#DIV/0!");

  /** What people and programs write where there is no key: it would be the same person's. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "[^\\p{L}\\p{N}]*|0+|n[./ ]?a[.]?|none|null|nil|nan|undefined|unknown|tb[ad]",
          Pattern.CASE_INSENSITIVE);

  private KeyCheck() {}

  /**
   * The key in a cell.
   *
   * @param cell any text
   * @return the text without blanks around it, of any width and none; null if nothing is left
   */
  public static @Nullable String key(String cell) {
    String key = Text.trim(cell);
    return key.isEmpty() ? null : key;
  }

  /**
   * Says why a key cannot tell people apart.
   *
   * @param key what {@link #key} returned
   * @return the problem; null if there is none
   */
  public static @Nullable Problem problem(String key) {
    if (DAMAGED.matcher(key).matches()) {
      return new Problem(
          null,
          "the key was damaged by a spreadsheet",
          "Export the column as text from where it comes from");
    }
    if (PLACEHOLDER.matcher(key).matches()) {
      return new Problem(
          null, "the key stands for none", "Leave the cell blank if the person has no key");
    }
    if (key.length() > LONGEST) {
      return new Problem(
          null, "the key is longer than " + LONGEST + " characters", "Is it the right column?");
    }
    boolean broken =
        key.chars().anyMatch(Character::isISOControl)
            || Text.hasLost(key)
            || !StandardCharsets.UTF_8.newEncoder().canEncode(key);
    return broken
        ? new Problem(null, "the key has a line break or a broken character", "Correct the key")
        : null;
  }
}
