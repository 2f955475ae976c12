package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Verification;
import dev.contactsdk.transfer.run.RowState;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Prints what has become of a plan's rows, and the command that settles what is open. */
final class ResultOutput {
  private ResultOutput() {}

  static int print(
      OutputOptions output,
      JournalParameter journal,
      ObjectNode document,
      Journal open,
      String credentials) {
    Result result = open.result();
    Optional<Verification> shown = open.verification();
    int exitCode =
        output.print(
            text(result, shown),
            () -> add(document, result, shown),
            Math.max(ExitCode.of(result), shown.map(ExitCode::of).orElse(ExitCode.DONE)));
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
    boolean any = result.count(RowState.CREATED) + result.count(RowState.UPDATED) > 0;
    if (result.isEnded() && any && shown.isEmpty()) {
      output.advise("Next: contacts verify " + journal + credentials);
    }
    return exitCode;
  }

  private static String text(Result result, Optional<Verification> shown) {
    return result + shown.map(verification -> "\nListed since then: " + verification).orElse("");
  }

  private static ObjectNode add(ObjectNode document, Result result, Optional<Verification> shown) {
    Documents.add(document, result);
    shown.ifPresent(verification -> Documents.add(document, verification));
    return document;
  }
}
