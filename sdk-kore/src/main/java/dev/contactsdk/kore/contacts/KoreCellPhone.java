package dev.contactsdk.kore.contacts;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact's phone number as Kore.ai returns it, unchecked. Kore.ai takes national digits but
 * returns the country code before them, so convert a number with {@link #toCellPhone()} before you
 * send it back. {@code toString} masks the number.
 *
 * @param phoneNumber country code and digits, such as {@code +919876543210}
 * @param countryCode as it was sent, such as {@code +91}
 * @param extension as it was sent, such as {@code +}
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreCellPhone(
    @Nullable String phoneNumber,
    @Nullable String countryCode,
    @Nullable String extension,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param phoneNumber country code and digits, such as {@code +919876543210}
   * @param countryCode as it was sent, such as {@code +91}
   * @param extension as it was sent, such as {@code +}
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreCellPhone {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The whole number.
   *
   * @return such as {@code +919876543210}; null if the answer has too little information
   */
  public @Nullable String toE164() {
    String raw = digits(phoneNumber);
    if (raw.isEmpty()) {
      return null;
    }
    if (isInternational()) {
      return "+" + raw;
    }
    String national = nationalDigits();
    return national == null || code().isEmpty() ? null : "+" + code() + national;
  }

  /**
   * The number without its country code.
   *
   * @return digits only; null if the answer has too little information
   */
  public @Nullable String nationalDigits() {
    String raw = digits(phoneNumber);
    if (raw.isEmpty()) {
      return null;
    }
    boolean hasCode = !code().isEmpty() && raw.startsWith(code()) && raw.length() > code().length();
    String rest = hasCode ? raw.substring(code().length()) : raw;
    if (isInternational()) {
      return hasCode ? rest : nationalByPlan(raw);
    }
    return hasCode && isPossible(rest) && !isPossible(raw) ? rest : raw;
  }

  /**
   * Converts the number to the form that Kore.ai accepts, even if a new contact could not have it.
   *
   * @return country code, national digits and extension
   * @throws InvalidRequestException when the answer has too little information to separate them
   */
  public CellPhone toCellPhone() {
    CellPhone number = sendable();
    if (number == null) {
      throw new InvalidRequestException(
          "KoreCellPhone",
          "country code and national digits cannot be told apart in Kore.ai's answer: create a"
              + " CellPhone from your own number");
    }
    return number;
  }

  @Nullable CellPhone sendable() {
    String national = nationalDigits();
    String whole = toE164();
    if (national == null || whole == null || whole.length() <= national.length() + 1) {
      return null;
    }
    String ownCode = whole.substring(0, whole.length() - national.length());
    return CellPhone.asHeld(ownCode, national, extension);
  }

  /**
   * The numbers that this may be, as country code and digits. A number without a plus is complete
   * only if it begins with its own country code.
   */
  List<String> possibleNumbers() {
    String raw = digits(phoneNumber);
    List<String> possible = new ArrayList<>(2);
    if (isInternational() || raw.startsWith(code())) {
      possible.add("+" + raw);
    }
    if (!isInternational()) {
      possible.add("+" + code() + raw);
    }
    return possible;
  }

  private boolean isInternational() {
    return phoneNumber != null && phoneNumber.strip().startsWith("+");
  }

  private String code() {
    return digits(countryCode);
  }

  private boolean isPossible(String national) {
    try {
      return PhoneNumber.of(code(), national).nationalDigits().equals(national);
    } catch (InvalidRequestException e) {
      return false;
    }
  }

  private static @Nullable String nationalByPlan(String raw) {
    try {
      return PhoneNumber.parse("+" + raw).nationalDigits();
    } catch (InvalidRequestException e) {
      return null;
    }
  }

  private static String digits(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  @Override
  public String toString() {
    return "KoreCellPhone[" + digits(phoneNumber).length() + " digits]";
  }
}
