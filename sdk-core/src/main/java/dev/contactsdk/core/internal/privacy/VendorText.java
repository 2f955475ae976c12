package dev.contactsdk.core.internal.privacy;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor's text, and which parts of it are hidden. */
final class VendorText {
  /** Longer text is hardly a readable error. */
  private static final int LONGEST_READ = 16 * 1024;

  /** Between two words or digits of one value. */
  private static final int MOST_SEPARATORS = 8;

  /** Scripts from here on have no spaces, or join endings to names. */
  private static final char FIRST_WITHOUT_SPACES = 0x0e00;

  private final boolean cut;
  private final String said;
  private final String text;
  private final BitSet hidden = new BitSet(0);

  VendorText(String said) {
    this.cut = said.length() > LONGEST_READ;
    this.said = PlainText.withoutEscapes(cut ? said.substring(0, LONGEST_READ) : said);
    this.text = PlainText.folded(this.said);
  }

  /** Hides whole words in this order. */
  void hideWords(String words) {
    for (int at = 0; at < text.length(); at++) {
      int end = isEdge(at) ? end(at, words, 0, false) : at;
      if (isEdge(end)) {
        hidden.set(at, end);
      }
    }
  }

  /** Hides a number even inside a word, and without its plus or a country code of three digits. */
  void hideNumber(String number) {
    int shortest = Math.max(Mask.FEWEST_DIGITS, number.length() - 4);
    for (int from = 0; from <= number.length() - shortest; from++) {
      for (int at = 0; at < text.length(); at++) {
        hidden.set(at, end(at, number, from, true));
      }
    }
  }

  /** The end of a value that starts here, even if the text is cut inside it; else the start. */
  private int end(int start, String value, int from, boolean digits) {
    int at = start;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (i > from && (digits || c == ' ' || c >= FIRST_WITHOUT_SPACES)) {
        at = afterSeparators(at);
      }
      if (at == text.length()) {
        return cut ? at : start;
      }
      if (c != ' ' && ignoringCase(c) != ignoringCase(text.charAt(at++))) {
        return start;
      }
    }
    return at;
  }

  private int afterSeparators(int from) {
    int at = from;
    while (at < text.length() && at - from < MOST_SEPARATORS && !isOfWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static char ignoringCase(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private boolean isEdge(int at) {
    return at == 0 || at == text.length() || isAlone(at - 1) || isAlone(at);
  }

  private boolean isAlone(int at) {
    return text.charAt(at) >= FIRST_WITHOUT_SPACES || !isOfWord(text.charAt(at));
  }

  static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Hides every part of a secret of that length. */
  void hideParts(String secret, int length) {
    for (int from = 0; from + length <= secret.length(); from++) {
      for (int at = 0; at + length <= text.length(); at++) {
        if (text.regionMatches(true, at, secret, from, length)) {
          hidden.set(at, at + length);
        }
      }
    }
  }

  boolean has(char c) {
    return text.indexOf(c) >= 0;
  }

  /** The number of digits that are not hidden. */
  int openDigits() {
    int open = 0;
    for (int at = 0; at < text.length(); at++) {
      open += Character.isDigit(text.charAt(at)) && !hidden.get(at) ? 1 : 0;
    }
    return open;
  }

  /** Hides the first group of a pattern. */
  void hide(Pattern pattern) {
    for (Matcher found = pattern.matcher(text); found.find(); ) {
      hidden.set(found.start(1), found.end(1));
    }
  }

  /** Shows a name such as first_name again. */
  void showField(String name) {
    int at = name.indexOf('_') < 0 ? -1 : text.indexOf(name);
    for (; at >= 0; at = text.indexOf(name, at + 1)) {
      if (isEdge(at) && isEdge(at + name.length())) {
        hidden.clear(at, at + name.length());
      }
    }
  }

  /** The text on one line, truncated near a length. If nothing is hidden, it keeps its accents. */
  String shown(int longest) {
    if (hidden.isEmpty() && !cut && said.length() <= longest) {
      return OneLine.of(said);
    }
    String from = hidden.isEmpty() ? said : text;
    StringBuilder shown = new StringBuilder(Math.min(from.length(), longest));
    int at = 0;
    while (at < from.length() && shown.length() < longest) {
      if (hidden.get(at)) {
        shown.append("***");
        at = hidden.nextClearBit(at);
      } else {
        shown.append(from.charAt(at++));
      }
    }
    return OneLine.of(shown.toString()) + (cut || at < from.length() ? "…" : "");
  }
}
