package dev.contactsdk.core.internal.privacy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a server's text safe for messages and logs, where line breaks could forge lines. */
public final class OneLine {
  static final int LONGEST_ID = 200;

  /** Includes terminal escapes. */
  private static final Pattern BREAKS = Pattern.compile(" ?[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private OneLine() {}

  static String of(String text) {
    boolean one = PlainText.isPrintableAscii(text);
    return (one ? text : BREAKS.matcher(text).replaceAll(" ")).strip();
  }

  /** An id for the application, otherwise unchanged. */
  public static @Nullable String id(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() <= LONGEST_ID ? of(text) : of(text.substring(0, LONGEST_ID)) + "…";
  }
}
