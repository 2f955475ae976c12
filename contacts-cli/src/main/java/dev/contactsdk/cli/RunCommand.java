package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.run.RunOptions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the newest plan of a journal. */
@Command(
    name = "run",
    header = "Does what the journal's newest plan says; after a crash or Ctrl-C, goes on.",
    description = {
      "  contacts run spring.contacts --first 20     tries 20 rows; look at them, then:",
      "  contacts run spring.contacts                goes on with the others",
      "  contacts run spring.contacts --replan       also the rows whose contacts changed"
          + " meanwhile",
      "  contacts run spring.contacts --rate 40/min --quiet --output json",
      "",
      "Ctrl-C ends the request under way and writes down what it did. The target and the account",
      "are those of the plan; the credentials must be that account's.",
      ""
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID, KORE_CLIENT_SECRET; or",
      "  TRUEDY_API_KEY, and TRUEDY_BASE_URL, TRUEDY_API_PATH if needed; or --env-file",
      "%nExit codes:",
      "  0 all done; 1 used wrongly; 2 rows were refused or rejected; 3 rows are unknown: run"
          + " again;",
      "  4 rows drifted, or a guard stopped it; 5 vendor unreachable or credential refused;",
      "  130 interrupted. The highest of 2 to 5 that applies."
    },
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Contacts contacts;

  @Mixin private JournalParameter journal;

  @Option(
      names = "--first",
      paramLabel = "ROWS",
      description = "Sends only so many rows, and stops. The next run goes on.")
  private @Nullable Integer first;

  @Option(
      names = "--replan",
      description =
          "First plans the rows that drifted anew, against what is there now, and sends them too.")
  private boolean replan;

  @Mixin private RateOption rate;

  @Option(
      names = "--keep-going",
      description = "Goes on when five rows in a row are rejected for one reason.")
  private boolean keepGoing;

  @Mixin private CredentialOptions credentials;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    RunOptions options = options();
    try (Journal open = journal.open()) {
      Plan plan = open.plan();
      Map<String, String> environment = credentials.environment(contacts.surroundings());
      try (OpenTarget target = Vendor.of(plan).open(environment, plan.targetSettings())) {
        run(open, target, options);
        return ResultOutput.print(
            output, journal, journal.document("run"), open, credentials.again());
      }
    }
  }

  private RunOptions options() {
    RunOptions options = rate.options().keepGoing(keepGoing);
    return first == null ? options : options.first(first);
  }

  private void run(Journal open, OpenTarget target, RunOptions options) {
    try (ProgressDisplay display = ProgressDisplay.of(output, contacts.surroundings())) {
      if (replan) {
        Plan unused = open.replan(target.target(), options, display);
      }
      Result unused = open.run(target.target(), options, display);
    }
  }
}
