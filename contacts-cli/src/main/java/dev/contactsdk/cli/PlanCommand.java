package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.PlanSummary;
import dev.contactsdk.transfer.Transfer;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.TruedyTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

/** Makes a plan in a journal. */
@Command(
    name = "plan",
    header = "Reads a file and says what a run would do with each row; changes nothing there.",
    description = {
      "Which column is which field is found by names and values, and shown. Of rows with the same",
      "number the first one that can go is taken; the others are skipped.",
      "",
      "  contacts plan people.csv --to kore --region IN --journal spring.contacts",
      "  contacts plan people.csv --to kore --region IN --default salutation=Ms"
          + "%n                --journal spring.contacts",
      "  contacts plan people.csv --to truedy --folder fld_1 --on-existing update"
          + "%n                --journal spring.contacts",
      "  contacts plan people.csv --to kore --save-mapping mapping.json --journal spring.contacts",
      "  contacts plan people.csv --to kore --mapping mapping.json --journal spring.contacts",
      ""
    },
    customSynopsis = "contacts plan FILE --to kore|truedy --journal JOURNAL [OPTIONS]",
    footerHeading = "%nFields:%n",
    footer = {
      "  Kore.ai: phone, firstName, lastName, salutation (all required); extension, + by default",
      "  Truedy: phone (required), firstName, lastName, email, companyName, industry, location,",
      "          pinCode, keywords, and custom.NAME",
      "%nEnvironment:",
      "  KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID, KORE_CLIENT_SECRET; or",
      "  TRUEDY_API_KEY, and TRUEDY_BASE_URL, TRUEDY_API_PATH if needed; or --env-file",
      "%nExit codes:",
      "  0 all rows can go; 1 used wrongly; 2 rows are refused, the others can go;",
      "  5 vendor unreachable or credential refused; 130 interrupted"
    },
    sortOptions = false)
final class PlanCommand implements Callable<Integer> {
  /** Fewer single creates take a few minutes at most. */
  private static final int WORTH_AN_IMPORT = 200;

  @ParentCommand private Contacts contacts;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV, TSV, XLSX or JSON Lines; the first row has the names of the columns.")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "kore|truedy",
      completionCandidates = Choice.Vendors.class,
      description = "Where the contacts go.")
  private Vendor to;

  @Option(
      names = "--journal",
      required = true,
      paramLabel = "JOURNAL",
      description = "The file that keeps the plan; made if it is not there. Holds personal data.")
  private Path journal;

  @Option(
      names = "--region",
      paramLabel = "IN",
      description = "The country of numbers without a country code.")
  private @Nullable String region;

  @Option(
      names = "--folder",
      paramLabel = "ID",
      description = "Truedy: the folder that they go into, and that is searched for them.")
  private @Nullable String folder;

  @Option(
      names = "--import-csv",
      description =
          "Truedy: creates hundreds of contacts with one request, not one; with number, name and"
              + " e-mail only.")
  private boolean importCsv;

  @Option(
      names = "--on-existing",
      paramLabel = "skip|update|reject",
      completionCandidates = Choice.OnExistings.class,
      description = "What happens to a row whose number is there already. Default: skip.")
  private OnExisting onExisting = OnExisting.SKIP;

  @Option(
      names = "--clear-blanks",
      description = "A blank cell clears its field, where the vendor documents that it can.")
  private boolean clearBlanks;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description =
          "Says who a person is, such as a customer number: with --on-existing update, a contact"
              + " that an earlier plan of the journal knew by it gets the row's number.")
  private @Nullable String key;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description = "Never touches the phone numbers in a file, one in each line.")
  private @Nullable Path exclude;

  @Mixin private MappingOptions mapping;

  @Mixin private RateOption rate;

  @Mixin private CredentialOptions credentials;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    Source source = SourceFile.of(file, region);
    source.open().close();
    Map<String, String> environment = credentials.environment(contacts.surroundings());
    try (OpenTarget target = to.open(environment, settings())) {
      Transfer transfer =
          excluding(
              mapping
                  .apply(Transfer.from(source).to(target.target()))
                  .onExisting(onExisting)
                  .clearBlanks(clearBlanks)
                  .key(key));
      Integer perMinute = rate.perMinute();
      return plan(perMinute == null ? transfer : transfer.rate(perMinute));
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    if (folder != null) {
      settings.put(TruedyTarget.FOLDER, folder);
    }
    if (importCsv) {
      settings.put(TruedyTarget.IMPORT, "csv");
    }
    return settings;
  }

  private Transfer excluding(Transfer transfer) {
    return exclude == null ? transfer : transfer.exclude(ExcludedNumbers.read(exclude, region));
  }

  private int plan(Transfer transfer) {
    boolean old = Files.exists(journal);
    try (Journal open = Journal.open(journal)) {
      if (old) {
        warnOfUnfinished(open);
      }
      return print(made(transfer, open));
    }
  }

  private Plan made(Transfer transfer, Journal open) {
    try (ProgressDisplay display = ProgressDisplay.of(output, contacts.surroundings())) {
      return transfer.plan(open, display);
    }
  }

  private void warnOfUnfinished(Journal open) {
    if (!open.plans().isEmpty() && !open.result().isEnded()) {
      output.warn(
          "the journal's last plan ("
              + open.plan().target()
              + ") was not run to its end, and only the newest one runs: its open rows go only if"
              + " the new plan has them");
    }
  }

  private int print(Plan plan) {
    PlanSummary summary = plan.summary();
    long refused = summary.refused().values().stream().mapToLong(Long::longValue).sum();
    int exitCode = ExitCode.of(Map.of(RowState.REFUSED, refused));
    output.print(summary, () -> document(plan), exitCode);
    if (importCsv) {
      output.advise("An import has one name: first and last name go there together.");
    }
    if (to == Vendor.TRUEDY && !importCsv && summary.creates() > WORTH_AN_IMPORT) {
      output.advise(
          "Faster: --import-csv creates hundreds of contacts with one request, if number, name and"
              + " e-mail are enough");
    }
    if (refused > 0) {
      output.advise(
          "Refused rows: contacts rejected "
              + journal
              + " mend.csv. If cells are blank, --default FIELD=VALUE fills them");
    }
    if (!summary.skipped().isEmpty()) {
      output.advise("Skipped rows: contacts rejected " + journal + " skipped.csv --skipped");
    }
    boolean givesKeys = plan.key() != null && !summary.skipped().isEmpty();
    if (givesKeys || summary.creates() + summary.updates() > 0) {
      output.advise("Next: contacts run " + journal + credentials.again());
    }
    return exitCode;
  }

  private ObjectNode document(Plan plan) {
    ObjectNode document = Documents.of("plan").put("journal", journal.toString());
    Documents.add(document, plan);
    return document;
  }
}
