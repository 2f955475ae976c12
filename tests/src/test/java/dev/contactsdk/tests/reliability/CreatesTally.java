package dev.contactsdk.tests.reliability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was reported of each number, against what the server has. */
final class CreatesTally {
  /** What the caller is told. */
  enum Report {
    CREATED,
    /** It is there, but could not be read. */
    APPLIED,
    NOT_CREATED,
    UNKNOWN
  }

  private final Map<String, Report> reports = new ConcurrentHashMap<>();
  int creates;
  int reportedCreated;
  int unknown;
  int unknownButThere;
  int notCreated;
  int duplicates;

  /** Reported as not created, and there. */
  int lost;

  /** Reported as created, and not there. */
  int invented;

  void report(String digits, Report report) {
    reports.put(digits, report);
  }

  /** Compares, and forgets the single numbers. */
  void compare(Map<String, Integer> stored) {
    reports.forEach((digits, report) -> compare(report, stored.getOrDefault(digits, 0)));
    reports.clear();
  }

  private void compare(Report report, int times) {
    creates++;
    duplicates += times > 1 ? 1 : 0;
    switch (report) {
      case CREATED, APPLIED -> {
        reportedCreated++;
        invented += times == 0 ? 1 : 0;
      }
      case NOT_CREATED -> {
        notCreated++;
        lost += times > 0 ? 1 : 0;
      }
      case UNKNOWN -> {
        unknown++;
        unknownButThere += times > 0 ? 1 : 0;
      }
    }
  }

  static String header() {
    return """
    | vendor, client | creates | reported created | reported not created | reported unknown | \
    duplicates | reported not created, but there | reported created, but not there |
    |---|---|---|---|---|---|---|---|\
    """;
  }

  String row(String client) {
    return "| %s | %d | %d | %d | %d (%d of them there) | %d | %d | %d |"
        .formatted(
            client,
            creates,
            reportedCreated,
            notCreated,
            unknown,
            unknownButThere,
            duplicates,
            lost,
            invented);
  }
}
