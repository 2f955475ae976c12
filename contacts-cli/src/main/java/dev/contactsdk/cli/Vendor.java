package dev.contactsdk.cli;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.util.Arrays;
import java.util.Map;

/**
 * A vendor that contacts can go to. Its clients have no limiter: the job has one, which shows its
 * waits and ends them on Ctrl-C.
 */
enum Vendor {
  KORE("Kore.ai", "KORE_") {
    @Override
    OpenTarget open(Map<String, String> environment, Map<String, String> settings) {
      if (!settings.isEmpty()) {
        throw new TransferException(
            Kind.INPUT, "--folder and --import-csv are for Truedy, not for Kore.ai");
      }
      KoreClient client =
          KoreClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build();
      return new OpenTarget(KoreTarget.of(client), client::close);
    }

    @Override
    Diagnosis diagnose(Map<String, String> environment) {
      return KoreClient.diagnoseFromEnv(environment);
    }
  },
  TRUEDY("Truedy", "TRUEDY_") {
    @Override
    OpenTarget open(Map<String, String> environment, Map<String, String> settings) {
      TruedyClient client =
          TruedyClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build();
      return new OpenTarget(TruedyTarget.of(client, settings), client::close);
    }

    @Override
    Diagnosis diagnose(Map<String, String> environment) {
      return TruedyClient.diagnoseFromEnv(environment);
    }
  };

  private final String label;
  private final String prefix;

  Vendor(String label, String prefix) {
    this.label = label;
    this.prefix = prefix;
  }

  /** A target with its own settings, which a plan keeps. */
  abstract OpenTarget open(Map<String, String> environment, Map<String, String> settings);

  abstract Diagnosis diagnose(Map<String, String> environment);

  /** Whether any of its variables is there. */
  boolean isSetUp(Map<String, String> environment) {
    return environment.entrySet().stream()
        .anyMatch(each -> each.getKey().startsWith(prefix) && !each.getValue().isBlank());
  }

  String label() {
    return label;
  }

  static Vendor of(Plan plan) {
    return Arrays.stream(values())
        .filter(vendor -> vendor.label.equals(plan.target()))
        .findFirst()
        .orElseThrow(
            () ->
                new TransferException(
                    Kind.JOURNAL,
                    "the plan's target, "
                        + plan.target()
                        + ", is not one of this command: run it with the program that made it"));
  }
}
