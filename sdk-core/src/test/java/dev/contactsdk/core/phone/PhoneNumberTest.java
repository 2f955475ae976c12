package dev.contactsdk.core.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+91 98765 43210, +91, 9876543210",
    "+919876543210, +91, 9876543210",
    "+91-98765-43210, +91, 9876543210",
    "+91 (0)98765 43210, +91, 9876543210",
    "'  +1 (650) 253-0000 ', +1, 6502530000",
    "+1.650.253.0000, +1, 6502530000",
    "+44 20 7946 0958, +44, 2079460958",
    "+44 (0)20 7946 0958, +44, 2079460958",
    "+49 30 123456, +49, 30123456",
    "+39 06 698 12345, +39, 0669812345",
    "+39 312 345 6789, +39, 3123456789",
    "tel:+91-98765-43210, +91, 9876543210",
    "＋９１ ９８７６５ ４３２１０, +91, 9876543210",
    "+353 1 234 5678, +353, 12345678"
  })
  void readsInternationalNumbers(String text, String countryCode, String nationalDigits) {
    PhoneNumber number = PhoneNumber.parse(text);
    assertThat(number.countryCode()).isEqualTo(countryCode);
    assertThat(number.nationalDigits()).isEqualTo(nationalDigits);
    assertThat(number.e164()).isEqualTo(countryCode + nationalDigits);
  }

  @ParameterizedTest
  @CsvSource({
    "098765 43210, IN, +919876543210",
    "98765 43210, in, +919876543210",
    "00 91 98765 43210, GB, +919876543210",
    "(650) 253-0000, US, +16502530000",
    "1 650 253 0000, US, +16502530000",
    "020 7946 0958, GB, +442079460958",
    "030 123456, DE, +4930123456",
    "06 698 12345, IT, +390669812345",
    "+91 98765 43210, US, +919876543210"
  })
  void readsNumbersAsPeopleOfARegionTypeThem(String text, String region, String e164) {
    assertThat(PhoneNumber.parse(text, region).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "+91, 9876543210, +919876543210",
    "91, 98765 43210, +919876543210",
    "+39, 0669812345, +390669812345",
    "+1, (650) 253-0000, +16502530000",
    "' 0044 ', 7911 123456, +447911123456",
    "+1242, 3591234, +12423591234",
    "+1, 12025550101, +12025550101",
    "+91, 9198765432, +919198765432",
    "+49, 491 51123, +4949151123",
    "+55, 55 91234 5678, +5555912345678"
  })
  void putsANumberTogether(String countryCode, String digits, String e164) {
    assertThat(PhoneNumber.of(countryCode, digits).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "98765 43210, no country code",
    "098765 43210, no country code",
    "+91 98765, too short",
    "+91 98765 43210 12345, too long",
    "+91 98765 43210 9876543210, too long",
    "+999 12345678, country code",
    "+0 12345678, country code",
    "+1 253-0000, locally",
    "+91 98765 43210 ext. 5, extension",
    "+1 650 253 0000;ext=5, extension",
    "+1 800 FLOWERS, letters",
    "+91 98765 4321O, letters",
    "call me, not a number",
    "Asha +91 98765 43210, letters",
    "+91 98765 43210 or +91 98765 43211, letters",
    "+, not a number",
    "'', not a number",
    "'   ', not a number"
  })
  void saysWhyANumberIsRefusedWithoutQuotingIt(String text, String why) {
    assertThatThrownBy(() -> PhoneNumber.parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("phone number: ")
        .hasMessageContaining(why)
        .message()
        .doesNotContain("9876", "98765", "253", "FLOWERS", "Asha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "IND", "91", "+91"})
  void aRegionThatDoesNotExistIsRefused(String region) {
    assertThatThrownBy(() -> PhoneNumber.parse("98765 43210", region))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not a region")
        .hasMessageNotContaining("98765");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+14155550101", "4155550101", "4 "})
  void aNumberInThePlaceOfTheRegionIsNotQuoted(String number) {
    assertThatThrownBy(() -> PhoneNumber.parse("US", number))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the number comes first")
        .hasMessageNotContaining("4");
  }

  @Test
  void aRegionIsReadTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(PhoneNumber.parse("98765 43210", "in").countryCode()).isEqualTo("+91");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+91, +919876543210",
    "+919, 876543210",
    "+, 9876543210",
    "+x, 9876543210",
    "+91, ''",
    "0, 9876543210",
    "00, 9876543210",
    "01191, 9876543210"
  })
  void partsThatMakeNoNumberAreRefused(String countryCode, String digits) {
    assertThatThrownBy(() -> PhoneNumber.of(countryCode, digits))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("876543210");
  }

  @ParameterizedTest
  @CsvSource({
    "+91, 919876543210",
    "+91, 91 98765 43210",
    "0091, 919876543210",
    "+44, 447911123456",
    "+49, 4915112345678",
    "+90, 905321234567",
    "+7, 79123456789"
  })
  void aCountryCodeThatIsThereTwiceIsRefused(String countryCode, String digits) {
    assertThatThrownBy(() -> PhoneNumber.of(countryCode, digits))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("begin with the country code")
        .hasMessageNotContaining(digits.substring(4));
  }

  @ParameterizedTest
  @CsvSource({"0151, DE", "+49 0151, DE", "0999, GB", "110, DE", "112, DE", "999, GB", "911, US"})
  void whatCannotBeDialledFromAbroadIsRefused(String text, String region) {
    assertThatThrownBy(() -> PhoneNumber.parse(text, region))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "+1 202 555 0101, true",
    "+44 7911 123456, true",
    "+39 06 698 12345, true",
    "+225 0707123456, true",
    "+1 555 555 5555, false",
    "+92 111 222 333, false",
    "+378 0549 123456, false"
  })
  void aPossibleNumberNeedNotBeValid(String text, boolean valid) {
    assertThat(PhoneNumber.parse(text).isValid()).isEqualTo(valid);
  }

  @Test
  void nullIsRefused() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> PhoneNumber.parse(null),
            () -> PhoneNumber.parse(null, "IN"),
            () -> PhoneNumber.parse("98765 43210", null),
            () -> PhoneNumber.of(null, "9876543210"),
            () -> PhoneNumber.of("+91", null))) {
      assertThatThrownBy(call)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("is null");
    }
  }

  @Test
  void numbersAreEqualByTheirDigits() {
    assertThat(PhoneNumber.parse("+91 98765 43210"))
        .isEqualTo(PhoneNumber.of("91", "9876543210"))
        .hasSameHashCodeAs(PhoneNumber.parse("098765 43210", "IN"))
        .isNotEqualTo(PhoneNumber.parse("+91 98765 43211"))
        .doesNotHaveSameHashCodeAs(PhoneNumber.parse("+91 98765 43211"));
  }

  @Test
  void aNumberPrintsMasked() {
    assertThat(PhoneNumber.parse("+91 98765 43210")).hasToString("PhoneNumber[+91, 10 digits]");
  }

  @Test
  void aRegionOfTwoLettersIsQuotedWhenItDoesNotExist() {
    assertThatThrownBy(() -> PhoneNumber.parse("98765 43210", "xx"))
        .hasMessageStartingWith("phone number: 'xx' is not a region");
    assertThatThrownBy(() -> PhoneNumber.parse("98765 43210", "IND"))
        .hasMessageStartingWith("phone number: the second argument is not a region");
  }
}
