package dev.contactsdk.core.spi.diagnose;

import dev.contactsdk.core.error.ApiException;
import java.time.Duration;

/** Tells whether the vendor's rate limit was hit. No vendor reports what is left of it. */
public final class LimitCheck {
  /** The check's name. */
  public static final String NAME = "limit";

  private LimitCheck() {}

  /**
   * Reports what was seen of the limit; nothing if no answer came.
   *
   * @param report gets the result
   * @param probe has sent the requests
   * @param limit the vendor's limit, such as {@code 60 requests a minute}
   */
  public static void judge(Report report, Probe probe, String limit) {
    probe.refusals().stream()
        .filter(ApiException.RateLimited.class::isInstance)
        .findFirst()
        .ifPresent(refusal -> report.wrong(NAME, seen(refusal), mend(refusal)));
    String stopped = probe.stopped();
    if (stopped != null) {
      report.unknown(NAME, stopped);
    } else if (probe.isAnswered()) {
      report.unknown(
          NAME,
          "not hit; the vendor does not report what is left. By default the client keeps " + limit);
    }
  }

  private static String seen(ApiException refusal) {
    return "HTTP " + refusal.status() + ": the account's rate limit is used up";
  }

  private static String mend(ApiException refusal) {
    Duration wait = refusal.retryAfter();
    return "Wait "
        + (wait == null || wait.isZero() ? "a minute" : wait.plusMillis(999).toSeconds() + " s")
        + " and try again. If other programs use the account, share a limit with rateLimiter(...).";
  }
}
