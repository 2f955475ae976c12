package dev.contactsdk.sandbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The headers that say when to retry. */
public final class RetryHint {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private RetryHint() {}

  public static Reply add(Reply reply, LimitWords answer, Duration wait, Instant now) {
    Instant end = now.plus(wait);
    return switch (answer) {
      case DOCUMENTED, NESTED, INTERNAL_ERROR -> reply;
      case RETRY_AFTER_SECONDS -> reply.with("Retry-After", Long.toString(ceil(wait.toMillis())));
      case RETRY_AFTER_DATE ->
          reply.with(
              "Retry-After", HTTP_DATE.format(Instant.ofEpochSecond(ceil(end.toEpochMilli()))));
      case RETRY_AFTER_MS -> reply.with("retry-after-ms", Long.toString(wait.toMillis()));
    };
  }

  private static long ceil(long millis) {
    return -Math.floorDiv(-millis, 1000L);
  }
}
