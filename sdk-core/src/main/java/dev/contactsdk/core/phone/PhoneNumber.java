package dev.contactsdk.core.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that could be dialled from anywhere: E.164, which is a country code and national
 * digits. Its length is checked against the country's plan, whether it is in use is not. Prints
 * masked.
 */
public final class PhoneNumber {
  private static final String LINK = "tel:";

  private final String countryCode;
  private final String nationalDigits;

  private PhoneNumber(String countryCode, String nationalDigits) {
    this.countryCode = countryCode;
    this.nationalDigits = nationalDigits;
  }

  /**
   * Reads a number that begins with its country code.
   *
   * @param international such as {@code +91 98765 43210}; spaces, dashes and brackets do not matter
   * @return the number
   * @throws InvalidRequestException when it is not a number or has no country code; the message
   *     says why and does not quote it
   */
  public static PhoneNumber parse(String international) {
    return read(international, null);
  }

  /**
   * Reads a number as people of a region type it.
   *
   * @param text such as {@code 098765 43210}; a number with a country code is taken as it is
   * @param region the region's two-letter code, such as {@code IN}
   * @return the number
   * @throws InvalidRequestException when it is not a number of that region, or the region is not
   *     known; the message says why and does not quote the number
   */
  public static PhoneNumber parse(String text, String region) {
    String code = region.toUpperCase(Locale.ROOT);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)) {
      throw new InvalidRequestException(
          "phone number",
          quotable(region)
              + " is not a region: the number comes first, then a two-letter code of ISO 3166, such"
              + " as IN or US");
    }
    return read(text, code);
  }

  /** What has another form may be the number, given in the wrong place. */
  private static String quotable(String region) {
    return region.matches("[A-Za-z]{2}") ? "'" + region + "'" : "the second text";
  }

  /**
   * Puts a number together.
   *
   * @param countryCode such as {@code +91} or {@code 91}
   * @param nationalDigits the digits without the country code, such as {@code 9876543210}
   * @return the number
   * @throws InvalidRequestException when they do not make a number; the message says why and does
   *     not quote it
   */
  public static PhoneNumber of(String countryCode, String nationalDigits) {
    String code = countryCode.startsWith("+") ? countryCode : "+" + countryCode;
    if (nationalDigits.strip().startsWith("+")) {
      throw new InvalidRequestException(
          "phone number",
          "the national digits begin with +: give the digits without the country code, or use"
              + " parse(...)");
    }
    PhoneNumber number = read(code + " " + nationalDigits, null);
    if (!number.countryCode.equals(code.strip())) {
      throw new InvalidRequestException(
          "phone number", "the country code is not one: it is + and one to three digits");
    }
    return number;
  }

  private static PhoneNumber read(String text, @Nullable String region) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    Phonenumber.PhoneNumber parsed;
    try {
      parsed = util.parse(text, region);
    } catch (NumberParseException e) {
      throw new InvalidRequestException("phone number", reason(e, region));
    }
    if (parsed.hasExtension()) {
      throw new InvalidRequestException(
          "phone number", "has an extension, which E.164 cannot hold: remove it");
    }
    if (hasLetters(text.strip())) {
      throw new InvalidRequestException(
          "phone number", "has letters, which may stand for other digits than are meant");
    }
    String problem =
        switch (util.isPossibleNumberWithReason(parsed)) {
          case IS_POSSIBLE -> null;
          case IS_POSSIBLE_LOCAL_ONLY -> "can be dialled only locally: the area code is missing";
          case TOO_SHORT -> "is too short for its country";
          case TOO_LONG -> "is too long for its country";
          case INVALID_COUNTRY_CODE -> "has a country code that does not exist";
          case INVALID_LENGTH -> "has a length that numbers of its country do not have";
        };
    if (problem != null) {
      throw new InvalidRequestException("phone number", problem);
    }
    String e164 = util.format(parsed, PhoneNumberFormat.E164);
    String code = "+" + parsed.getCountryCode();
    return new PhoneNumber(code, e164.substring(code.length()));
  }

  /** But for the scheme of a telephone link. */
  private static boolean hasLetters(String text) {
    boolean link = text.regionMatches(true, 0, LINK, 0, LINK.length());
    return text.chars().skip(link ? LINK.length() : 0).anyMatch(Character::isLetter);
  }

  private static String reason(NumberParseException e, @Nullable String region) {
    return switch (e.getErrorType()) {
      case INVALID_COUNTRY_CODE ->
          region == null
              ? "has no country code: begin it with + and the country code, or say in which region"
                  + " it was typed"
              : "has a country code that does not exist";
      case NOT_A_NUMBER -> "is not a number: it has letters or other characters, or no digits";
      case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "is too short to be a number";
      case TOO_LONG -> "is too long to be a number: E.164 has at most 15 digits";
    };
  }

  /**
   * The whole number.
   *
   * @return in E.164, such as {@code +919876543210}
   */
  public String e164() {
    return countryCode + nationalDigits;
  }

  /**
   * The country code.
   *
   * @return with plus, such as {@code +91}
   */
  public String countryCode() {
    return countryCode;
  }

  /**
   * The rest of the number.
   *
   * @return digits only, such as {@code 9876543210}; where a country's numbers keep a leading zero,
   *     with it
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
