package dev.contactsdk.kore;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone number as Kore.ai takes it: country code with plus, national digits, extension. What is
 * read from Kore.ai is a {@link KoreCellPhone}, for there the digits come back with the country
 * code in front of them. Immutable. Prints masked.
 */
public final class CellPhone {
  private static final String USUAL_EXTENSION = "+";

  private final String countryCode;
  private final String nationalDigits;
  private final String extension;

  private CellPhone(String countryCode, String nationalDigits, String extension) {
    this.countryCode = countryCode;
    this.nationalDigits = nationalDigits;
    this.extension = extension;
  }

  /**
   * Puts a number together.
   *
   * @param countryCode such as {@code +91} or {@code 91}
   * @param nationalDigits the digits without the country code, such as {@code 9876543210}; spaces,
   *     dashes and brackets are left out
   * @return the number
   * @throws InvalidRequestException when they do not make a number; the message says why and does
   *     not quote it
   */
  public static CellPhone of(String countryCode, String nationalDigits) {
    return of(PhoneNumber.of(countryCode.strip(), nationalDigits));
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
   */
  public static CellPhone of(PhoneNumber number) {
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
   */
  public CellPhone extension(String changed) {
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
   * @return such as {@code +919876543210}
   */
  public String toE164() {
    return countryCode + nationalDigits;
  }

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
