package dev.contactsdk.benchmarks;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list of many pages from a server that takes its time, with work on each page. */
final class PagesAhead {
  private static final int[] AHEAD = {0, 1, 2, 8};

  private final Server server;
  private final int pages;
  private final int delayMillis;
  private final int workMillis;

  PagesAhead(Server server, int pages, int delayMillis, int workMillis) {
    this.server = server;
    this.pages = pages;
    this.delayMillis = delayMillis;
    this.workMillis = workMillis;
  }

  void measure(int rounds) throws InterruptedException {
    Map<Integer, List<Double>> seconds = new LinkedHashMap<>();
    try (SdkClient sdk = new SdkClient(new Target(server.url(), 0))) {
      TruedyClient client = sdk.truedy(server.url() + "/p/" + delayMillis + "/" + pages * 99L);
      for (int round = 0; round < rounds; round++) {
        for (int ahead : AHEAD) {
          seconds.computeIfAbsent(ahead, key -> new ArrayList<>()).add(seconds(client, ahead));
        }
      }
    }
    print(seconds);
  }

  private double seconds(TruedyClient client, int ahead) throws InterruptedException {
    long start = System.nanoTime();
    long rows = 0;
    for (Page<TruedyContact> page : client.contacts().list().prefetch(ahead).pages()) {
      Thread.sleep(workMillis);
      rows += page.items().size();
    }
    if (rows != pages * 99L) {
      throw new IllegalStateException(rows + " rows came");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void print(Map<Integer, List<Double>> seconds) {
    System.out.printf(
        Locale.ROOT,
        "%n### %d pages, %d ms each, %d ms of work on each%n%n",
        pages,
        delayMillis,
        workMillis);
    System.out.println("| pages ahead | s | times as fast |");
    System.out.println("|---:|---:|---|");
    List<Double> without = seconds.getOrDefault(0, List.of());
    seconds.forEach(
        (ahead, times) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < times.size(); i++) {
            ratios.add(without.get(i) / times.get(i));
          }
          System.out.printf(
              Locale.ROOT,
              "| %d | %.2f | %s |%n",
              ahead,
              Quartiles.of(times).median(),
              Quartiles.of(ratios));
        });
    System.out.flush();
  }
}
