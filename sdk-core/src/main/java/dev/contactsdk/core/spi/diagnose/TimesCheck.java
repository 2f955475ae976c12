package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.json.LenientInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for the time zone of the times in an answer. */
public final class TimesCheck {
  /** The check's name. */
  public static final String NAME = "times.zone";

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?([zZ]|[+-]\\d\\d:?\\d\\d)?");
  private static final Duration TOLERATED = Duration.ofMinutes(5);

  private enum Zone {
    UTC,
    OFFSET,
    NONE
  }

  private final Map<Zone, Integer> counts = new EnumMap<>(Zone.class);
  private @Nullable Instant newest;

  private TimesCheck() {}

  /**
   * Reports the zone of the times. The SDK reads times without one as UTC. That is wrong if one of
   * them is then in the future, or if the time of the answer itself is not now.
   *
   * @param report gets the result
   * @param answer a success
   * @param sent the time of the answer, as its content has it; null when it has none
   */
  public static void judge(Report report, Probed<?> answer, @Nullable Object sent) {
    TimesCheck check = new TimesCheck();
    check.look(answer.content());
    check.report(report, answer, sent instanceof String text ? LenientInstant.parse(text) : null);
  }

  private void look(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::look);
    } else if (value instanceof Iterable<?> list) {
      list.forEach(this::look);
    } else if (value instanceof String text) {
      count(text);
    }
  }

  private void count(String text) {
    Matcher time = TIME.matcher(text);
    Instant instant = time.matches() ? LenientInstant.parse(text) : null;
    if (instant != null) {
      String zone = time.group(1);
      boolean utc = "z".equalsIgnoreCase(zone);
      counts.merge(zone == null ? Zone.NONE : utc ? Zone.UTC : Zone.OFFSET, 1, Integer::sum);
      newest = newest == null || instant.isAfter(newest) ? instant : newest;
    }
  }

  private void report(Report report, Probed<?> answer, @Nullable Instant sent) {
    Duration ahead = ahead(answer, newest);
    Duration off = ahead(answer, sent);
    if (counts.isEmpty()) {
      report.unknown(NAME, "the answer has no times");
    } else if (!counts.containsKey(Zone.NONE)) {
      report.ok(NAME, counts.containsKey(Zone.OFFSET) ? "times have an offset" : "times are UTC");
    } else if (off != null && off.abs().compareTo(TOLERATED) > 0) {
      wrong(report, "times have no zone, and read as UTC the answer's own is off by ", off.abs());
    } else if (ahead != null && ahead.compareTo(TOLERATED) > 0) {
      wrong(report, "times have no zone, and read as UTC the newest is in the future by ", ahead);
    } else if (off != null) {
      report.ok(NAME, "times have no zone, and are UTC, as the SDK reads them");
    } else {
      report.unknown(
          NAME,
          "times have no zone; the SDK reads them as UTC",
          "Compare the time of a record that you have just created with the time in UTC.");
    }
  }

  private static void wrong(Report report, String seen, Duration by) {
    report.wrong(
        NAME,
        seen + by.toMinutes() + " min",
        "The server sends local times, which the SDK reads as UTC: set its time zone to UTC.");
  }

  /** How far a time is ahead of the server's clock. */
  private static @Nullable Duration ahead(Probed<?> answer, @Nullable Instant time) {
    Instant at = answer.at();
    Duration skew = answer.clockSkew();
    if (time == null || at == null) {
      return null;
    }
    return Duration.between(skew == null ? at : at.minus(skew), time);
  }
}
