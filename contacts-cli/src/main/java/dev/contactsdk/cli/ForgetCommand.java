package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes personal data. */
@Command(
    name = "forget",
    header = "Removes the personal data from a journal whose plans have ended.",
    description = {
      "  contacts forget spring.contacts",
      "",
      "Numbers, cells and values go; counts, ids, states and reasons stay. After it, the rows can",
      "no longer be verified nor written to a file. Needs no credentials.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0 done; 1 used wrongly, or rows are still to be sent or settled"},
    sortOptions = false)
final class ForgetCommand implements Callable<Integer> {
  @Mixin private JournalParameter journal;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (Journal open = journal.open()) {
      open.forget();
      return output.print(
          "The personal data in " + journal + " is removed.",
          () -> journal.document("forget"),
          ExitCode.DONE);
    }
  }
}
