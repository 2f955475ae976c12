package dev.contactsdk.transfer.mapping;

/** Blank ends, and characters that no field takes. */
final class Text {
  private Text() {}

  /** Takes spaces of every width, control characters, and what has no width, off both ends. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isBlank(String text) {
    return trim(text).isEmpty();
  }

  static boolean isBlank(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** Line breaks and tabs are text, other control characters are not. */
  static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /** What stands for a character that was lost when the text was read or written. */
  static boolean hasLost(String text) {
    return text.indexOf('\uFFFD') >= 0;
  }
}
