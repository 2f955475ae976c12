package dev.contactsdk.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An international phone number in E.164: a country code and national digits. Its length fits its
 * country's numbering plan; {@link #isValid()} checks more. Short numbers, emergency numbers,
 * extensions and local numbers are rejected. {@link #toString()} masks the number.
 */
public final class PhoneNumber {
  private static final String WHERE = "phone number";
  private static final String LINK = "tel:";

  /** A common form for countries that share +1, such as +1242 for the Bahamas. */
  private static final Pattern WITH_AREA_CODE = Pattern.compile("\\+1[2-9]\\d{2}");

  private final String countryCode;
  private final String nationalDigits;

  private PhoneNumber(String countryCode, String nationalDigits) {
    this.countryCode = countryCode;
    this.nationalDigits = nationalDigits;
  }

  /**
   * Parses a number that starts with its country code.
   *
   * @param international the number, such as {@code +91 98765 43210}; spaces, dashes and brackets
   *     are ignored
   * @return the number
   * @throws InvalidRequestException when it is not a number or has no country code; the message
   *     gives the reason and does not quote it
   */
  public static PhoneNumber parse(String international) {
    return read(international, null);
  }

  /**
   * Parses a number as people in a region write it.
   *
   * @param text the number, such as {@code 098765 43210}; a number with a country code is used as
   *     is
   * @param region the region's two-letter code, such as {@code IN}
   * @return the number
   * @throws InvalidRequestException when it is not a number of that region, or the region is
   *     unknown; the message gives the reason and does not quote the number
   */
  public static PhoneNumber parse(String text, String region) {
    String code = given("region", region).toUpperCase(Locale.ROOT);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)) {
      throw refused(
          quotable(region)
              + " is not a region: the number comes first, then a two-letter ISO 3166 code such as"
              + " IN or US");
    }
    return read(text, code);
  }

  /** Text in another form may be the number, passed as the wrong argument. */
  private static String quotable(String region) {
    return region.matches("[A-Za-z]{2}") ? "'" + region + "'" : "the second argument";
  }

  /**
   * Creates a number from its parts.
   *
   * @param countryCode the country code, such as {@code +91}, {@code 91} or {@code 0091}; with
   *     {@code +1}, the area code may be included, such as {@code +1242}
   * @param nationalDigits the digits without the country code, such as {@code 9876543210}
   * @return the number
   * @throws InvalidRequestException when the parts do not make a number, or the digits repeat the
   *     country code; the message gives the reason and does not quote it
   */
  public static PhoneNumber of(String countryCode, String nationalDigits) {
    String code = withPlus(given("country code", countryCode).strip());
    String national = given("national digits", nationalDigits).strip();
    if (national.startsWith("+")) {
      throw refused(
          "the national digits begin with +: give the digits without the country code, or use"
              + " parse(...)");
    }
    if (isDoubled(code, national)) {
      throw refused(
          "the national digits begin with the country code: give the digits without it, or the"
              + " whole number with + to parse(...)");
    }
    PhoneNumber number = read(code + " " + national, null);
    if (!number.countryCode.equals(code) && !WITH_AREA_CODE.matcher(code).matches()) {
      throw refused("the country code is invalid: it must be + and one to three digits");
    }
    return number;
  }

  private static String withPlus(String countryCode) {
    if (countryCode.startsWith("00")) {
      return "+" + countryCode.substring(2);
    }
    return countryCode.startsWith("+") ? countryCode : "+" + countryCode;
  }

  /** Only if the digits are a better number without it, because area codes may look the same. */
  private static boolean isDoubled(String code, String national) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(national);
    String rest = code.substring(1);
    if (rest.isEmpty() || !digits.startsWith(rest)) {
      return false;
    }
    PhoneNumberType whole = typeOf(code + digits);
    PhoneNumberType single = typeOf(code + digits.substring(rest.length()));
    return single != PhoneNumberType.UNKNOWN
        && (whole == PhoneNumberType.UNKNOWN
            || (single == PhoneNumberType.MOBILE && whole == PhoneNumberType.FIXED_LINE));
  }

  /** Unknown for every invalid number. */
  private static PhoneNumberType typeOf(String e164) {
    try {
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      return util.getNumberType(util.parse(e164, null));
    } catch (NumberParseException e) {
      return PhoneNumberType.UNKNOWN;
    }
  }

  private static PhoneNumber read(@Nullable String given, @Nullable String region) {
    String text = given("text", given);
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    Phonenumber.PhoneNumber parsed;
    try {
      parsed = util.parse(text, region);
    } catch (NumberParseException e) {
      throw refused(reason(e, region));
    }
    if (parsed.hasExtension()) {
      throw refused("has an extension, which E.164 cannot hold: remove it");
    }
    if (hasLetters(text.strip())) {
      throw refused("has letters: write it with digits only");
    }
    String e164 = util.format(parsed, PhoneNumberFormat.E164);
    String code = "+" + parsed.getCountryCode();
    String national = e164.substring(code.length());
    String problem = problem(util, parsed, national);
    if (problem != null) {
      throw refused(problem);
    }
    return new PhoneNumber(code, national);
  }

  private static @Nullable String problem(
      PhoneNumberUtil util, Phonenumber.PhoneNumber parsed, String national) {
    return switch (util.isPossibleNumberWithReason(parsed)) {
      case IS_POSSIBLE ->
          keepsTrunkPrefix(util, parsed, national)
              ? "starts with a prefix for calls within the country, and is too short without it"
              : null;
      case IS_POSSIBLE_LOCAL_ONLY -> "can be dialled only locally: the area code is missing";
      case TOO_SHORT -> "is too short for its country";
      case TOO_LONG -> "is too long for its country";
      case INVALID_COUNTRY_CODE -> "has a country code that does not exist";
      case INVALID_LENGTH -> "has a length that numbers of its country do not have";
    };
  }

  /** The parser keeps the 0 before an area code if too few digits would be left. */
  private static boolean keepsTrunkPrefix(
      PhoneNumberUtil util, Phonenumber.PhoneNumber parsed, String national) {
    String region = util.getRegionCodeForCountryCode(parsed.getCountryCode());
    String prefix = util.getNddPrefixForRegion(region, true);
    return parsed.isItalianLeadingZero()
        && prefix != null
        && national.startsWith(prefix)
        && !util.isValidNumber(parsed);
  }

  private static String given(String what, @Nullable String text) {
    return InvalidRequestException.refuseNull(WHERE, "the " + what, text);
  }

  private static InvalidRequestException refused(String problem) {
    return new InvalidRequestException(WHERE, problem);
  }

  /** Ignores the scheme of a telephone link. */
  private static boolean hasLetters(String text) {
    boolean link = text.regionMatches(true, 0, LINK, 0, LINK.length());
    return text.chars().skip(link ? LINK.length() : 0).anyMatch(Character::isLetter);
  }

  private static String reason(NumberParseException e, @Nullable String region) {
    return switch (e.getErrorType()) {
      case INVALID_COUNTRY_CODE ->
          region == null
              ? "has no country code: start it with + and the country code, or pass its region"
              : "has a country code that does not exist";
      case NOT_A_NUMBER -> "is not a number: it has letters or other characters, or no digits";
      case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "is too short to be a number";
      case TOO_LONG -> "is too long to be a number: E.164 has at most 15 digits";
    };
  }

  /**
   * Whether the number fits its country's numbering plan. Checks the leading digits and the length.
   * A vendor may accept an invalid number, and a valid number may be unassigned. Numbering plans
   * change, so a libphonenumber update may change the answer.
   *
   * @return false for a number of the right length that is not in the plan
   */
  public boolean isValid() {
    return typeOf(e164()) != PhoneNumberType.UNKNOWN;
  }

  /**
   * The whole number.
   *
   * @return the number in E.164, such as {@code +919876543210}
   */
  public String e164() {
    return countryCode + nationalDigits;
  }

  /**
   * The country code.
   *
   * @return the code with plus, such as {@code +91}
   */
  public String countryCode() {
    return countryCode;
  }

  /**
   * The rest of the number.
   *
   * @return digits only, such as {@code 9876543210}; with a leading zero if the country keeps it
   */
  public String nationalDigits() {
    return nationalDigits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhoneNumber number && number.e164().equals(e164());
  }

  @Override
  public int hashCode() {
    return e164().hashCode();
  }

  @Override
  public String toString() {
    return "PhoneNumber[" + countryCode + ", " + nationalDigits.length() + " digits]";
  }
}
