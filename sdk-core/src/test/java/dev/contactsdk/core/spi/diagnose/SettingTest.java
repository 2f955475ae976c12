package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "#  #     | is blank",
        "# abc#   | starts or ends with a blank or a line break",
        "#abc\n#  | starts or ends with a blank or a line break",
        "#'abc'#  | is in quotation marks",
        "#\"abc\"#| is in quotation marks",
        "#a b#    | has a blank or a line break in it",
        "st-…     | has a character outside ASCII"
      })
  void namesTheFault(String value, String fault) {
    assertThat(Setting.fault(value)).isEqualTo(fault);
  }

  @Test
  void findsNothingWrongWithAWord() {
    assertThat(Setting.fault("st-1")).isNull();
    assertThat(Setting.fault("'")).isNull();
    assertThat(Setting.fault(null)).isEqualTo("is missing");
  }

  @Test
  void aFingerprintTellsSecretsApartAndShowsNone() {
    assertThat(Fingerprint.of("secret")).isEqualTo("6 characters, fingerprint 2bb8");
    assertThat(Fingerprint.of("secreT")).isNotEqualTo(Fingerprint.of("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://platform.kore.ai/a/b?c=d, https://platform.kore.ai",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080",
    "https://user:password@host.test, https://host.test",
    "https://localhost, https://localhost",
    "https://[::1]:8, https://[::1]:8",
    "https://cs-123-456, https://(a host of 10 characters)",
    "::, (no address)"
  })
  void anAddressIsShownWithoutPathAndUser(String url, String shown) {
    assertThat(Address.of(url)).hasToString(shown);
  }
}
