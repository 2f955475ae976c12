package dev.contactsdk.core.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormTest {
  @ParameterizedTest
  @CsvSource({
    "'', EMPTY_TEXT",
    "2026-05-02T10:00:00Z, TIME_Z",
    "2026-05-02 10:00:00.123456Z, TIME_Z",
    "2026-05-02T10:00:00+00:00, TIME_OFFSET",
    "2026-05-02T10:00:00.5-0530, TIME_OFFSET",
    "2026-05-02T10:00:00.123456, TIME_WITHOUT_ZONE",
    "2026-05-02T10:00, TIME_WITHOUT_ZONE",
    "2026-05-02, DATE",
    "ada@example.org, EMAIL",
    "12025550101, DIGITS",
    "+12025550101, PLUS_DIGITS",
    "0b6f2c1e-1111-4222-8333-444455556666, UUID",
    "66bb0000000000000000000a, HEX_24",
    "ctc_0f0e0d0c-1111, PREFIXED_ID",
    "st-0a1b2c3d, PREFIXED_ID",
    "req_aa11, PREFIXED_ID",
    "anna-maria, TEXT",
    "https://example.org/a, URL",
    "Ada Byron, TEXT",
    "+1 202 555, TEXT",
    "a@b@c, TEXT",
    "2026-05-02T10:00:00X, TEXT"
  })
  void tellsTextsApart(String text, Form form) {
    assertThat(Form.ofText(text)).isEqualTo(form);
    assertThat(form.kind()).isEqualTo("string");
  }

  @Test
  void aLongTextIsOnlyText() {
    assertThat(Form.ofText("1".repeat(200))).isEqualTo(Form.DIGITS);
    assertThat(Form.ofText("1".repeat(201))).isEqualTo(Form.TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(Form form) {
    assertThat(Form.labelled(form.label())).isEqualTo(form);
    assertThat(form.label()).matches("[a-z0-9-]+");
  }
}
