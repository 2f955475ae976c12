package dev.contactsdk.transfer.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a text looks like an e-mail address. */
final class EmailCheck {
  private static final int LONGEST = 254;
  private static final String NAME = "[^\\s@.\"(),:;<>\\[\\]\\\\]+";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,62})";
  private static final Pattern ADDRESS =
      Pattern.compile(NAME + "(?:\\." + NAME + ")*+@" + LABEL + "(?:\\." + LABEL + ")+");

  private EmailCheck() {}

  /** What is wrong; null if nothing is. */
  static @Nullable Problem problem(String text) {
    if (text.length() <= LONGEST && ADDRESS.matcher(text).matches()) {
      return null;
    }
    if (text.length() > LONGEST) {
      return new Problem(null, "is longer than 254 characters", "Check the address");
    }
    if (text.indexOf('@') != text.lastIndexOf('@')) {
      return new Problem(null, "has more than one @", "Leave one address in the cell");
    }
    return new Problem(null, "is not an e-mail address", "Write it as name@example.com");
  }
}
