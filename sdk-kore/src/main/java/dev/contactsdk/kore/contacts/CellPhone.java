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
 * A phone number in the form that Kore.ai accepts: country code with plus, national digits,
 * extension. Kore.ai returns numbers as {@link KoreCellPhone}, with the country code before the
 * digits. Immutable. {@code toString} masks the number.
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
   * Creates a number that can be dialled from anywhere. For short or internal numbers, and for
   * numbers that this check refuses, see {@link #ofDigits}.
   *
   * @param countryCode such as {@code +91}, {@code 91} or {@code 0091}; with {@code +1} also with
   *     the area code, such as {@code +1242}
   * @param nationalDigits the digits without the country code, such as {@code 9876543210}; spaces,
   *     dashes and brackets are removed
   * @return the number
   * @throws InvalidRequestException when the number is invalid, or the digits repeat the country
   *     code; the message says why and does not quote the number
   */
  public static CellPhone of(String countryCode, String nationalDigits) {
    return of(PhoneNumber.of(countryCode, nationalDigits));
  }

  /**
   * Takes the digits as they are. Kore.ai requires digits and does not document which numbers it
   * refuses. Prefer {@link #of(String, String)}, which finds mistakes.
   *
   * <p>Source: Kore.ai, "Create a Contact by Giving Details".
   *
   * @param countryCode such as {@code +91}, {@code 91}, {@code 0091} or {@code +1242}; always sent
   *     with plus
   * @param nationalDigits digits only, such as {@code 4567} or {@code 999}; sent as given
   * @return the number
   * @throws InvalidRequestException when the country code is not one to six digits, or the number
   *     is empty or not all digits; the message does not quote it
   */
  public static CellPhone ofDigits(String countryCode, String nationalDigits) {
    Matcher code = COUNTRY_CODE.matcher(countryCode == null ? "" : countryCode.strip());
    if (!code.matches()) {
      throw new InvalidRequestException(
          "CellPhone", "the country code must be + and 1 to 6 digits, such as +91 or +1242");
    }
    if (nationalDigits == null || !DIGITS.matcher(nationalDigits).matches()) {
      throw new InvalidRequestException(
          "CellPhone",
          "the national number must be digits only, without +, spaces, dashes or letters");
    }
    return new CellPhone("+" + code.group(1), nationalDigits, USUAL_EXTENSION);
  }

  /**
   * Parses a number that begins with its country code.
   *
   * @param e164 such as {@code +919876543210}
   * @return the number
   * @throws InvalidRequestException when the number is invalid; the message says why and does not
   *     quote the number
   */
  public static CellPhone ofE164(String e164) {
    return of(PhoneNumber.parse(e164));
  }

  /**
   * Converts a number that Kore.ai returned.
   *
   * @param number the number
   * @return the number in the form that Kore.ai accepts
   * @throws InvalidRequestException when it is null
   */
  public static CellPhone of(PhoneNumber number) {
    InvalidRequestException.refuseNull("CellPhone", "the number", number);
    return new CellPhone(number.countryCode(), number.nationalDigits(), USUAL_EXTENSION);
  }

  /** A number that Kore.ai already holds; even invalid ones can be written back. */
  static CellPhone asHeld(String countryCode, String nationalDigits, @Nullable String extension) {
    return new CellPhone(
        countryCode, nationalDigits, extension == null ? USUAL_EXTENSION : extension);
  }

  /**
   * Returns a copy with another extension. One page of Kore.ai calls it the contact's extension,
   * another the dialling prefix. The samples show {@code +}, {@code +91} and {@code 91}.
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
   * @return country code and national digits, such as {@code +919876543210}; not in E.164 if {@link
   *     #ofDigits} got other digits
   */
  public String toE164() {
    return countryCode + nationalDigits;
  }

  /** Whether the number shows no other extension. Kore.ai may also show a dialling prefix. */
  boolean isExtensionOf(@Nullable KoreCellPhone number) {
    String shown = number == null ? null : number.extension();
    return shown == null || shown.isBlank() || dialled(shown).equals(dialled(extension));
  }

  private String dialled(String shown) {
    String plain = shown.strip().replaceFirst("^\\+", "");
    return plain.equals(countryCode.substring(1)) ? "" : plain;
  }

  /** Reads a number from JSON without further checks. */
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
