package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Verification;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Holds the target against a journal. */
@Command(
    name = "verify",
    header = "Lists the target and compares it, value by value, with what the plan wrote.",
    description = {"  contacts verify spring.contacts", ""},
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

  @Mixin private RateOption rate;

  @Mixin private CredentialOptions credentials;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (Journal open = journal.open()) {
      Plan plan = open.plan();
      Map<String, String> environment = credentials.environment(contacts.surroundings());
      try (OpenTarget target = Vendor.of(plan).open(environment, plan.targetSettings())) {
        Verification verification = verify(open, target);
        return output.print(verification, () -> document(verification), ExitCode.of(verification));
      }
    }
  }

  private Verification verify(Journal open, OpenTarget target) {
    try (ProgressDisplay display = ProgressDisplay.of(output, contacts.surroundings())) {
      return open.verify(target.target(), rate.options(), display);
    }
  }

  private ObjectNode document(Verification verification) {
    ObjectNode document = journal.document("verify");
    Documents.add(document, verification);
    return document;
  }
}
