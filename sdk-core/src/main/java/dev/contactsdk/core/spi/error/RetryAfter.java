package dev.contactsdk.core.spi.error;

import dev.contactsdk.core.http.Headers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads from the headers how long a server asks to wait. For vendor modules. */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(365);

  private RetryAfter() {}

  /**
   * Reads {@code retry-after-ms}, else {@code Retry-After} as seconds or as an HTTP date.
   *
   * @param headers the answer's headers
   * @param now the current time, for a date in an answer without a {@code Date} of its own
   * @return the wait, from zero to one year; zero for a time in the past; null when there is no
   *     readable header
   */
  public static @Nullable Duration read(Headers headers, Instant now) {
    Duration millis = amount(headers.get("retry-after-ms"), 1);
    if (millis != null) {
      return millis;
    }
    String value = headers.get("Retry-After");
    Duration seconds = amount(value, 1000);
    return seconds == null ? untilDate(value, HttpDate.sent(headers, now)) : seconds;
  }

  private static @Nullable Duration amount(@Nullable String text, int millisPerUnit) {
    if (text == null || !text.strip().matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
      return null;
    }
    double millis = Double.parseDouble(text.strip()) * millisPerUnit;
    return bounded(Duration.ofMillis((long) millis));
  }

  private static @Nullable Duration untilDate(@Nullable String text, Instant sent) {
    Instant moment = HttpDate.parse(text);
    return moment == null ? null : bounded(Duration.between(sent, moment));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
