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
        "#`abc`#  | is in quotation marks",
        "${STREAM}| is a placeholder that was not filled in",
        "{{key}}  | is a placeholder that was not filled in",
        "<my key> | is a placeholder that was not filled in",
        "#a b#    | has a blank or a line break in it",
        "st-…     | has a character outside ASCII"
      })
  void namesTheFault(String value, String fault) {
    assertThat(Setting.fault(value)).isEqualTo(fault);
  }

  @Test
  void findsNothingWrongWithAWord() {
    assertThat(Setting.fault("st-1")).isNull();
    assertThat(Setting.fault("!~")).isNull();
    assertThat(Setting.fault("'")).isNull();
    assertThat(Setting.fault("${a}b")).isNull();
    assertThat(Setting.fault("<a")).isNull();
    assertThat(Setting.fault("'abc")).isNull();
    assertThat(Setting.fault("abc'")).isNull();
    assertThat(Setting.fault(null)).isEqualTo("is missing");
  }

  @Test
  void aFingerprintTellsSecretsApartAndShowsNone() {
    assertThat(Fingerprint.of("secret")).isEqualTo("6 characters, fingerprint 2bb8");
    assertThat(Fingerprint.of("secreT")).isNotEqualTo(Fingerprint.of("secret"));
  }
}
