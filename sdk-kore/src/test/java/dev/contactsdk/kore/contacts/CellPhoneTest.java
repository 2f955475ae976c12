package dev.contactsdk.kore.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellPhoneTest {
  @ParameterizedTest
  @CsvSource({"+91, 9876543210", "91, 98765 43210", "' +91', (98765)-43210"})
  void takesTheCountryCodeWithAndWithoutPlus(String countryCode, String national) {
    CellPhone phone = CellPhone.of(countryCode, national);
    assertThat(phone.countryCode()).isEqualTo("+91");
    assertThat(phone.nationalDigits()).isEqualTo("9876543210");
    assertThat(phone.extension()).isEqualTo("+");
    assertThat(phone.toE164()).isEqualTo("+919876543210");
  }

  @Test
  void readsE164AndNumbersReadBefore() {
    assertThat(CellPhone.ofE164("+919876543210")).isEqualTo(CellPhone.of("+91", "9876543210"));
    assertThat(CellPhone.of(PhoneNumber.parse("+1 202 555 0101")))
        .isEqualTo(CellPhone.of("1", "2025550101"))
        .hasSameHashCodeAs(CellPhone.of("1", "2025550101"));
  }

  @Test
  void takesAnotherExtension() {
    assertThat(CellPhone.of("+91", "9876543210").extension("91").properties())
        .isEqualTo(Map.of("phoneNumber", "9876543210", "countryCode", "+91", "extension", "91"));
  }

  @ParameterizedTest
  @CsvSource({
    "+91, +919876543210, begin with +",
    "+91, 919876543210987, too long",
    "+91, 98, too short",
    "+91, call me, not a number",
    "+999, 9876543210, country code",
    "+91, 919876543210, begin with the country code"
  })
  void saysWhyItIsNoNumberWithoutQuotingIt(String countryCode, String national, String why) {
    assertThatThrownBy(() -> CellPhone.of(countryCode, national))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain(national);
  }

  @ParameterizedTest
  @CsvSource({
    "+44, 999, +44",
    "+91, 56767, +91",
    "49, 4567, +49",
    "+52, 15512345678, +52",
    "+1242, 3591234, +1242",
    "0044, 7911123456, +44",
    "' +441481 ', 960194, +441481",
    "+91, 919876543210, +91",
    "+49, 0151, +49"
  })
  void takesDigitsAsTheyAre(String countryCode, String digits, String sent) {
    assertThat(CellPhone.ofDigits(countryCode, digits).properties())
        .isEqualTo(Map.of("phoneNumber", digits, "countryCode", sent, "extension", "+"));
  }

  @ParameterizedTest
  @CsvSource({
    "+, 4567, country code",
    ", 4567, country code",
    "+0, 4567, country code",
    "'', 4567, country code",
    "+1 242, 4567, country code",
    "+1234567, 4567, country code",
    "+91, +4567, digits only",
    "+91, 45 67, digits only",
    "+91, 45-67, digits only",
    "+91, 4567x, digits only",
    "+91, '٤٥٦٧', digits only",
    "+91, '', digits only",
    "+91, , digits only"
  })
  void digitsAreDigitsOnly(String countryCode, String digits, String why) {
    assertThatThrownBy(() -> CellPhone.ofDigits(countryCode, digits))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("45");
  }

  @Test
  void isReadBackFromDigitsAsTheyWereSent() {
    CellPhone sent = CellPhone.ofDigits("+1242", "4567");
    assertThat(read("+12424567", "+1242").possibleNumbers().contains(sent.toE164())).isTrue();
    assertThat(read("+12424567", "+1242").toCellPhone()).isEqualTo(sent);
  }

  @Test
  void refusesNull() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> CellPhone.of(null),
            () -> CellPhone.of(null, "1"),
            () -> CellPhone.ofE164(null),
            () -> CellPhone.of("+91", "9876543210").extension(null))) {
      assertThatThrownBy(call)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("is null");
    }
  }

  @Test
  void printsMasked() {
    assertThat(CellPhone.of("+91", "9876543210")).hasToString("CellPhone[+91, 10 digits]");
  }

  private static KoreCellPhone read(String number, String countryCode) {
    return new KoreCellPhone(number, countryCode, "+", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "+919876543210, +91, +919876543210, 9876543210",
    "+919876543210, 91, +919876543210, 9876543210",
    "9876543210, +91, +919876543210, 9876543210",
    "12025550101, +1, +12025550101, 2025550101",
    "9198765432, +91, +919198765432, 9198765432",
    "+919876543210, , +919876543210, 9876543210",
    "+44123, +44, +44123, 123",
    "9876543210, , , 9876543210",
    "'', +91, , ",
    ", +91, , "
  })
  void tellsTheNumberInAnyFormThatIsRead(
      String number, String countryCode, String e164, String national) {
    assertThat(read(number, countryCode).toE164()).isEqualTo(e164);
    assertThat(read(number, countryCode).nationalDigits()).isEqualTo(national);
  }

  @ParameterizedTest
  @CsvSource({
    "+919876543210, +91, true",
    "919876543210, +91, true",
    "9876543210, +91, true",
    "+91 98765 43210, +91, true",
    "9876543210, , false",
    "+919876543211, +91, false",
    "919876543210, +49, false",
    "919876543210, , true",
    "'', '', false"
  })
  void recognizesANumberInAnyFormThatIsRead(String number, String countryCode, boolean same) {
    assertThat(read(number, countryCode).possibleNumbers().contains("+919876543210"))
        .isEqualTo(same);
  }

  @Test
  void isWrittenBackWithoutDoublingItsPrefix() {
    CellPhone back = new KoreCellPhone("+9198765", "+91", "91", Map.of()).toCellPhone();
    assertThat(back.properties())
        .isEqualTo(Map.of("phoneNumber", "98765", "countryCode", "+91", "extension", "91"));
  }

  @Test
  void isNotWrittenBackWhenItCannotBeTold() {
    assertThatThrownBy(() -> read("9876543210", null).toCellPhone())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("cannot be told apart")
        .message()
        .doesNotContain("9876543210");
  }
}
