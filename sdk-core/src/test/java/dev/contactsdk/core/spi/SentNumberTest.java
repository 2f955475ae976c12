package dev.contactsdk.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentNumberTest {
  private static final SentNumber GERMAN = SentNumber.of("+4915123456789");
  private static final SentNumber AMERICAN = SentNumber.of("+14155550102");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4915123456789",
        "4915123456789",
        "+49 (0)151 23456789",
        "+490151 23456789",
        "0049 151 23456789",
        "00490151 23456789",
        "49 0151 23456789",
        "011 49 151 23456789",
        "(+49) 151 / 234.567-89",
        "tel:+49-151-23456789",
        "+\u0664\u0669\u0661\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
        "\u202a+49\u00a0151\u201023456789\u202c"
      })
  void isKnownAgainInEachSpelling(String theirs) {
    assertThat(GERMAN.compare(theirs)).isEqualTo(Likeness.SAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"011 1 415-555-0102", "1 (415) 555-0102", "TEL:+1-415-555-0102"})
  void isKnownAgainInAmericanSpellings(String theirs) {
    assertThat(AMERICAN.compare(theirs)).isEqualTo(Likeness.SAME);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "0",
        "n/a",
        "+49151*****89",
        "+49 151 #### 6789",
        "6789",
        "0151 23456789",
        "15123456789",
        "+1 4915123456789",
        "+4915123456789 x55",
        "tel:+4915123456789;ext=5",
        "+4915123456789,+4917000000000",
        "4.915123456789E12"
      })
  void mayBeWhatCannotBeToldFromIt(String theirs) {
    assertThat(GERMAN.compare(theirs)).isEqualTo(Likeness.MAYBE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+4915123456780", "0151 23456780", "110", "+1 415 555 0102", "+1 512 345 6789"})
  void isNotAnotherNumber(String theirs) {
    assertThat(GERMAN.compare(theirs)).isEqualTo(Likeness.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "+5491123456789, +54 11 15 2345 6789",
    "+79123456789, 8 912 345-67-89",
    "+390612345678, 06 12345678",
    "+4402071234567, +442071234567",
    "+442071234567, +4402071234567",
    "+5215512345678, +525512345678",
    "+390612345678, +39612345678",
    "+558187654321, +5581987654321",
    "+5581987654321, +558187654321",
    "+5491123456789, +541123456789",
    "+22997123456, +2290197123456"
  })
  void isNotMissedInTheSpellingsOfItsCountry(String sent, String theirs) {
    assertThat(SentNumber.of(sent).compare(theirs)).isNotEqualTo(Likeness.OTHER);
  }

  @Test
  void printsNothingOfTheNumber() {
    assertThat(GERMAN).hasToString("SentNumber");
  }

  @ParameterizedTest
  @CsvSource({
    "+4915123456789, true, 456789",
    "(0151) 23-45, true, 512345",
    "tel:+49-151, true, 49151",
    "12, true, 12",
    "0012, true, 0012",
    "1, false, ''",
    "001, false, ''",
    "+, false, ''",
    "0151 ***, false, ''",
    "0151 x5, false, ''",
    "'', false, ''"
  })
  void tellsACompleteNumberFromOtherTextAndItsLastDigits(
      String text, boolean isReadable, String lastDigits) {
    assertThat(SentNumber.isReadable(text)).isEqualTo(isReadable);
    assertThat(SentNumber.lastDigits(text)).isEqualTo(lastDigits);
  }

  @Test
  void noTextIsNoNumber() {
    assertThat(SentNumber.isReadable(null)).isFalse();
    assertThat(SentNumber.lastDigits(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4915123456789",
        "+49 (0)151 23456789",
        "0049 151 23456789",
        "011 49 0151 23456789",
        "tel:+49-151-23456789"
      })
  void aTextWithItsCountryCodeIsANumber(String theirs) {
    assertThat(SentNumber.e164(theirs)).isEqualTo("+4915123456789");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "4915123456789", "0151 23456789", "+49151*****89", "+4915123456789 x55"})
  void aTextThatMayBeSeveralNumbersIsNone(String theirs) {
    assertThat(SentNumber.e164(theirs)).isNull();
  }

  @Test
  void aNumberOfNoPlanStaysAsItIs() {
    assertThat(SentNumber.e164("+999 12-34")).isEqualTo("+9991234");
  }
}
