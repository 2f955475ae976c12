package dev.contactsdk.transfer;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.nio.file.Path;
import java.util.Map;

/** A process that runs a journal's plan, to be killed. */
final class CrashingRun {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(1_000_000).inFlight(4);

  private CrashingRun() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      if (environment.containsKey("KORE_BASE_URL")) {
        try (KoreClient kore =
            KoreClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build()) {
          journal.run(new SmallRequests(KoreTarget.of(kore)), FAST, progress -> {});
        }
      } else {
        try (TruedyClient truedy =
            TruedyClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build()) {
          TruedyTarget target = TruedyTarget.of(truedy);
          boolean importing = arguments[1].equals("importing");
          journal.run(
              new SmallRequests(importing ? target.importingCsv() : target), FAST, progress -> {});
        }
      }
    }
  }
}
