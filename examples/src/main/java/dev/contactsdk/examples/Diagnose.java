package dev.contactsdk.examples;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.truedy.TruedyClient;
import java.util.Map;

/** Checks the set-up: tells what is wrong, and how to mend it. */
public final class Diagnose implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new Diagnose(), args);
  }

  @Override
  public String title() {
    return "Both: what is wrong with the set-up";
  }

  @Override
  public void run(Services services) {
    System.out.println("A client's own diagnosis:");
    try (KoreClient kore = services.koreBuilder().build()) {
      System.out.println(kore.diagnose());
    }
    try (TruedyClient truedy = services.truedy()) {
      Diagnosis diagnosis = truedy.diagnose();
      System.out.println("Truedy: " + diagnosis.verdict() + ", as JSON:");
      System.out.println(diagnosis.toJson());
    }

    System.out.println("The environment may be incomplete; nothing is thrown:");
    Diagnosis broken = KoreClient.diagnoseFromEnv(Map.of("KORE_CLIENT_ID", "cs-1"));
    for (Check check : broken.checks(Verdict.WRONG)) {
      System.out.println(check.name() + ": " + check.seen() + ". " + check.mend());
    }
  }
}
