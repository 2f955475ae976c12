package dev.contactsdk.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts and reasons for people to read. */
final class Reasons {
  private static final int MOST_LINES = 20;

  private Reasons() {}

  static List<String> lines(Map<String, Long> reasons) {
    List<String> lines =
        reasons.entrySet().stream()
            .limit(MOST_LINES)
            .map(each -> String.format(Locale.ROOT, "%,d: %s", each.getValue(), each.getKey()))
            .collect(Collectors.toList());
    if (reasons.size() > MOST_LINES) {
      lines.add(String.format(Locale.ROOT, "%,d other reasons", reasons.size() - MOST_LINES));
    }
    return lines;
  }

  static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code 4,599 created, 401 refused}; parts without a count are empty. */
  static String list(Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /** Such as {@code 4,599 created}; empty for none. */
  static String count(long count, String what) {
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, what);
  }

  /** Such as {@code 1 row of unknown fate}; empty for none. */
  static String count(long count, String noun, String what) {
    return count == 0 ? "" : number(count, noun) + " " + what;
  }

  /** Such as {@code 1 row} or {@code 4,599 rows}. */
  static String number(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  static String time(Duration time) {
    long minutes = time.toMinutes();
    if (minutes == 0) {
      return "less than a minute";
    }
    return minutes < 120
        ? "about " + minutes + " min"
        : String.format(Locale.ROOT, "about %d h %d min", minutes / 60, minutes % 60);
  }
}
