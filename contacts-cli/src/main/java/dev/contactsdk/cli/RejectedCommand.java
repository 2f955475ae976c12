package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rows that are to be mended. */
@Command(
    name = "rejected",
    header = "Writes the refused and rejected rows to a CSV file, to mend and to plan again.",
    description = {
      "  contacts rejected spring.contacts mend.csv",
      "  ... mend it in a spreadsheet; the columns reason and suggestion say what is wrong ...",
      "  contacts plan mend.csv --to kore --region IN --journal spring.contacts",
      "  contacts run spring.contacts",
      "",
      "Leave the columns plan and row as they are: they say which row of which plan a row"
          + " corrects.",
      "The file is read with the mapping of that plan. If it had a --key, --exclude or others, give"
          + " them",
      "again.",
      "",
      "Each plan has rows of its own: those of the newest are written, or those of --plan N.",
      "",
      "With --skipped it writes the rows that a plan left out instead, such as those that repeat"
          + " the",
      "number of an earlier row; the columns reason and suggestion say which.",
      "",
      "The file has the original columns and cells, so it holds personal data; only you can read"
          + " it.",
      "Needs no credentials.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 written, also when there are no such rows; 1 used wrongly, or the file is there"
    },
    sortOptions = false)
final class RejectedCommand implements Callable<Integer> {
  @Mixin private JournalParameter journal;

  @Parameters(index = "1", paramLabel = "FILE", description = "A CSV file that is not there yet.")
  private Path file;

  @Mixin private PlanOption chosen;

  @Option(
      names = "--skipped",
      description = "Writes the rows that the plan skipped, in place of the refused and rejected.")
  private boolean skipped;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (Journal open = journal.open()) {
      Plan plan = chosen.of(open);
      long rows = skipped ? plan.writeSkipped(file) : plan.writeRejected(file);
      int exitCode =
          output.print(
              String.format(
                  Locale.ROOT,
                  "%,d %s of plan %d in %s",
                  rows,
                  rows == 1 ? "row" : "rows",
                  plan.id(),
                  file),
              () -> document(plan, rows),
              ExitCode.DONE);
      if (rows > 0) {
        output.advise(
            "In a spreadsheet, keep the column of numbers as text, so that no digit is lost.");
      }
      return exitCode;
    }
  }

  private ObjectNode document(Plan plan, long rows) {
    return journal
        .document("rejected")
        .put("plan", plan.id())
        .put("file", file.toString())
        .put("rows", rows);
  }
}
