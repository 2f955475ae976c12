package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that was sent. Recognizes it in any spelling that a vendor returns. {@link
 * #toString()} leaves out the number.
 */
public final class SentNumber {
  private static final String LINK = "tel:";
  private static final String[] DIALLED_ABROAD = {"00", "011"};
  private static final int LAST_DIGITS = 6;
  private static final int SAME_START = 2;
  private static final int SAME_ENDING = 7;

  private final String e164;

  private SentNumber(String e164) {
    this.e164 = e164;
  }

  /**
   * Creates a number to look for.
   *
   * @param e164 the whole number, such as {@code +15551234567}
   * @return the number
   */
  public static SentNumber of(String e164) {
    return new SentNumber(e164);
  }

  /**
   * Compares a vendor's text with this number. Ignores spaces, dashes, brackets, other scripts'
   * digits, {@code 00} or {@code 011} for the plus, and a zero before the area code. Text with
   * other signs, such as hiding stars, an extension or a second number, may be this number. So may
   * a number without a country code and with the same ending, and one of the same country with more
   * or fewer digits and the same ending.
   *
   * @param theirs the vendor's text; null when there is none
   * @return whether it is this number
   */
  public Likeness compare(@Nullable String theirs) {
    if (e164.equals(theirs)) {
      return Likeness.SAME;
    }
    String plain = plain(theirs);
    return plain == null ? Likeness.MAYBE : compareDigits(plain);
  }

  /** Takes the number apart only for another text: most vendors return the number as sent. */
  private Likeness compareDigits(String plain) {
    String digits = e164.substring(1);
    boolean international = plain.startsWith("+");
    String read = international ? plain.substring(1) : plain;
    if (!read.contains(lastOf(digits)) && !digits.endsWith(withoutZeros(read))) {
      return Likeness.OTHER;
    }
    String whole = international ? read : fromHome(read);
    if (digits.equals(whole)) {
      return Likeness.SAME;
    }
    String normal = normal(whole);
    if (digits.equals(normal) || whole.equals(normal(digits))) {
      return Likeness.SAME;
    }
    return international && normal != null && !isVariant(digits, normal)
        ? Likeness.OTHER
        : Likeness.MAYBE;
  }

  /**
   * Whether a number differs by a digit that many countries write or leave out after the country
   * code, such as Argentina's 9, Mexico's 1 and Italy's 0, or had more digits before a change.
   */
  private static boolean isVariant(String digits, String other) {
    int ending = Math.min(SAME_ENDING, digits.length());
    return other.length() != digits.length()
        && other.startsWith(digits.substring(0, SAME_START))
        && other.endsWith(digits.substring(digits.length() - ending));
  }

  /**
   * Whether a text is a complete number and nothing else.
   *
   * @param text the vendor's text; null when there is none
   * @return false if it is no number, is partly hidden, or contains anything else
   */
  public static boolean isReadable(@Nullable String text) {
    return plain(text) != null;
  }

  /**
   * The number that a text certainly is. A text without plus, {@code 00} or {@code 011} may begin
   * with any country's code, so it is none.
   *
   * @param text the vendor's text; null when there is none
   * @return in E.164 as its country's numbering plan has it; null if the text does not tell
   */
  public static @Nullable String e164(@Nullable String text) {
    String plain = plain(text);
    if (plain == null) {
      return null;
    }
    boolean international = plain.startsWith("+");
    String whole = international ? plain.substring(1) : fromHome(plain);
    if (!international && whole.length() == plain.length()) {
      return null;
    }
    String normal = normal(whole);
    return normal == null ? "+" + whole : "+" + normal;
  }

  /**
   * The last digits of a number, which all its spellings share.
   *
   * @param text a number; null when there is none
   * @return at most six digits; empty when there are none
   */
  public static String lastDigits(@Nullable String text) {
    String plain = plain(text);
    return plain == null ? "" : lastOf(plain.replace("+", ""));
  }

  private static String lastOf(String digits) {
    return digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
  }

  /** The digits, with a leading plus if there was one; null for anything else. */
  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean link = text.regionMatches(true, 0, LINK, 0, LINK.length());
    for (int i = link ? LINK.length() : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        plain.append(Character.digit(c, 10));
      } else if ((c == '+' || c == '\uff0b') && plain.isEmpty()) {
        plain.append('+');
      } else if (!isSeparator(c)) {
        return null;
      }
    }
    return withoutZeros(plain.toString()).length() < 2 ? null : plain.toString();
  }

  private static boolean isSeparator(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
      default -> "()[]./\u2212\t".indexOf(c) >= 0;
    };
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static String fromHome(String digits) {
    for (String prefix : DIALLED_ABROAD) {
      if (digits.startsWith(prefix)) {
        return digits.substring(prefix.length());
      }
    }
    return digits;
  }

  /** Normalized by its country's numbering plan; null when no country has such numbers. */
  private static @Nullable String normal(String digits) {
    try {
      return PhoneNumber.parse("+" + digits).e164().substring(1);
    } catch (InvalidRequestException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "SentNumber";
  }
}
