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
import org.jspecify.annotations.Nullable;

/**
 * A vendor that contacts can go to. Its clients have no limiter: the job has one, which shows its
 * waits and ends them on Ctrl-C.
 */
enum Vendor {
  KORE("Kore.ai", "KORE_") {
    @Override
    OpenTarget open(Map<String, String> environment, @Nullable String folder) {
      if (folder != null) {
        throw new TransferException(
            Kind.INPUT, "--folder is for Truedy: Kore.ai's contacts have no folders");
      }
      KoreClient client =
          KoreClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build();
      return new OpenTarget(KoreTarget.of(client), client::close);
    }

    @Override
    OpenTarget open(Map<String, String> environment, Plan plan) {
      return open(environment, (String) null);
    }

    @Override
    Diagnosis diagnose(Map<String, String> environment) {
      return KoreClient.diagnoseFromEnv(environment);
    }
  },
  TRUEDY("Truedy", "TRUEDY_") {
    private static final String FOLDER = " folder ";

    @Override
    OpenTarget open(Map<String, String> environment, @Nullable String folder) {
      TruedyClient client =
          TruedyClient.builderFromEnv(environment).rateLimiter(RateLimiter.unlimited()).build();
      TruedyTarget account = TruedyTarget.of(client);
      return new OpenTarget(folder == null ? account : account.folder(folder), client::close);
    }

    /** The account's name in the plan ends with the folder, if there is one. */
    @Override
    OpenTarget open(Map<String, String> environment, Plan plan) {
      int folder = plan.account().lastIndexOf(FOLDER);
      return open(
          environment, folder < 0 ? null : plan.account().substring(folder + FOLDER.length()));
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

  /** The target to make a plan for. */
  abstract OpenTarget open(Map<String, String> environment, @Nullable String folder);

  /** The target that a plan was made for, if the credentials are those of its account. */
  abstract OpenTarget open(Map<String, String> environment, Plan plan);

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
