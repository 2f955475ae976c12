package dev.contactsdk.examples;

import dev.contactsdk.core.drift.DriftRecorder;
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
 * ones. It prints no values. With the argument {@code --json}, it prints JSON.
 */
public final class RecordShapes implements Example {
  private static final int ENOUGH_PAGES = 3;

  private final boolean json;

  RecordShapes(String... args) {
    this.json = List.of(args).contains("--json");
  }

  public static void main(String... args) throws Exception {
    Services.runAlone(new RecordShapes(args), args);
  }

  @Override
  public String title() {
    return "Both: compare the shapes of answers with the documented ones";
  }

  @Override
  public void run(Services services) {
    DriftRecorder koreDrift = KoreDrift.recorder();
    try (KoreClient kore = services.koreBuilder().interceptor(koreDrift).build()) {
      read(kore);
    }
    print(koreDrift);

    DriftRecorder truedyDrift = TruedyDrift.recorder();
    try (TruedyClient truedy = services.truedyBuilder().interceptor(truedyDrift).build()) {
      read(truedy);
    }
    print(truedyDrift);
  }

  private void print(DriftRecorder recorder) {
    System.out.println(json ? recorder.report().json() : recorder.report().text());
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
            System.out.println("and one agent: " + truedy.agents().get(first.id()).execute());
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
      System.out.println(what + " could not be read: " + e.getMessage());
    }
  }
}
