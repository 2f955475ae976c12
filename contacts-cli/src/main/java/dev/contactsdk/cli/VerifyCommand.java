package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Verification;
import dev.contactsdk.transfer.run.RowState;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Holds the target against a journal. */
@Command(
    name = "verify",
    header =
        "Lists the target and compares it, value by value, with what the journal's plans wrote.",
    description = {
      "  contacts verify spring.contacts",
      "",
      "Verifies all plans of the newest plan's account and folder with one listing. A contact that",
      "several plans wrote is compared once, with the newest value of each field. Plans of other",
      "accounts or folders are named; --plan N verifies those of plan N's account and folder.",
      ""
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID, KORE_CLIENT_SECRET; or",
      "  TRUEDY_API_KEY, and TRUEDY_BASE_URL, TRUEDY_API_PATH if needed; or --env-file",
      "%nExit codes:",
      "  0 all that was written is there, once; 1 used wrongly; 3 rows are unknown;",
      "  4 a row differs, is missing or is there twice; 5 vendor unreachable or credential"
          + " refused;",
      "  130 interrupted"
    },
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Contacts contacts;

  @Mixin private JournalParameter journal;

  @Mixin private PlanOption chosen;

  @Mixin private RateOption rate;

  @Mixin private CredentialOptions credentials;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (Journal open = journal.open()) {
      Plan plan = chosen.of(open);
      Map<String, String> environment = credentials.environment(contacts.surroundings());
      try (OpenTarget target = Vendor.of(plan).open(environment, plan.targetSettings())) {
        Verification verification = verify(open, target);
        int exitCode =
            output.print(verification, () -> document(verification), ExitCode.of(verification));
        adviseOfOthers(open, plan);
        return exitCode;
      }
    }
  }

  private Verification verify(Journal open, OpenTarget target) {
    try (ProgressDisplay display = ProgressDisplay.of(output, contacts.surroundings())) {
      return open.verify(target.target(), rate.options(), display);
    }
  }

  /** What the listing could not show. */
  private void adviseOfOthers(Journal open, Plan verified) {
    Map<String, Plan> others = new TreeMap<>();
    open.plans().stream()
        .filter(VerifyCommand::hasWritten)
        .forEach(plan -> others.put(plan.account(), plan));
    others.remove(verified.account());
    others
        .values()
        .forEach(
            plan ->
                output.advise(
                    "Not verified, because it is of another account or folder: contacts verify "
                        + journal
                        + " --plan "
                        + plan.id()
                        + credentials.again()));
  }

  private static boolean hasWritten(Plan plan) {
    Result result = plan.result();
    return result.count(RowState.CREATED) + result.count(RowState.UPDATED) > 0;
  }

  private ObjectNode document(Verification verification) {
    ObjectNode document = journal.document("verify");
    Documents.add(document, verification);
    return document;
  }
}
