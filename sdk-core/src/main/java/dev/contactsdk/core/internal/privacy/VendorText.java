package dev.contactsdk.core.internal.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text and its form for comparison: lower case, no accents, digits 0 to 9. Both forms have the
 * same length, so matches can be hidden.
 */
final class VendorText {
  /** Replaces accents and invisible characters. */
  private static final char INVISIBLE = 0;

  private static final String MASK = "***";

  /** Longer text is hardly a readable error. */
  private static final int LONGEST_READ = 16 * 1024;

  /** Scripts from here on have no spaces, or join endings to names, so each letter is a word. */
  private static final char FIRST_WITHOUT_SPACES = 0x0e00;

  /** Between two digits of one number. */
  private static final int LONGEST_GAP = 3;

  private static final int USUAL_WORD = 6;
  private static final int[] NONE = {};

  record Word(String text, int from, int to) {}

  private final String text;
  private final String folded;
  private final boolean cut;
  private final BitSet hidden = new BitSet(0);
  private final List<Word> words;
  private final int digitCount;
  private int @Nullable [] digits;

  private VendorText(String read, boolean cut) {
    this.cut = cut;
    this.text = isAscii(read) ? read : Normalizer.normalize(read, Normalizer.Form.NFC);
    this.folded = folded(text);
    this.digitCount = countDigits(folded);
    this.words = new ArrayList<>(1 + folded.length() / USUAL_WORD);
    splitWords();
  }

  /** A vendor's text, without escapes. */
  static VendorText of(String said) {
    return new VendorText(Escapes.undoneIn(start(said)), said.length() > LONGEST_READ);
  }

  /** A value, for searching. */
  static VendorText ofValue(String value) {
    return new VendorText(start(value), false);
  }

  private static String start(String text) {
    return text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String folded(String text) {
    int same = 0;
    while (same < text.length() && folded(text.charAt(same)) == text.charAt(same)) {
      same++;
    }
    return same == text.length() ? text : foldedFrom(same, text);
  }

  private static String foldedFrom(int first, String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      folded.setCharAt(i, folded(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char folded(char c) {
    if (c > ' ' && c < 0x7f) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    if (c == ' ') {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.FORMAT -> INVISIBLE;
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      case Character.DASH_PUNCTUATION -> '-';
      case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
      default -> Character.isSurrogate(c) ? c : withoutAccent(c);
    };
  }

  /** East Asian wide letters become plain ones. The parts of a Korean letter are not accents. */
  private static char withoutAccent(char c) {
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    boolean korean = c >= 0xac00 && c <= 0xd7a3;
    return korean ? c : Character.toLowerCase(Character.toUpperCase(parts.charAt(0)));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c)
        || c == INVISIBLE
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static int countDigits(String folded) {
    int count = 0;
    for (int i = 0; i < folded.length(); i++) {
      count += isDigit(folded.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  private void splitWords() {
    int from = 0;
    for (int at = 0; at <= folded.length(); at++) {
      boolean ends = at == folded.length() || !isOfWord(folded.charAt(at));
      if (ends || folded.charAt(at) >= FIRST_WITHOUT_SPACES) {
        addWord(from, at);
        from = ends ? at + 1 : at;
      }
    }
  }

  private void addWord(int from, int to) {
    String word = folded.substring(from, to);
    if (word.indexOf(INVISIBLE) >= 0) {
      word = word.replace(Character.toString(INVISIBLE), "");
    }
    if (!word.isEmpty()) {
      words.add(new Word(word, from, to));
    }
  }

  /** The words of a value, for searching. */
  List<Word> words() {
    return words;
  }

  int digitCount() {
    return digitCount;
  }

  /** The number of digits that are not hidden. */
  int openDigits() {
    int open = 0;
    for (int at = 0; at < folded.length() && digitCount > 0; at++) {
      open += isDigit(folded.charAt(at)) && !hidden.get(at) ? 1 : 0;
    }
    return open;
  }

  boolean has(char c) {
    return folded.indexOf(c) >= 0;
  }

  boolean matches(Pattern pattern) {
    return pattern.matcher(folded).matches();
  }

  /** Hides the value wherever its words appear in order, even if the text is cut inside it. */
  void hideWords(List<Word> value, Set<String> names) {
    for (int at = 0; at < words.size(); at++) {
      int found = 0;
      while (found < value.size()
          && at + found < words.size()
          && words.get(at + found).text.equals(value.get(found).text)) {
        found++;
      }
      if (found == value.size() || (cut && found > 0 && at + found == words.size())) {
        hideUnlessName(words.get(at).from, words.get(at + found - 1).to, names);
      }
    }
  }

  /** Keeps parts of field names, such as first_name. */
  private void hideUnlessName(int from, int to, Set<String> names) {
    int start = from;
    while (start > 0 && isOfName(text.charAt(start - 1))) {
      start--;
    }
    int end = to;
    while (end < text.length() && isOfName(text.charAt(end))) {
      end++;
    }
    boolean whole = start == from && end == to;
    if (whole || !names.contains(text.substring(start, end))) {
      hidden.set(from, to);
    }
  }

  private static boolean isOfName(char c) {
    return c == '_' || isOfWord(c);
  }

  /** Hides a number with any separators between its digits, even if only its end appears. */
  void hideNumber(String number, int shortestEnd) {
    int[] places = digitCount < shortestEnd ? NONE : digits();
    for (int end = shortestEnd; end <= places.length; end++) {
      int length = 0;
      while (length < Math.min(end, number.length())
          && folded.charAt(places[end - 1 - length]) == number.charAt(number.length() - 1 - length)
          && (length == 0 || places[end - length] - places[end - 1 - length] <= LONGEST_GAP + 1)) {
        length++;
      }
      if (length >= shortestEnd) {
        int from = places[end - length];
        boolean plus = from > 0 && folded.charAt(from - 1) == '+';
        hidden.set(plus ? from - 1 : from, places[end - 1] + 1);
      }
    }
  }

  /** The positions of the digits, computed only when needed. */
  private int[] digits() {
    if (digits == null) {
      digits = new int[digitCount];
      for (int at = 0, found = 0; found < digitCount; at++) {
        if (isDigit(folded.charAt(at))) {
          digits[found++] = at;
        }
      }
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Hides every part of a secret of that length. */
  void hideParts(String secret, int length) {
    for (int at = 0; at + length <= folded.length(); at++) {
      for (int from = 0; from + length <= secret.length(); from++) {
        if (folded.regionMatches(at, secret, from, length)) {
          hidden.set(at, at + length);
        }
      }
    }
  }

  void hide(Pattern pattern) {
    Matcher found = pattern.matcher(folded);
    while (found.find()) {
      hidden.set(found.start(), found.end());
    }
  }

  /** The masked text on one line, truncated near a length. */
  String shown(int longest) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), longest) + 1);
    int end = cut ? text.length() / 2 : text.length();
    int at = 0;
    while (at < end && shown.length() < longest) {
      if (hidden.get(at)) {
        shown.append(MASK);
        at = hidden.nextClearBit(at);
      } else {
        append(shown, text.charAt(at++));
      }
    }
    String line = shown.toString().strip();
    return at < text.length() ? line + "…" : line;
  }

  /** Line breaks and terminal escapes could forge lines in a log. */
  private static void append(StringBuilder shown, char c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        if (shown.isEmpty() || shown.charAt(shown.length() - 1) != ' ') {
          shown.append(' ');
        }
      }
      default -> shown.append(c);
    }
  }
}
