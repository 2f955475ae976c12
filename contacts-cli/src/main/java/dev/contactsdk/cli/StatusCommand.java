package dev.contactsdk.cli;

import dev.contactsdk.transfer.Journal;
import dev.contactsdk.transfer.Plan;
import dev.contactsdk.transfer.Result;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** Shows a journal. */
@Command(
    name = "status",
    header = "Shows a journal's plans and what has become of their rows; sends nothing.",
    description = {
      "  contacts status spring.contacts",
      "  contacts status spring.contacts --output json | jq .result.states",
      "",
      "The newest plan is shown in full, and each older one in a line. The exit code is that of"
          + " the",
      "newest. Verifies nothing: that is contacts verify.",
      "",
      "It works while a run is under way, and needs no credentials.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 nothing to mend (rows may still be to be sent); 1 used wrongly;",
      "  2 rows were refused or rejected; 3 rows are unknown; 4 rows drifted. The highest that"
          + " applies."
    },
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {
  @Mixin private JournalParameter journal;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (Journal open = journal.open()) {
      Plan plan = open.plan();
      List<Plan> plans = open.plans();
      ObjectNode document = journal.document("status");
      Documents.add(document, plan);
      Documents.addAll(document, plans);
      if (!output.isJson()) {
        output.print(older(plans) + text(plan, open.result()), () -> document, ExitCode.DONE);
      }
      return ResultOutput.print(output, journal, document, open, "");
    }
  }

  private static String older(List<Plan> plans) {
    return plans.stream()
        .limit(plans.size() - 1)
        .map(plan -> heading(plan) + ": " + plan.result().line() + "\n")
        .collect(Collectors.joining());
  }

  private static String heading(Plan plan) {
    return String.format(
        Locale.ROOT,
        "Plan %d of %s: %s to %s, account %s",
        plan.id(),
        plan.createdAt(),
        plan.source(),
        plan.target(),
        plan.account());
  }

  /** The plan's summary tells what is still to be done, so it is of no use after the end. */
  private static String text(Plan plan, Result result) {
    return heading(plan)
        + new TreeMap<>(plan.capabilities())
            .entrySet().stream()
                .map(each -> "\nSeen of the account: " + each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining())
        + (result.isEnded() ? "" : "\nTo do: " + plan.summary().line());
  }
}
