package dev.contactsdk.core.spi.diagnose;

import org.jspecify.annotations.Nullable;

/** Finds mistakes of copying in a setting, without quoting it. */
public final class Setting {
  private Setting() {}

  /**
   * What is wrong with a value that should be one word of ASCII.
   *
   * @param value the setting; null when it is missing
   * @return such as "starts or ends with a blank or a line break"; null when nothing is wrong
   */
  public static @Nullable String fault(@Nullable String value) {
    if (value == null) {
      return "is missing";
    }
    if (value.isBlank()) {
      return "is blank";
    }
    if (!value.strip().equals(value)) {
      return "starts or ends with a blank or a line break";
    }
    if (isQuoted(value)) {
      return "is in quotation marks";
    }
    if (value.chars().anyMatch(c -> c <= ' ')) {
      return "has a blank or a line break in it";
    }
    return value.chars().anyMatch(c -> c > 0x7e) ? "has a character outside ASCII" : null;
  }

  private static boolean isQuoted(String value) {
    char first = value.charAt(0);
    boolean quote = first == '"' || first == '\'' || first == '`';
    return quote && value.length() > 1 && value.charAt(value.length() - 1) == first;
  }
}
