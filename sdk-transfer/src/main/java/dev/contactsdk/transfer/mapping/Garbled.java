package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.target.Fields;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises text that was read or written with a wrong encoding before. */
final class Garbled {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Set<String> NAMES = Set.of(Fields.FIRST_NAME, Fields.LAST_NAME, Fields.NAME);

  /** What stands for letters that the encoding of an earlier file did not have. */
  private static final Pattern QUESTION_MARKS = Pattern.compile("\\?[?\\s]*");

  /** Letters of European languages and Vietnamese, and what typesetters use. */
  private static final Pattern LATIN =
      Pattern.compile("[\\p{ASCII}\u00A0-\u017F\u1E00-\u1EFF\u2010-\u203A\u20AC\u2122]*");

  private static final Pattern HAS_ASCII_LETTER = Pattern.compile("(?s).*[A-Za-z].*");

  private Garbled() {}

  static boolean isGarbled(String field, String text) {
    return (NAMES.contains(field) && QUESTION_MARKS.matcher(text).matches()) || isTwice(text);
  }

  /**
   * Whether the text was encoded twice, as {@code Zo\u00C3\u00AB} was. Some right names are bytes
   * of UTF-8 too, such as {@code MAT\u00DA\u0160}, but they make letters of two scripts.
   */
  private static boolean isTwice(String text) {
    String before = turnedBack(text);
    return before != null
        && before.length() < text.length()
        && (LATIN.matcher(before).matches() || !HAS_ASCII_LETTER.matcher(before).matches());
  }

  /** The text whose bytes, as UTF-8, were read as windows-1252; null if there is none. */
  private static @Nullable String turnedBack(String text) {
    try {
      ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
