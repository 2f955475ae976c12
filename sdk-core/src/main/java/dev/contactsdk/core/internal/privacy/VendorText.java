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
 * A text beside the form in which it is compared: letters small and without accents, digits 0 to 9.
 * Character by character, so that what is found can be hidden.
 */
final class VendorText {
  /** Stands for an accent, or for what cannot be seen. */
  private static final char INVISIBLE = 0;

  private static final String MASK = "***";

  /** What is longer is hardly an error for people. */
  private static final int LONGEST_READ = 16 * 1024;

  /** From here on scripts write no spaces, or join endings to names: each letter is a word. */
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

  /** A vendor's text, its escapes undone. */
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

  /** The wide letters of East Asia are the plain ones. The parts of a Korean one are no accents. */
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

  /** How many digits would be shown. */
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

  /** Hides the value wherever its words follow one another, also where the text is cut in it. */
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

  /** A part of a field's name, such as first_name, is no value. */
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

  /** Hides a number, whatever stands between its digits, also where only its end is there. */
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

  /** Where the digits are; nothing is made for a text that has too few of them. */
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

  /** Hides what the text has in common with a secret. */
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

  /** The text without what was hidden, in one line, cut near that length. */
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

  /** A line break or a terminal's escape would forge lines in a log. */
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
