package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Progress in words, without personal data. */
final class ProgressText {
  private static final List<RowState> SHOWN =
      List.of(
          RowState.CREATED,
          RowState.UPDATED,
          RowState.PRESENT,
          RowState.REJECTED,
          RowState.UNKNOWN,
          RowState.DRIFTED);

  private ProgressText() {}

  /** Such as {@code Sending: 1,200 of 5,000 rows (24 %); 1,180 created, 20 rejected}. */
  static String line(Progress progress) {
    return title(progress.step()) + ": " + amount(progress) + more(progress);
  }

  static String title(Progress.Step step) {
    return switch (step) {
      case READING -> "Reading";
      case LISTING -> "Listing";
      case SENDING -> "Sending";
    };
  }

  private static String amount(Progress progress) {
    String things = progress.step() == Progress.Step.LISTING ? "contacts" : "rows";
    Long total = progress.total();
    if (total == null || total == 0) {
      return String.format(Locale.ROOT, "%,d %s", progress.done(), things);
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s (%d %%)",
        progress.done(),
        total,
        things,
        100 * progress.done() / total);
  }

  private static String more(Progress progress) {
    String details = details(progress);
    return details.isEmpty() ? "" : "; " + details;
  }

  /** What has become of the rows, how long it takes, and what it waits for. */
  static String details(Progress progress) {
    List<String> parts = new ArrayList<>();
    Duration pause = progress.pause();
    if (pause != null) {
      String reason = progress.pauseReason();
      parts.add("goes on in " + time(pause) + (reason == null ? "" : " (" + reason + ")"));
    }
    for (RowState state : SHOWN) {
      long rows = progress.states().getOrDefault(state, 0L);
      if (rows > 0) {
        parts.add(
            String.format(Locale.ROOT, "%,d %s", rows, state.name().toLowerCase(Locale.ROOT)));
      }
    }
    Duration left = progress.left();
    if (left != null && pause == null) {
      parts.add(time(left) + " left");
    }
    return String.join(", ", parts);
  }

  private static String time(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 100) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
