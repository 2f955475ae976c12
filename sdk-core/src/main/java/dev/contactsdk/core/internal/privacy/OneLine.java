package dev.contactsdk.core.internal.privacy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server's texts on their way into messages and logs. A line break or a terminal's escape in them
 * would forge lines there, so they become spaces; and what is long is cut.
 */
public final class OneLine {
  static final int LONGEST_ID = 200;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private OneLine() {}

  static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  /** An id as the application gets it: nothing else in it is changed. */
  public static @Nullable String id(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() <= LONGEST_ID ? of(text) : of(text.substring(0, LONGEST_ID)) + "…";
  }
}
