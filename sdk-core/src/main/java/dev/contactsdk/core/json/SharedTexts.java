package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Returns the same string for equal short texts of one body. The rows of a page repeat cities, time
 * zones and accounts, and strings take most of a page's memory.
 */
final class SharedTexts extends ObjectReadContext.Base {
  private static final int LONGEST = 40;
  private static final int TABLE_BITS = 8;

  /** A table does not pay off for an answer with fewer texts. */
  private static final int FEW = 64;

  private @Nullable String @Nullable [] table;
  private int texts;

  /** The text of the current token of a parser with this context. */
  static String read(JsonParser parser) {
    return ((SharedTexts) parser.objectReadContext()).text(parser);
  }

  private String text(JsonParser parser) {
    if (texts++ < FEW) {
      return parser.getString();
    }
    int length = parser.getStringLength();
    return length == 0 || length > LONGEST
        ? parser.getString()
        : shared(parser.getStringCharacters(), parser.getStringOffset(), length);
  }

  /** If two texts share a place, the later one takes it. */
  private String shared(char[] text, int offset, int length) {
    if (table == null) {
      table = new String[1 << TABLE_BITS];
    }
    int place = place(text, offset, length);
    String present = table[place];
    if (present != null && isText(present, text, offset, length)) {
      return present;
    }
    String fresh = new String(text, offset, length);
    table[place] = fresh;
    return fresh;
  }

  /** Uses only some characters, because the whole text is compared before sharing. */
  private static int place(char[] text, int offset, int length) {
    int hash = length;
    hash = 31 * hash + text[offset];
    hash = 31 * hash + text[offset + length / 2];
    hash = 31 * hash + text[offset + length - 1];
    return (hash * 0x9E3779B9) >>> (32 - TABLE_BITS);
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
