package dev.contactsdk.examples;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.core.drift.DriftReport;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.KoreDrift;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import dev.contactsdk.truedy.agents.TruedyAgent;
import java.util.List;

/**
 * Reads from both services, and prints how the shapes of their answers differ from the documented
 * ones. It prints no values. With the argument {@code --json}, it prints one JSON object with a
 * report per vendor, and everything else to standard error.
 */
public final class RecordShapes implements Example {
  private static final int ENOUGH_PAGES = 3;

  public static void main(String... args) throws Exception {
    RecordShapes example = new RecordShapes();
    if (List.of(args).contains("--json")) {
      example.printJson(args);
    } else {
      Services.runAlone(example, args);
    }
  }

  @Override
  public String title() {
    return "Both: compare the shapes of answers with the documented ones";
  }

  @Override
  public void run(Services services) {
    System.out.println(kore(services).text());
    System.out.println(truedy(services).text());
  }

  private void printJson(String... args) {
    try (Services services = new Services(System.getenv(), args)) {
      services.describe(System.err);
      String kore = kore(services).json();
      System.out.println("{\"kore\":" + kore + ",\"truedy\":" + truedy(services).json() + "}");
    }
  }

  private static DriftReport kore(Services services) {
    DriftRecorder drift = KoreDrift.recorder();
    try (KoreClient kore = services.koreBuilder().interceptor(drift).build()) {
      read(kore);
    }
    return drift.report();
  }

  private static DriftReport truedy(Services services) {
    DriftRecorder drift = TruedyDrift.recorder();
    try (TruedyClient truedy = services.truedyBuilder().interceptor(drift).build()) {
      read(truedy);
    }
    return drift.report();
  }

  private static void read(KoreClient kore) {
    read("contacts", () -> pages(kore.contacts().list()));
    read("queues", () -> pages(kore.queues().list()));
    read("skill groups", () -> pages(kore.skillGroups().list()));
    read("agent groups", () -> pages(kore.agentGroups().list()));
    read(
        "agents",
        () -> {
          for (var group : kore.agentGroups().list().execute().items()) {
            if (group.orgId() != null) {
              pages(kore.agents().list(group.orgId()));
              return;
            }
          }
        });
  }

  private static void read(TruedyClient truedy) {
    read("contacts", () -> pages(truedy.contacts().list()));
    read("folders", () -> pages(truedy.folders().list()));
    read(
        "agents",
        () -> {
          TruedyAgent first = truedy.agents().list().stream().findFirst().orElse(null);
          if (first != null && first.id() != null) {
            truedy.agents().get(first.id()).execute();
          }
        });
  }

  private static void pages(ListCall<?, ?> list) {
    int pages = 0;
    for (var page : list.pages()) {
      if (++pages == ENOUGH_PAGES || page.next() == null) {
        return;
      }
    }
  }

  /** A refused read is recorded too, so the others go on. */
  private static void read(String what, Runnable calls) {
    try {
      calls.run();
    } catch (SdkException e) {
      System.err.println(what + " could not be read: " + e.getMessage());
    }
  }
}
