package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds mistakes of copying in a setting, without quoting it. */
public final class Setting {
  /** Such as {@code ${KORE_STREAM_ID}}, {@code {{key}}} or {@code <your-key>}. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\{.*}|<.*>");

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
    if (PLACEHOLDER.matcher(value).matches()) {
      return "is a placeholder that was not filled in";
    }
    if (value.chars().anyMatch(c -> c <= ' ')) {
      return "has a blank or a line break in it";
    }
    return value.chars().anyMatch(c -> c > 0x7e) ? "has a character outside ASCII" : null;
  }

  /**
   * What a refusal says of a setting, without the outcome: nothing was to be sent.
   *
   * @param refusal the refusal
   * @return its message
   */
  public static String refused(InvalidRequestException refusal) {
    return String.valueOf(refusal.getMessage()).replaceFirst(" \\[outcome [A-Z_]+]$", "");
  }

  /**
   * How to mend a base URL that is refused.
   *
   * @param refusal the refusal
   * @param usual the mend for most of them
   * @return the mend, which for plain http is another
   */
  public static String urlMend(InvalidRequestException refusal, String usual) {
    return refused(refusal).contains("allowPlainHttp()")
        ? "Use https in the base URL. If plain http is intended, call allowPlainHttp()."
        : usual;
  }

  private static boolean isQuoted(String value) {
    char first = value.charAt(0);
    boolean quote = first == '"' || first == '\'' || first == '`';
    return quote && value.length() > 1 && value.charAt(value.length() - 1) == first;
  }
}
