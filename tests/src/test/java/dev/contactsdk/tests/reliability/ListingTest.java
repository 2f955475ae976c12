package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.core.spi.ApiEngine;
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

  /** How many servers ended in which way. */
  private static final class Tally {
    private int complete;
    private int failed;
    private int lost;
    private long requests;

    void judge(ListingServer server, Result result, String which) {
      requests += server.requests();
      assertThat(result.rows).as("rows twice, " + which).doesNotHaveDuplicates();
      Set<String> missing = new HashSet<>(server.stable);
      result.rows.forEach(missing::remove);
      if (!result.failure.isEmpty()) {
        failed++;
      } else if (missing.isEmpty()) {
        complete++;
      } else {
        lost++;
        assertThat(server.mayLoseInSilence()).as("rows lost, " + which).isTrue();
        missing.retainAll(server.arrived);
        assertThat(missing).as("rows that arrived, " + which).isEmpty();
      }
    }
  }

  private static void judge(String kind, LongFunction<ListingServer> make) {
    for (boolean ahead : new boolean[] {false, true}) {
      Tally tally = new Tally();
      for (long seed = 0; seed < SERVERS; seed++) {
        ListingServer server = make.apply(seed);
        Result result = read(server, ahead ? 1 + (int) (seed % 7) : 0);
        synchronized (server) {
          tally.judge(server, result, "seed " + seed + ": " + server);
        }
      }
      System.out.printf(
          "listing, %s%s: %d servers, %d lists complete, %d failures, %d losses not noticeable,"
              + " %.1f requests a list%n",
          kind,
          ahead ? ", pages ahead" : "",
          SERVERS,
          tally.complete,
          tally.failed,
          tally.lost,
          (double) tally.requests / SERVERS);
    }
  }

  @Test
  void serversThatKeepStillGiveEveryRowOnceOrAFailure() {
    judge("honest", ListingServer::new);
  }

  @Test
  void serversWithAFaultGiveEveryRowOnceOrAFailure() {
    judge("faulty", seed -> new ListingServer(seed).withFault());
  }

  @Test
  void serversWhoseRowsComeAndGoGiveEveryLastingRowOnceOrAFailure() {
    judge("come and go", seed -> new ListingServer(seed).withChanges());
  }

  @Test
  void serversWhoseRowsMoveGiveEveryRowOnceOrAFailure() {
    judge("touched", seed -> new ListingServer(seed).withTouches());
  }

  @Test
  void serversThatSortUnstablyGiveEveryRowOnceOrAFailure() {
    judge("unstable", seed -> new ListingServer(seed).withUnstableSorting());
  }

  @Test
  void serversWhoseRowsComeGoAndMoveGiveNoRowTwiceAndDropNoneThatArrived() {
    judge("come, go and move", seed -> new ListingServer(seed).withAllChanges());
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
              },
              null));
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
