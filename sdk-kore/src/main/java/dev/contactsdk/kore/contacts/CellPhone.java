package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number as Kore.ai takes it: country code with plus, national digits, extension. What is
 * read from Kore.ai is a {@link KoreCellPhone}, for there the digits come back with the country
 * code in front of them. Immutable. Prints masked.
 */
public final class CellPhone {
  private static final String USUAL_EXTENSION = "+";
  private static final Pattern COUNTRY_CODE = Pattern.compile("(?:\\+|00)?([1-9][0-9]{0,5})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final String countryCode;
  private final String nationalDigits;
  private final String extension;

  private CellPhone(String countryCode, String nationalDigits, String extension) {
    this.countryCode = countryCode;
    this.nationalDigits = nationalDigits;
    this.extension = extension;
  }

  /**
   * Puts a number together that can be dialled from anywhere. For a short or internal number, or
   * one that is refused here though Kore.ai is to have it, see {@link #ofDigits}.
   *
   * @param countryCode such as {@code +91}, {@code 91} or {@code 0091}; with {@code +1} also with
   *     the area code, such as {@code +1242}
   * @param nationalDigits the digits without the country code, such as {@code 9876543210}; spaces,
   *     dashes and brackets are left out
   * @return the number
   * @throws InvalidRequestException when they do not make a number, or the digits begin with the
   *     country code once more; the message says why and does not quote it
   */
  public static CellPhone of(String countryCode, String nationalDigits) {
    return of(PhoneNumber.of(countryCode, nationalDigits));
  }

  /**
   * Takes the digits as they are. Kore.ai asks for digits only, and does not document which numbers
   * it refuses. Prefer {@link #of(String, String)}, which finds mistakes.
   *
   * <p>Source: Kore.ai, "Create a Contact by Giving Details".
   *
   * @param countryCode such as {@code +91} or {@code +1242}; sent with plus, which may be missing
   *     here or be {@code 00}
   * @param nationalDigits digits only, such as {@code 4567} or {@code 999}; sent as given
   * @return the number
   * @throws InvalidRequestException when the country code is not one to six digits, or the number
   *     is empty or holds anything but digits; the message does not quote it
   */
  public static CellPhone ofDigits(String countryCode, String nationalDigits) {
    Matcher code = COUNTRY_CODE.matcher(countryCode == null ? "" : countryCode.strip());
    if (!code.matches()) {
      throw new InvalidRequestException(
          "CellPhone", "the country code is not one: give + and its digits, such as +91 or +1242");
    }
    if (nationalDigits == null || !DIGITS.matcher(nationalDigits).matches()) {
      throw new InvalidRequestException(
          "CellPhone",
          "the national digits are missing or hold something else: Kore.ai takes digits only, no"
              + " +, spaces, dashes or letters");
    }
    return new CellPhone("+" + code.group(1), nationalDigits, USUAL_EXTENSION);
  }

  /**
   * Reads a number that begins with its country code.
   *
   * @param e164 such as {@code +919876543210}
   * @return the number
   * @throws InvalidRequestException when it is not such a number; the message says why and does not
   *     quote it
   */
  public static CellPhone ofE164(String e164) {
    return of(PhoneNumber.parse(e164));
  }

  /**
   * Takes a number that was read before.
   *
   * @param number the number
   * @return the number as Kore.ai takes it
   * @throws InvalidRequestException when it is null
   */
  public static CellPhone of(PhoneNumber number) {
    InvalidRequestException.refuseNull("CellPhone", "the number", number);
    return new CellPhone(number.countryCode(), number.nationalDigits(), USUAL_EXTENSION);
  }

  /** A number that Kore.ai holds already: odd ones too can be written back. */
  static CellPhone asHeld(String countryCode, String nationalDigits, @Nullable String extension) {
    return new CellPhone(
        countryCode, nationalDigits, extension == null ? USUAL_EXTENSION : extension);
  }

  /**
   * This number with another extension. Kore.ai calls it the contact's extension on one page and
   * the dialling prefix on another, and its samples hold {@code +}, {@code +91} and {@code 91}.
   *
   * @param changed sent as given; {@code +} by default
   * @return a changed copy
   * @throws InvalidRequestException when it is null
   */
  public CellPhone extension(String changed) {
    InvalidRequestException.refuseNull("CellPhone", "the extension", changed);
    return new CellPhone(countryCode, nationalDigits, changed);
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
   * The number without its country code.
   *
   * @return digits only
   */
  public String nationalDigits() {
    return nationalDigits;
  }

  /**
   * The extension.
   *
   * @return as it is sent
   */
  public String extension() {
    return extension;
  }

  /**
   * The whole number.
   *
   * @return country code and national digits, such as {@code +919876543210}; not in E.164 where the
   *     digits of {@link #ofDigits} are not
   */
  public String toE164() {
    return countryCode + nationalDigits;
  }

  /** A number that was written as JSON, checked no further. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CellPhone written(@Nullable Object number) {
    if (number instanceof Map<?, ?> written
        && written.get("countryCode") instanceof String code
        && written.get("phoneNumber") instanceof String digits) {
      return asHeld(code, digits, written.get("extension") instanceof String text ? text : null);
    }
    throw new InvalidRequestException("CellPhone", "countryCode or phoneNumber is missing");
  }

  @JsonValue
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("phoneNumber", nationalDigits);
    properties.put("countryCode", countryCode);
    properties.put("extension", extension);
    return properties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CellPhone that && that.properties().equals(properties());
  }

  @Override
  public int hashCode() {
    return properties().hashCode();
  }

  @Override
  public String toString() {
    return "CellPhone[" + countryCode + ", " + nationalDigits.length() + " digits]";
  }
}
