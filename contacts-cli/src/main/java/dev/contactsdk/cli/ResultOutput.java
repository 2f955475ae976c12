package dev.contactsdk.cli;

import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.run.RowState;
import tools.jackson.databind.node.ObjectNode;

/** Prints what has become of a plan's rows, and the command that settles what is open. */
final class ResultOutput {
  private ResultOutput() {}

  static int print(
      OutputOptions output,
      JournalParameter journal,
      String command,
      Result result,
      String credentials) {
    int exitCode = ExitCode.of(result);
    output.print(result, () -> document(journal, command, result), exitCode);
    if (result.count(RowState.REFUSED) + result.count(RowState.REJECTED) > 0) {
      output.advise("Refused and rejected rows: contacts rejected " + journal + " mend.csv");
    }
    if (result.count(RowState.DRIFTED) > 0) {
      output.advise(
          "Drifted rows changed there since the plan. To plan them anew, and send them: contacts"
              + " run "
              + journal
              + " --replan"
              + credentials);
    }
    if (!result.isEnded()) {
      output.advise("Next: contacts run " + journal + credentials);
    }
    return exitCode;
  }

  private static ObjectNode document(JournalParameter journal, String command, Result result) {
    ObjectNode document = journal.document(command);
    Documents.add(document, result);
    return document;
  }
}
