package dev.contactsdk.core.spi.diagnose;

import java.time.Duration;

/** Compares this machine's clock with the {@code Date} of an answer. */
public final class ClockCheck {
  /** The check's name. */
  public static final String NAME = "clock";

  /** The header has whole seconds, and the answer takes time to arrive. */
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private ClockCheck() {}

  /**
   * Reports how far the clocks are apart, if there was an answer.
   *
   * @param report gets the result
   * @param answer an answer of the server
   */
  public static void judge(Report report, Probed<?> answer) {
    Duration skew = answer.clockSkew();
    if (!answer.isAnswered()) {
      return;
    }
    if (skew == null) {
      report.unknown(NAME, "the answer has no Date header to compare with");
    } else if (skew.abs().compareTo(TOLERATED) > 0) {
      report.wrong(
          NAME,
          "this machine's clock is "
              + skew.abs().toSeconds()
              + " s "
              + (skew.isNegative() ? "behind" : "ahead of")
              + " the server's",
          "Set this machine's clock by a time server (NTP): tokens and waits depend on it.");
    } else {
      report.ok(NAME, "within " + TOLERATED.toSeconds() + " s of the server's");
    }
  }
}
