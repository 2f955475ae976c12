package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientInstantTest {
  @ParameterizedTest
  @CsvSource({
    "2026-02-01T10:00:00Z, 2026-02-01T10:00:00Z",
    "2026-02-01T10:00:00z, 2026-02-01T10:00:00Z",
    "2026-02-01T10:00:00, 2026-02-01T10:00:00Z",
    "2026-02-01 10:00:00, 2026-02-01T10:00:00Z",
    "2026-02-01T10:00:00.1Z, 2026-02-01T10:00:00.1Z",
    "2026-02-01T10:00:00.123456, 2026-02-01T10:00:00.123456Z",
    "2026-02-01T10:00:00.123456789Z, 2026-02-01T10:00:00.123456789Z",
    "2026-02-01T10:00:00.000000001Z, 2026-02-01T10:00:00.000000001Z",
    "2026-02-01T10:00:00+05:30, 2026-02-01T04:30:00Z",
    "2026-02-01T10:00:00+0530, 2026-02-01T04:30:00Z",
    "2026-02-01T10:00:00+05, 2026-02-01T05:00:00Z",
    "2026-02-01T10:00:00.5-08:00, 2026-02-01T18:00:00.5Z",
    "2026-02-01 10:00:00+00:00, 2026-02-01T10:00:00Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z"
  })
  void reads(String text, Instant instant) {
    assertThat(LenientInstant.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Z",
        "null",
        "2026",
        "2026-02-01",
        "2026-02-01T",
        "2026-02-01T10:00",
        "2026-02-01T10:00Z",
        "2026-02-01T10:00:00.Z",
        "2026-02-01T10:00:00.1234567890Z",
        "2026-02-01T10:00:00ZZ",
        "2026-02-01T10:00:00Z ",
        " 2026-02-01T10:00:00Z",
        "2026-02-01T10:00:00+",
        "2026-02-01T10:00:00+5",
        "2026-02-01T10:00:00+05:",
        "2026-02-01T10:00:00+05:3",
        "2026-02-01T10:00:00+05:60",
        "2026-02-01T10:00:00+19:00",
        "2026-02-01T10:00:00 UTC",
        "2026-02-01T10:00:00 05:30",
        "2026-02-01T10:00:00*0530",
        "2026-02-01X10:00:00+05:30",
        "2026-02-01T10:00:00.+05:30",
        "2026-02-01T24:00:00Z",
        "2026-02-01T23:60:00Z",
        "2026-02-01T23:59:60Z",
        "2026-00-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-02-00T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "26-02-01T10:00:00Z",
        "12026-02-01T10:00:00Z",
        "2026/02/01T10:00:00Z",
        "2026-02-01X10:00:00Z",
        "2026-02-01T10-00-00Z",
        "-2026-02-01T10:00:00Z",
        "２０２６-02-01T10:00:00Z",
        "1760000000",
        "Sun Feb 01 2026"
      })
  void refuses(String text) {
    assertThat(LenientInstant.parse(text)).isNull();
  }

  @Test
  void readsTenThousandTimesAsTheJdkDoes() {
    Random random = new Random(42);
    long first = Instant.parse("0000-01-02T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 10_000; i++) {
      long second = first + (long) (random.nextDouble() * (last - first));
      Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080 + 1) - 1080));
      String inZone =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, offset));
      assertThat(LenientInstant.parse(instant.toString())).isEqualTo(instant);
      assertThat(LenientInstant.parse(inZone)).as(inZone).isEqualTo(instant);
    }
  }

  @Test
  void readsOutOfTheMiddleOfAnArrayTimeAfterTime() {
    char[] text = "xx2026-02-01T10:00:00Z99".toCharArray();
    LenientInstant reader = new LenientInstant();
    assertThat(reader.read(text, 2, 20)).isEqualTo("2026-02-01T10:00:00Z");
    assertThat(reader.read(text, 2, 21)).isNull();
    assertThat(reader.read(text, 2, 19)).isEqualTo("2026-02-01T10:00:00Z");
  }

  @Test
  void noShortenedTimeMakesItFail() {
    String whole = "2026-02-01T10:00:00.123+05:30";
    for (int end = 0; end < whole.length(); end++) {
      Instant read = LenientInstant.parse(whole.substring(0, end));
      assertThat(read == null || read.toString().startsWith("2026-02-01T")).isTrue();
    }
  }
}
