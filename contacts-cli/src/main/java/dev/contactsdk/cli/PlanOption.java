package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The plan of a journal that a command works with. */
@Command
final class PlanOption {
  @Option(
      names = "--plan",
      paramLabel = "N",
      description = "The plan with this number, which contacts status shows. Default: the newest.")
  private @Nullable Long number;

  Plan of(Journal journal) {
    Long wanted = number;
    if (wanted == null) {
      return journal.plan();
    }
    return journal.plans().stream()
        .filter(plan -> plan.id() == wanted)
        .findFirst()
        .orElseThrow(
            () ->
                new TransferException(
                    Kind.INPUT,
                    "the journal has no plan " + wanted + ": contacts status shows which it has"));
  }
}
