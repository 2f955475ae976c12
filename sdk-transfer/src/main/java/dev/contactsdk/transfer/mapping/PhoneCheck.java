package dev.contactsdk.transfer.mapping;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers as people and spreadsheets write them, and tells how one was damaged. */
final class PhoneCheck {
  private static final int LONGEST = 250;
  private static final Pattern POWERS = Pattern.compile("[+-]?\\d(?:[.,]\\d*)?[eE][+-]?\\d{1,3}");
  private static final Pattern DECIMAL = Pattern.compile("\\+?\\d{5,}[.,]\\d{1,2}");
  private static final Pattern BETWEEN =
      Pattern.compile("[/;,|&\\n]|\\s(?:or|and|und|oder|o|y)\\s");
  private static final Pattern EXTENDED =
      Pattern.compile(
          "(.*?\\d)[\\s,;.]*(?:extension|extn|ext|durchwahl|x|#)[\\s.:]*(\\d{1,7})",
          Pattern.CASE_INSENSITIVE);

  private PhoneCheck() {}

  /**
   * What became of a number.
   *
   * @param e164 the number; null if it is wrong
   * @param extension the extension that stood after it; null if none did
   * @param problem what is wrong; null if nothing is
   * @param inUse whether the numbering plan has the number
   */
  record Answer(
      @Nullable String e164, @Nullable String extension, @Nullable Problem problem, boolean inUse) {
    private static Answer of(PhoneNumber number, @Nullable String extension) {
      return new Answer(number.e164(), extension, null, number.isValid());
    }

    private static Answer wrong(String reason, String suggestion) {
      return new Answer(null, null, new Problem(null, reason, suggestion), false);
    }
  }

  /** Whether a text is a number of the numbering plan, and nothing else. */
  static boolean isValid(String text, @Nullable String region) {
    return check(text, region).inUse();
  }

  static Answer check(String text, @Nullable String region) {
    Answer damaged = damage(text);
    if (damaged != null) {
      return damaged;
    }
    Matcher extended = EXTENDED.matcher(text);
    if (extended.matches()) {
      PhoneNumber number = parse(extended.group(1), region);
      if (number != null) {
        return Answer.of(number, extended.group(2));
      }
    }
    PhoneNumber number = parse(text, region);
    if (number != null && (number.isValid() || !couldBeMended(text, region))) {
      return Answer.of(number, null);
    }
    return wrong(text, region);
  }

  /** Damage that a parser would read as another number. */
  private static @Nullable Answer damage(String text) {
    if (text.length() > LONGEST) {
      return Answer.wrong("is too long to be a number", "Leave one number in the cell");
    }
    if (text.indexOf('*') >= 0) {
      return Answer.wrong("has a hidden digit", "Write the whole number");
    }
    if (POWERS.matcher(text).matches()) {
      return Answer.wrong(
          "was shortened by a spreadsheet, and its last digits are lost",
          "Take the number from where it came from, and format the column as text");
    }
    if (DECIMAL.matcher(text).matches()) {
      return Answer.wrong(
          "ends with decimals, as a spreadsheet writes numbers",
          "Remove the decimals, and format the column as text");
    }
    long numbers = Arrays.stream(BETWEEN.split(text, -1)).filter(part -> digits(part) >= 7).count();
    return numbers > 1
        ? Answer.wrong("has two numbers in one cell", "Leave one of them in the cell")
        : null;
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  private static boolean couldBeMended(String text, @Nullable String region) {
    return lacksPlus(text) && (isPlanned("+" + text, region) || isPlanned("0" + text, region));
  }

  private static boolean lacksPlus(String text) {
    return !text.startsWith("+") && !text.startsWith("00");
  }

  private static boolean isPlanned(String text, @Nullable String region) {
    PhoneNumber number = parse(text, region);
    return number != null && number.isValid();
  }

  private static @Nullable PhoneNumber parse(String text, @Nullable String region) {
    try {
      return region == null ? PhoneNumber.parse(text) : PhoneNumber.parse(text, region);
    } catch (InvalidRequestException e) {
      return null;
    }
  }

  private static Answer wrong(String text, @Nullable String region) {
    if (text.chars().anyMatch(Character::isLetter)) {
      return Answer.wrong("has letters", "Leave only the number in the cell");
    }
    if (lacksPlus(text) && isPlanned("+" + text, region)) {
      return Answer.wrong(
          "has lost the + before its country code, or is not in use",
          "If it begins with a country code, write + in front, and format the column as text");
    }
    if (region == null && lacksPlus(text)) {
      return Answer.wrong(
          "has no country code", "Write + and the country code in front, or set a region");
    }
    if (lacksPlus(text) && isPlanned("0" + text, region)) {
      return text.startsWith("0") ? elsewhere() : lostZero();
    }
    return Answer.wrong(reason(text, region), "Check it against where it came from");
  }

  private static Answer lostZero() {
    return Answer.wrong(
        "has lost its leading zero", "Write 0 in front, and format the column as text");
  }

  /** A second zero would make it a number of any country, perhaps of a wrong one. */
  private static Answer elsewhere() {
    return Answer.wrong(
        "is not a number of the region",
        "If it is one of another country, write + and the country code in front");
  }

  private static String reason(String text, @Nullable String region) {
    String full = message(text, region);
    for (String known : new String[] {"too short", "too long", "locally", "country code"}) {
      if (full.contains(known)) {
        return switch (known) {
          case "locally" -> "has no area code";
          case "country code" -> "has a country code that does not exist";
          default -> "is " + known;
        };
      }
    }
    return "is not a phone number";
  }

  private static String message(String text, @Nullable String region) {
    try {
      PhoneNumber ignored =
          region == null ? PhoneNumber.parse(text) : PhoneNumber.parse(text, region);
      return ignored.isValid() ? "" : "is not in use";
    } catch (InvalidRequestException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
