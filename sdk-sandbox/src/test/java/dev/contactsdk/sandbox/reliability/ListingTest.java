package dev.contactsdk.sandbox.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiEngine;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lists of random servers are complete or fail. {@code -Dreliability.servers=n} makes it that many
 * servers of each kind.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ListingTest {
  private static final int SERVERS = Integer.getInteger("reliability.servers", 3000);
  private static final ApiEngine ENGINE = ListingEngine.create();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /** What came of a list: its rows, and how it failed if it did. */
  private record Result(List<String> rows, String failure) {}

  private static Result read(ListingServer server, int ahead) {
    List<String> rows = new ArrayList<>();
    try {
      ListingEngine.list(ENGINE, server, server.limit).prefetch(ahead).items().forEach(rows::add);
      return new Result(rows, "");
    } catch (IncompleteListException e) {
      return new Result(rows, e.getMessage());
    }
  }

  private static void judge(String kind, int servers, LongFunction<ListingServer> make) {
    int whole = 0;
    int failed = 0;
    int lost = 0;
    int badLost = 0;
    int badTwice = 0;
    int dropped = 0;
    long requests = 0;
    java.util.Map<String, Integer> why = new java.util.TreeMap<>();
    for (long seed = 0; seed < servers; seed++) {
      ListingServer server = make.apply(seed);
      Result result = read(server, kind.endsWith("ahead") ? 1 + (int) (seed % 7) : 0);
      requests += server.requests();
      String which = "seed " + seed + ": " + server;
      Set<String> rows = new HashSet<>(result.rows);
      if (rows.size() < result.rows.size()) {
        badTwice++;
      }
      if (!result.failure.isEmpty()) {
        failed++;
        why.merge(
            result.failure.replaceAll("[0-9]+", "#") + " " + server.vendorLike(), 1, Integer::sum);
        continue;
      }
      Set<String> d = new HashSet<>(server.arrived);
      d.retainAll(server.stable);
      d.removeAll(rows);
      if (!d.isEmpty()) {
        dropped++;
        if (dropped < 4) System.out.println("DROPPED " + which);
      }
      if (rows.containsAll(server.stable)) {
        whole++;
      } else if (server.mayLoseInSilence()) {
        why.merge("LOSS " + server.excuses(), 1, Integer::sum);
        lost++;
      } else {
        why.merge("BAD " + server.excuses(), 1, Integer::sum);
        badLost++;
        if (badLost < 6) System.out.println("LOST " + which);
      }
    }
    System.out.printf(
        "listing, %s: %d servers, %d whole, %d failures; %d losses excused, %d lost, %d twice, %d"
            + " dropped, %d requests%n",
        kind, servers, whole, failed, lost, badLost, badTwice, dropped, requests);
    why.forEach((k, v) -> System.out.println("     " + v + "  " + k));
  }

  @Test
  void one() {
    if (Integer.getInteger("one") == null) return;
    System.setProperty("dbg", "true");
    ListingServer server =
        switch (System.getProperty("kind")) {
          case "t" -> new ListingServer(Integer.getInteger("one")).withTouches();
          case "u" -> new ListingServer(Integer.getInteger("one")).withUnstableSorting();
          case "f" -> new ListingServer(Integer.getInteger("one")).withFault();
          case "c" -> new ListingServer(Integer.getInteger("one")).withChanges();
          case "a" -> new ListingServer(Integer.getInteger("one")).withAllChanges();
          default -> new ListingServer(Integer.getInteger("one"));
        };
    System.out.println(server);
    Result r = read(server, 0);
    Set<String> l = new HashSet<>(server.stable);
    l.removeAll(r.rows);
    System.out.println(r + " lost " + l);
    System.setProperty("dbg", "false");
  }

  @Test
  void all() {
    judge("honest", SERVERS, ListingServer::new);
    judge("faulty", SERVERS, seed -> new ListingServer(seed).withFault());
    judge("changing", SERVERS, seed -> new ListingServer(seed).withChanges());
    judge("touched", SERVERS, seed -> new ListingServer(seed).withTouches());
    judge("unstable", SERVERS, seed -> new ListingServer(seed).withUnstableSorting());
    judge("any", SERVERS, seed -> new ListingServer(seed).withAllChanges());
    judge("changing ahead", SERVERS, seed -> new ListingServer(seed).withChanges());
    judge("touched ahead", SERVERS, seed -> new ListingServer(seed).withTouches());
    judge("unstable ahead", SERVERS, seed -> new ListingServer(seed).withUnstableSorting());
    judge("any ahead", SERVERS, seed -> new ListingServer(seed).withAllChanges());
  }

  @Test
  void askingAheadChangesNothingButTheTime() {
    for (long seed = 0; seed < SERVERS / 2; seed++) {
      int ahead = 1 + (int) (seed % 7);
      ListingServer server = new ListingServer(seed).withFault();
      Result expected = read(new ListingServer(seed).withFault(), 0);
      assertThat(read(server, ahead)).as("seed %s: %s", seed, server).isEqualTo(expected);
    }
  }

  @Test
  void pagesAreAskedForAheadAlsoWhereEveryThreadForThatWaitsForOne() throws Exception {
    int threads = 64;
    CyclicBarrier together = new CyclicBarrier(threads);
    List<CompletableFuture<Result>> results = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      ListingServer server = new ListingServer(i);
      results.add(
          ENGINE.async(
              () -> {
                together.await();
                return read(server, 2);
              }));
    }
    for (int i = 0; i < threads; i++) {
      assertThat(results.get(i).get(1, TimeUnit.MINUTES)).isEqualTo(read(new ListingServer(i), 0));
    }
  }

  @Test
  void pagesThatFailAreAskedForAgainWithoutLossAlsoWhenAskedForAhead() {
    for (long seed = 0; seed < SERVERS / 2; seed++) {
      Result expected = read(new ListingServer(seed), 0);
      ListingServer server = new ListingServer(seed);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 3; i++) {
        server.failing.add(1 + random.nextInt(8));
      }
      Result result = readInSpiteOfFailures(server, (int) (seed % 5));
      assertThat(result).as("seed %s: %s", seed, server).isEqualTo(expected);
    }
  }

  private static Result readInSpiteOfFailures(ListingServer server, int ahead) {
    List<String> rows = new ArrayList<>();
    Iterator<Page<String>> pages =
        ListingEngine.list(ENGINE, server, server.limit).prefetch(ahead).pages().iterator();
    while (pages.hasNext()) {
      try {
        rows.addAll(pages.next().items());
      } catch (CallTimeoutException e) {
        assertThat(e).hasMessageContaining("scripted");
      } catch (IncompleteListException e) {
        return new Result(rows, e.getMessage());
      }
    }
    return new Result(rows, "");
  }

  @Test
  void whoStopsEarlyHasAskedForNoMoreThanThePagesAhead() {
    for (long seed = 0; seed < SERVERS / 4; seed++) {
      int ahead = (int) (seed % 9);
      ListingServer server = new ListingServer(seed);
      Iterator<String> rows =
          ListingEngine.list(ENGINE, server, server.limit).prefetch(ahead).items().iterator();
      assertThat(rows.hasNext()).isEqualTo(!server.stable.isEmpty());
      assertThat(server.requests()).as("seed %s: %s", seed, server).isLessThanOrEqualTo(1 + ahead);
    }
  }

  @Test
  void aListGoesOnFromTheTextOfACursorInANewClient() {
    for (long seed = 0; seed < SERVERS / 2; seed++) {
      ListingServer server = new ListingServer(seed);
      Result expected = read(new ListingServer(seed), 0);
      Result result;
      try (ApiEngine other = ListingEngine.create()) {
        result = readFromCursors(server, seed % 2 == 0 ? ENGINE : other);
      }
      assertThat(result).as("seed %s: %s", seed, server).isEqualTo(expected);
    }
  }

  /** Each page by an iteration of its own. */
  private static Result readFromCursors(ListingServer server, ApiEngine engine) {
    List<String> rows = new ArrayList<>();
    PageCursor next = null;
    try {
      do {
        ListingEngine.Call list = ListingEngine.list(engine, server, server.limit);
        Page<String> page = (next == null ? list : list.from(next)).pages().iterator().next();
        rows.addAll(page.items());
        next = page.next() == null ? null : PageCursor.parse(page.next().toString());
      } while (next != null);
      return new Result(rows, "");
    } catch (IncompleteListException e) {
      return new Result(rows, e.getMessage());
    }
  }
}
