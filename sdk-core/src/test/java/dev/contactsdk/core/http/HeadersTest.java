package dev.contactsdk.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary\r\nEvil: 1",
        "canary\n",
        "\rcanary",
        "canary\u0000",
        "canary\u007f",
        "canary é",
        "canary\u2028",
        "canary\u0085"
      })
  void aValueWithALineBreakOrOutsideAsciiIsRefusedAndNotQuoted(String value) {
    assertThatThrownBy(() -> Headers.empty().with("X-Name", value))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("X-Name")
        .hasMessageContaining("position")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("Evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "X Name", "X:", "X\r\nEvil", "Ünder", "X\u007f", "a/b", "(x)", "\"X"})
  void aNameThatIsNotATokenIsRefused(String name) {
    assertThatThrownBy(() -> Headers.empty().with(name, "v"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("Evil");
  }

  @Test
  void spacesAndTabsInsideAValueAreKept() {
    assertThat(Headers.empty().with("X", "a \t b").get("X")).isEqualTo("a \t b");
  }

  @Test
  void namesCompareWithoutCaseAndASecondValueTakesThePlaceOfTheFirst() {
    Headers headers = Headers.empty().with("Auth", "1").with("Other", "x").with("AUTH", "2");
    List<String> lines = new ArrayList<>();
    headers.forEach((name, value) -> lines.add(name + "=" + value));
    assertThat(lines).containsExactly("Other=x", "AUTH=2");
    assertThat(headers.get("auth")).isEqualTo("2");
    assertThat(headers.get("none")).isNull();
  }

  @Test
  void ofReceivedHeadersTheLastValueCounts() {
    assertThat(Headers.received(List.of("A", "1", "a", "2")).get("A")).isEqualTo("2");
  }

  @Test
  void settingAHeaderLeavesTheFirstHeadersAsTheyWere() {
    Headers first = Headers.empty().with("A", "1");
    assertThat(first.with("A", "2").get("A")).isEqualTo("2");
    assertThat(first.get("A")).isEqualTo("1");
  }

  @Test
  void headersPrintNamesOnly() {
    assertThat(Headers.empty().with("Auth", "canary")).hasToString("Headers[Auth]");
  }

  @Test
  void theFirstAndTheLastVisibleCharacterAreTaken() {
    assertThat(Headers.empty().with("!~", " ~").get("!~")).isEqualTo(" ~");
  }

  @Test
  void theFirstOddCharacterOfAValueIsPointedAt() {
    assertThatThrownBy(() -> Headers.empty().with("X", "ab\ncd"))
        .hasMessageContaining("a line break at position 2");
    assertThatThrownBy(() -> Headers.empty().with("X", "ü"))
        .hasMessageContaining("outside visible ASCII at position 0");
  }

  @Test
  void othersTakeThePlaceOfThoseOfTheirNames() {
    Headers own = Headers.empty().with("A", "1").with("B", "2");
    Headers merged = own.with(Headers.empty().with("b", "3").with("C", "4"));
    List<String> lines = new ArrayList<>();
    merged.forEach((name, value) -> lines.add(name + "=" + value));
    assertThat(lines).containsExactly("A=1", "b=3", "C=4");
    assertThat(own.with(Headers.empty())).isSameAs(own);
  }
}
