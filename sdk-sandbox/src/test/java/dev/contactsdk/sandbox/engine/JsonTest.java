package dev.contactsdk.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static Object read(String json) {
    return Json.read(json.getBytes(UTF_8));
  }

  private static String write(Object value) {
    return new String(Json.write(value), UTF_8);
  }

  @Test
  void readsEveryKindOfValue() {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("text", "a");
    expected.put("yes", true);
    expected.put("no", false);
    expected.put("nothing", null);
    expected.put("list", Arrays.asList(1, null, List.of(), Map.of()));
    assertThat(
            read(
                " {\"text\" : \"a\",\"yes\":true,\t\"no\":false,\r\n\"nothing\":null,"
                    + "\"list\":[1, null,[ ],{ }]} "))
        .isEqualTo(expected);
    assertThat(read("null")).isNull();
  }

  @Test
  void keepsTheOrderOfMembers() {
    assertThat(((Map<?, ?>) read("{\"b\":1,\"a\":2,\"c\":3}")).keySet().toString())
        .isEqualTo("[b, a, c]");
  }

  @Test
  void readsNumbersExactly() {
    assertThat(read("0")).isEqualTo(0);
    assertThat(read("-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(read("2147483648")).isEqualTo(2147483648L);
    assertThat(read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(read("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(read("0.1234567890123456789")).isEqualTo(new BigDecimal("0.1234567890123456789"));
    assertThat(read("-1.50")).isEqualTo(new BigDecimal("-1.50"));
    assertThat(read("1E400")).isEqualTo(new BigDecimal("1E400"));
    assertThat(read("1e-2")).isEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void readsEscapesAndUnicode() {
    assertThat(read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00 \u00e9\ud83d\ude00\u007f\""))
        .isEqualTo("\"\\/\b\f\n\r\t\u00e9\ud83d\ude00 \u00e9\ud83d\ude00\u007f");
    assertThat(read("\"\\u0000\"")).isEqualTo("\0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\ufeff1",
        "1 2",
        "{} x",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "[1}",
        "{\"a\":1]",
        "]",
        "'a'",
        "\"a",
        "\"a\\",
        "\"\\x41\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u\uff11\uff11\uff11\uff11\"",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"a\0\"",
        "01",
        "-01",
        "+1",
        "-",
        ".5",
        "5.",
        "1.e1",
        "1e",
        "1e+",
        "0x10",
        "\uff11",
        "1e99999999999",
        "NaN",
        "Infinity",
        "True",
        "nul",
        "nullx",
        "truefalse",
        "// c\n1",
        "/* c */ 1",
        "\u00a01",
        "1\0",
        "\0"
      })
  void refusesWhatIsNotJson(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedText.class)
        .hasMessageStartingWith("malformed JSON at character ");
  }

  @Test
  void refusesARepeatedName() {
    assertThatThrownBy(() -> read("{\"a\":1,\"\\u0061\":2}"))
        .isInstanceOf(MalformedText.class)
        .hasMessage("malformed JSON at character 16: a repeated name");
    assertThat(read("[{\"a\":1},{\"a\":2}]")).isNotNull();
  }

  @Test
  void refusesMoreThanFiveHundredLevels() {
    assertThat(read("[".repeat(500) + "]".repeat(500))).isNotNull();
    assertThat(read("[" + "[],".repeat(600) + "{}]")).isNotNull();
    assertThatThrownBy(() -> read("[".repeat(501) + "]".repeat(501)))
        .isInstanceOf(MalformedText.class)
        .hasMessageContaining("more than 500 levels");
    assertThatThrownBy(() -> read("{\"a\":".repeat(501)))
        .isInstanceOf(MalformedText.class)
        .hasMessageContaining("more than 500 levels");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xc3, '"'}))
        .isInstanceOf(MalformedText.class)
        .hasMessage("not UTF-8");
    assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80}))
        .isInstanceOf(MalformedText.class)
        .hasMessage("not UTF-8");
  }

  @Test
  void writesEveryKindOfValue() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "a");
    object.put("list", Arrays.asList(1, 2L, null, true, List.of(), Map.of()));
    object.put("nothing", null);
    assertThat(write(object))
        .isEqualTo("{\"text\":\"a\",\"list\":[1,2,null,true,[],{}],\"nothing\":null}");
  }

  @Test
  void writesNumbersExactly() {
    List<Number> numbers =
        List.of(
            (byte) 1,
            (short) 2,
            Long.MIN_VALUE,
            new BigInteger("9223372036854775808"),
            new BigDecimal("0.1234567890123456789"),
            new BigDecimal("1E+400"),
            0.5,
            1e100,
            0.25f);
    assertThat(write(numbers))
        .isEqualTo(
            "[1,2,-9223372036854775808,9223372036854775808,0.1234567890123456789,1E+400,"
                + "0.5,1.0E100,0.25]");
    assertThat(read("[1.0E100,1E+400]"))
        .isEqualTo(List.of(new BigDecimal("1.0E100"), new BigDecimal("1E+400")));
  }

  @Test
  void escapesWhatMustBeEscaped() {
    assertThat(write("\"\\/\b\n\0 \u00e9\ud83d\ude00\u007f\u2028"))
        .isEqualTo("\"\\\"\\\\/\\u0008\\u000a\\u0000 \u00e9\ud83d\ude00\u007f\u2028\"");
  }

  @Test
  void keepsHalfASurrogatePair() {
    assertThat(write("a\ud83d")).isEqualTo("\"a\\ud83d\"");
    assertThat(read("\"a\\ud83d\"")).isEqualTo("a\ud83d");
  }

  @Test
  void refusesWhatJsonHasNoFormFor() {
    List<Object> values = new ArrayList<>(List.of(Double.NaN, Double.NEGATIVE_INFINITY));
    values.addAll(List.of(Float.NaN, new AtomicInteger(1), Thread.State.NEW, new Object()));
    values.add(new int[] {1});
    for (Object value : values) {
      assertThatThrownBy(() -> write(List.of(value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("JSON cannot represent a value of type " + value.getClass().getName());
    }
    assertThatThrownBy(() -> write(Map.of(1, 2))).hasMessage("a name in JSON must be text");
  }
}
