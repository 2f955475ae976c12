package dev.contactsdk.core.internal.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text beside the form in which it is compared: escapes undone, letters small and without
 * accents, digits 0 to 9, each run of spaces one space, invisible characters left out. What is
 * found in that form can be hidden in the text.
 */
final class FoldedText {
  private static final String MASK = "***";

  /** An error text that is longer is hardly one for people; the rest is left out. */
  private static final int LONGEST_READ = 64 * 1024;

  /** So that a value is read whole, and found, where it goes on behind what is shown. */
  private static final int SHOWN_OF_IT = LONGEST_READ / 2;

  /** One character of Arabic is short for eighteen. */
  private static final int LONGEST_GROWTH = 4;

  private final String text;
  private final StringBuilder folding;
  private final String folded;
  private final BitSet hidden = new BitSet();
  private final BitSet triples = new BitSet();

  /** For each folded character, where in the text that which it stands for begins. */
  private int[] starts;

  private FoldedText(String text, boolean undoEscapes) {
    this.text = text;
    this.folding = new StringBuilder(text.length());
    this.starts = new int[text.length() + 1];
    fold(undoEscapes);
    this.folded = folding.toString();
  }

  /** A small number for three characters; others may have the same. */
  private static int triple(String text, int at) {
    return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & 0xffff;
  }

  /** A vendor's text, as far as it is worth reading. */
  static FoldedText of(String text) {
    String read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    FoldedText folded = new FoldedText(read, true);
    folded.noteTriples();
    return folded;
  }

  private void noteTriples() {
    for (int at = 0; at + 3 <= folded.length(); at++) {
      triples.set(triple(folded, at));
    }
  }

  /** A whole value, for searching. What looks like an escape in it may be meant so or not. */
  static String folded(String value, boolean undoEscapes) {
    return new FoldedText(value, undoEscapes).folded.strip();
  }

  String folded() {
    return folded;
  }

  /** Quickly, for a request may hold some ten thousand values; when in doubt, yes. */
  boolean mayHold(String value) {
    for (int at = 0; at + 3 <= value.length(); at++) {
      if (!triples.get(triple(value, at))) {
        return false;
      }
    }
    return true;
  }

  private void fold(boolean undoEscapes) {
    int from = 0;
    Matcher escape = Escapes.ANY.matcher(text);
    while (undoEscapes && escape.find()) {
      foldPlain(from, escape.start());
      fold(Escapes.undone(escape.group()), escape.start());
      from = escape.end();
    }
    foldPlain(from, text.length());
  }

  private void foldPlain(int from, int to) {
    int at = from;
    while (at < to) {
      int character = text.codePointAt(at);
      if (character < 0x80) {
        add(character, at);
      } else {
        fold(Character.toString(character), at);
      }
      at += Character.charCount(character);
    }
  }

  /** Compatible forms too: the wide letters and digits of East Asia are the plain ones. */
  private void fold(String piece, int at) {
    String plain = Normalizer.normalize(piece, Normalizer.Form.NFKD);
    boolean grows = plain.length() > LONGEST_GROWTH * piece.length();
    (grows ? piece : plain).codePoints().forEach(c -> add(c, at));
  }

  private void add(int character, int at) {
    switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.FORMAT -> {}
      case Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          addSpace(at);
      case Character.DASH_PUNCTUATION -> append('-', at);
      case Character.DECIMAL_DIGIT_NUMBER -> append('0' + Character.digit(character, 10), at);
      default -> append(Character.toLowerCase(Character.toUpperCase(character)), at);
    }
  }

  private void addSpace(int at) {
    if (folding.isEmpty() || folding.charAt(folding.length() - 1) != ' ') {
      append(' ', at);
    }
  }

  private void append(int character, int at) {
    int from = folding.length();
    folding.appendCodePoint(character);
    if (folding.length() > starts.length) {
      starts = Arrays.copyOf(starts, 2 * folding.length());
    }
    Arrays.fill(starts, from, folding.length(), at);
  }

  /** Hides what stands behind a part of the folded form, to the end of its last character. */
  void hide(int from, int to) {
    if (starts[from] == starts[to - 1] && hidden.get(starts[from])) {
      return;
    }
    int next = to;
    while (next < folded.length() && starts[next] == starts[to - 1]) {
      next++;
    }
    hidden.set(starts[from], next == folded.length() ? text.length() : starts[next]);
  }

  void hide(Pattern pattern) {
    Matcher found = pattern.matcher(folded);
    while (found.find()) {
      hide(found.start(), found.end());
    }
  }

  /** The text without what was hidden, in one line, cut near that length. */
  String shown(int longest) {
    StringBuilder shown = new StringBuilder();
    int end = Math.min(text.length(), SHOWN_OF_IT);
    int at = 0;
    while (at < end && shown.length() < longest) {
      int next = hidden.get(at) ? hidden.nextClearBit(at) : nextHidden(at);
      if (hidden.get(at)) {
        shown.append(MASK);
      } else {
        next = Math.min(Math.min(next, end), at + longest - shown.length());
        shown.append(text, at, next);
      }
      at = next;
    }
    return OneLine.of(shown.toString()) + (at < text.length() ? "…" : "");
  }

  private int nextHidden(int from) {
    int next = hidden.nextSetBit(from);
    return next < 0 ? text.length() : next;
  }
}
