package dev.contactsdk.transfer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {
  private static CheckedRow check(String region, Map<String, String> values) {
    return new RowCheck(SmallTarget.usual(), region, false).check(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "IN;9876543210",
        "IN;098765 43210",
        "IN;+91 98765-43210",
        "IN;919876543210",
        "IN;'\u00A0\u200B9876543210 '",
        "DE;00919876543210",
        "IN;'''9876543210'"
      })
  void aNumberBecomesE164(String region, String text) {
    CheckedRow row = check(region, Map.of("phone", text, "lastName", "Rao"));
    assertThat(row.problems()).isEmpty();
    assertThat(row.phone()).isEqualTo("+919876543210");
    assertThat(row.fields()).containsEntry("phone", "+919876543210");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "IN;9.19877E+11;shortened",
        "IN;9,19877E+11;shortened",
        "IN;9876543210.0;decimals",
        "US;919876543210;lost the +",
        "IN;9447*094445;hidden digit",
        ";919876543210;lost the +",
        ";9876543210;no country code",
        "IT;612345678;leading zero",
        "IN;0151 23456101;not a number of the region",
        "IN;98765 four;letters",
        "IN;9876543210 / 9876543211;two numbers",
        "IN;9876543210 or 9876543211;two numbers",
        "IN;98765;too short",
        "IN;+9198765432109876;too long",
        "IN;n/a;letters",
        "IN;--;not a phone number"
      })
  void aDamagedNumberIsRefusedWithItsOwnReason(String region, String text, String reason) {
    CheckedRow row = check(region, Map.of("phone", text, "lastName", "Rao"));
    assertThat(row.phone()).isNull();
    assertThat(row.problems()).hasSize(1);
    Problem problem = row.problems().get(0);
    assertThat(problem.field()).isEqualTo("phone");
    assertThat(problem.reason()).contains(reason).doesNotContain("9876");
    assertThat(problem.suggestion()).isNotBlank().doesNotContain("9876");
  }

  @Test
  void anExtensionGoesToItsField() {
    CheckedRow row = check("IN", Map.of("phone", "9876543210 x12", "lastName", "Rao"));
    assertThat(row.problems()).isEmpty();
    assertThat(row.fields())
        .containsEntry("phone", "+919876543210")
        .containsEntry("extension", "12");
    assertThat(
            check("IN", Map.of("phone", "9876543210 x12", "extension", "9", "lastName", "R"))
                .problems())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a@example.com;true", "zoë.m+x@bücher.example;true", "a@localhost;false",
            "a@@b.example;false",
        "a b@c.example;false", "a@b..example;false", ".a@b.example;false",
            "a@b.example, c@d.example;false"
      })
  void addressesAreChecked(String text, boolean right) {
    CheckedRow row = check("IN", Map.of("phone", "9876543210", "lastName", "Rao", "email", text));
    assertThat(row.problems().isEmpty()).isEqualTo(right);
  }

  @Test
  void missingUnknownAndUnprintableAreProblems() {
    CheckedRow row =
        check(
            "IN",
            Map.of(
                "phone",
                "9876543210",
                "lastName",
                " \u00A0",
                "firstName",
                "a\u0007b",
                "nick",
                "x"));
    assertThat(row.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("lastName", "firstName", "nick");
    assertThat(row.problems()).extracting(Problem::onlyForCreate).contains(true);
  }

  @Test
  void formulasAndInnerSpacesAreDataAndBlanksClearOnRequest() {
    Map<String, String> values =
        Map.of("phone", "9876543210", "lastName", " =A1  b ", "email", "", "custom.plan", "-1");
    assertThat(check("IN", values).fields())
        .isEqualTo(Map.of("phone", "+919876543210", "lastName", "=A1  b", "custom.plan", "-1"));
    assertThat(new RowCheck(SmallTarget.usual(), "IN", true).check(values).fields())
        .containsEntry("email", "");
  }
}
