package dev.contactsdk.core.spi.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Duration read(String... headers) {
    return RetryAfter.read(Headers.received(List.of(headers)), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "30, PT30S",
    "' 30 ', PT30S",
    "1.5, PT1.5S",
    "-10, PT0S",
    "999999999999999999, P365D",
    "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "'Sun, 01 Mar 2026 11:00:00 GMT', PT0S",
    "'Fri, 31 Dec 9999 23:59:59 GMT', P365D"
  })
  void readsSecondsAndDates(String value, Duration wait) {
    assertThat(read("Retry-After", value)).isEqualTo(wait);
  }

  @Test
  void aDateIsReadByTheClockOfTheServerThatSentIt() {
    String until = "Sun, 01 Mar 2026 12:00:30 GMT";
    assertThat(read("Retry-After", until, "Date", "Sun, 01 Mar 2026 12:00:10 GMT"))
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(read("Retry-After", until, "Date", "today")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void millisecondsComeFirst() {
    assertThat(read("Retry-After", "30", "retry-after-ms", "250"))
        .isEqualTo(Duration.ofMillis(250));
    assertThat(read("Retry-After", "30", "retry-after-ms", "soon"))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1e9", "NaN", "٣٠", "99999999999999999999", "30 s", "1,5"})
  void whatCannotBeReadIsAsIfAbsent(String value) {
    assertThat(read("Retry-After", value)).isNull();
  }

  @Test
  void withoutAHeaderThereIsNoWait() {
    assertThat(read()).isNull();
  }

  @Test
  void datesAreReadTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(read("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT"))
          .isEqualTo(Duration.ofSeconds(30));
    } finally {
      Locale.setDefault(before);
    }
  }
}
