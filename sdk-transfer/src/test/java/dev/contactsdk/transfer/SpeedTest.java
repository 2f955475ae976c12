package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long 10,000 new contacts take within the documented limits, in virtual time. */
class SpeedTest {
  private static final int PEOPLE = 10_000;

  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();

  @Test
  void kore() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).rateLimit(60).start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .timeSource(clock)
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
      PlanSummary summary = move(KoreTarget.of(kore), 60);
      assertThat(sandbox.contactCount()).isEqualTo(PEOPLE);
      assertThat(clock.elapsed()).isLessThanOrEqualTo(Duration.ofMinutes(2));
      assertThat(summary.requests() + summary.listingRequests() + summary.verifyRequests() + 1)
          .as("estimated requests")
          .isBetween(sandbox.requestCount() - 3, sandbox.requestCount() + 3);
    }
  }

  @Test
  void truedy() {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(clock).rateLimit(100).start();
        TruedyClient truedy =
            sandbox
                .clientBuilder()
                .timeSource(clock)
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
      move(TruedyTarget.of(truedy).importingCsv(), 100);
      assertThat(sandbox.contactCount()).isEqualTo(PEOPLE);
      assertThat(clock.elapsed()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }
  }

  private PlanSummary move(Target target, int rate) {
    Path file = People.file(directory, 0, PEOPLE);
    try (Journal journal = Journal.open(directory.resolve("speed.contacts"), clock)) {
      Plan plan =
          Transfer.from(CsvSource.of(file).region("IN")).to(target).rate(rate).plan(journal);
      PlanSummary summary = plan.summary();
      RunOptions options = RunOptions.DEFAULT.rate(rate);
      Result result = journal.run(target, options, progress -> {});
      assertThat(result.count(RowState.CREATED)).isEqualTo(PEOPLE);
      Verification verification =
          journal.verification().orElseGet(() -> journal.verify(target, options, progress -> {}));
      assertThat(verification.same()).isEqualTo(PEOPLE);
      assertThat(verification.missing() + verification.twice() + verification.differs()).isZero();
      System.out.printf(
          Locale.ROOT,
          "%s: %,d contacts at %d a minute in %d s, with %d requests that write%n",
          target.name(),
          PEOPLE,
          rate,
          clock.elapsed().toSeconds(),
          result.requests());
      return summary;
    }
  }
}
