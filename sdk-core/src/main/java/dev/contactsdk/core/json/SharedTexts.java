package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Returns the same string for equal short texts of one body. The rows of a page repeat names,
 * cities, time zones and accounts, and strings take most of a page's memory.
 */
final class SharedTexts {
  private static final int LONGEST = 40;
  private static final int HASHED = 4;
  private static final int FIRST_BITS = 8;
  private static final int MOST_BITS = 12;

  /** In a large page, texts that no other row has would soon displace the others. */
  private static final int NEW_TEXTS_PER_PLACE = 2;

  private int bits = FIRST_BITS;
  private @Nullable String[] table = new @Nullable String[1 << FIRST_BITS];
  private int newTexts;

  /** The text of a parser's current token. */
  String text(JsonParser parser) {
    int length = parser.getStringLength();
    return length == 0 || length > LONGEST
        ? parser.getString()
        : shared(parser.getStringCharacters(), parser.getStringOffset(), length);
  }

  /** If two texts share a place, the later one takes it. */
  private String shared(char[] text, int offset, int length) {
    int hash = hash(text, offset, length);
    String present = table[hash >>> (Integer.SIZE - bits)];
    if (present != null && isText(present, text, offset, length)) {
      return present;
    }
    if (++newTexts > NEW_TEXTS_PER_PLACE * table.length && bits < MOST_BITS) {
      grow();
    }
    String fresh = new String(text, offset, length);
    table[hash >>> (Integer.SIZE - bits)] = fresh;
    return fresh;
  }

  /** A text of place n belongs to one of the places 2n and 2n + 1 of a table twice as large. */
  private void grow() {
    @Nullable String[] before = table;
    bits++;
    newTexts = 0;
    table = new @Nullable String[1 << bits];
    for (int i = 0; i < table.length; i++) {
      table[i] = before[i / 2];
    }
  }

  /** Uses only the last characters, because the whole text is compared before sharing. */
  private static int hash(char[] text, int offset, int length) {
    int hash = length;
    for (int i = Math.max(0, length - HASHED); i < length; i++) {
      hash = 31 * hash + text[offset + i];
    }
    return hash * 0x9E3779B9;
  }

  /** Compares from the end, because ids and numbers start alike. */
  private static boolean isText(String present, char[] text, int offset, int length) {
    if (present.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (present.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
