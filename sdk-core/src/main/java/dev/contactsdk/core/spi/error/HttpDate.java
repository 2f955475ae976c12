package dev.contactsdk.core.spi.error;

import dev.contactsdk.core.http.Headers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses dates in headers, such as {@code Sat, 02 May 2026 10:01:20 GMT}. */
public final class HttpDate {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private HttpDate() {}

  /**
   * When a server sent an answer, by its own clock, which may differ from this machine's.
   *
   * @param headers the answer's headers
   * @param now the current time
   * @return the {@code Date} header; {@code now} when there is no readable one
   */
  public static Instant sent(Headers headers, Instant now) {
    Instant date = parse(headers.get("Date"));
    return date == null ? now : date;
  }

  /**
   * Parses a date.
   *
   * @param text the header's value; may be null
   * @return the instant; null when there is no readable date
   */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.from(FORM.parse(text.strip()));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
