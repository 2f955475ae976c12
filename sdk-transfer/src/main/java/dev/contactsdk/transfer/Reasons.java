package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.PlanStore.Counted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts and reasons for people to read. */
final class Reasons {
  /** Row numbers and ids differ from row to row; the reason is the same. */
  private static final Pattern REPEATS = Pattern.compile("repeats the number of row \\d+");

  private static final Pattern SEVERAL = Pattern.compile("\\d+ contacts have this number: .*");
  private static final int MOST_LINES = 20;

  private Reasons() {}

  /** The rows by reason, the most frequent first. */
  static Map<String, Long> grouped(List<Counted> reasons) {
    Map<String, Long> grouped = new LinkedHashMap<>();
    for (Counted each : reasons) {
      grouped.merge(general(each.name()), each.rows(), Long::sum);
    }
    return grouped.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
  }

  private static String general(String reason) {
    if (reason.isEmpty()) {
      return "no reason was given";
    }
    String repeats = REPEATS.matcher(reason).replaceAll("repeats the number of an earlier row");
    return SEVERAL.matcher(repeats).replaceAll("several contacts have this number");
  }

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

  static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code 4,599 created, 401 refused}. */
  static String counts(List<Counted> counts) {
    return counts.stream()
        .filter(each -> each.rows() > 0)
        .map(each -> String.format(Locale.ROOT, "%,d %s", each.rows(), each.name()))
        .collect(Collectors.joining(", "));
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
