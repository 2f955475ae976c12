package dev.contactsdk.core.spi;

import dev.contactsdk.core.json.LenientInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a run started. Records that the vendor created earlier are not from this run.
 *
 * @param moment the moment, by this machine's clock
 */
public record RunStart(Instant moment) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");

  /** How far the vendor's clock may be behind this machine's. */
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(10);

  /**
   * Creates the start of a run that starts now.
   *
   * @param engine the client's engine
   * @return its start
   */
  public static RunStart of(ApiEngine engine) {
    return new RunStart(engine.time().now());
  }

  /**
   * Whether the run may have created a record.
   *
   * @param createdAt the creation time as the vendor shows it: text, or a number of seconds or
   *     milliseconds since 1970
   * @return false if it was created more than 10 minutes before the run, or the time cannot be read
   */
  boolean mayHaveMade(@Nullable Object createdAt) {
    String text = String.valueOf(createdAt);
    Instant time = createdAt instanceof String ? LenientInstant.parse(text) : null;
    time = time == null ? sinceEpoch(text) : time;
    return time != null && !time.isBefore(moment.minus(TOLERATED_SKEW));
  }

  /** Null unless it is a number of this length, which no other unit has in this century. */
  private static @Nullable Instant sinceEpoch(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    return MILLIS.matcher(text).matches() ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
  }
}
