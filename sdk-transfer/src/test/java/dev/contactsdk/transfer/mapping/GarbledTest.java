package dev.contactsdk.transfer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.transfer.target.Fields;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that was encoded twice is recognised, and right names are not taken for it. */
class GarbledTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static boolean isGarbled(String name) {
    return Garbled.isGarbled(Fields.FIRST_NAME, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00EB",
        "J\u00FCrgen",
        "\u00D6sterreich",
        "Niccol\u00E0",
        "Pawe\u0142 \u017B\u00F3\u0142ty",
        "Nguy\u1EC5n Th\u1ECB",
        "O\u2019Brien",
        "\u20AC uro",
        "\u0438\u0432\u0430\u043D",
        "\u0930\u0935\u093F"
      })
  void encodedTwice(String name) {
    String twice = new String(name.getBytes(StandardCharsets.UTF_8), WINDOWS);
    assertThat(isGarbled(twice)).as(twice).isTrue();
    assertThat(isGarbled(name)).as(name).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Asha",
        "\u00C3",
        "Jos\u00E9",
        "JOS\u00C9\u2019S",
        "MAT\u00DA\u0160",
        "LUK\u00C1\u0160",
        "Vo\u00DF\u2013Meyer",
        "ANDR\u00C9\u2122",
        "Jo\u00E3o S\u00E1",
        "\u00C5\u00C4\u00D6",
        "Tr\u1EA7n H\u01B0ng",
        "\u0410\u043D\u043D\u0430",
        "What?"
      })
  void right(String name) {
    assertThat(isGarbled(name)).isFalse();
  }

  @Test
  void questionMarksAreNoName() {
    assertThat(isGarbled("????")).isTrue();
    assertThat(isGarbled("??? ????")).isTrue();
    assertThat(Garbled.isGarbled(Fields.COMPANY_NAME, "???")).as("no name of a person").isFalse();
  }
}
