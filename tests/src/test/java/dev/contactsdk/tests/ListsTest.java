package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Backend;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.Paging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists that change while they are read. What arrived and still exists is handed out once, and by
 * {@code skip} nothing is lost; where that cannot be had, the list says that it is incomplete.
 */
class ListsTest {
  private static final int RUNS = Integer.getInteger("reliability.lists", 15);
  private static final OkHttpClient SHARED = new OkHttpClient();
  private static final int CHANGED_REQUESTS = 25;
  private static final Pattern ID = Pattern.compile("\"id\":\"(66bb\\d+)\"");

  record Case(Vendor vendor, Paging paging, ListChange change, int prefetch) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (Paging paging : Paging.values()) {
        for (ListChange change : ListChange.values()) {
          cases.add(new Case(vendor, paging, change, 0));
          cases.add(new Case(vendor, paging, change, 3));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatArrivedIsHandedOutOnceOrTheListIsIncomplete(Case given) throws IOException {
    List<String> faults = new ArrayList<>();
    int complete = 0;
    int lost = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Run run = new Run(given, seed);
      run.read();
      complete += run.complete ? 1 : 0;
      lost += run.complete ? run.lost().size() : 0;
      faults.addAll(run.faults());
    }
    System.out.println(
        given + ": seeds 0 to " + (RUNS - 1) + ", " + complete + " complete, rows lost " + lost);
    assertThat(faults).isEmpty();
    if (given.change == ListChange.NONE) {
      assertThat(complete).as("complete lists").isEqualTo(RUNS);
    }
  }

  private static final class Run {
    private final Case given;
    private final int seed;
    private final Random random;
    private final Backend backend;
    private final List<String> originals;
    private final Set<String> arrived = new HashSet<>();
    private final List<String> handedOut = new ArrayList<>();
    private final int pageSize;
    private int requests;
    private boolean complete;

    Run(Case given, int seed) {
      this.given = given;
      this.seed = seed;
      this.random = new Random(seed);
      this.backend = given.vendor.backend(given.paging);
      this.pageSize = 3 + random.nextInt(8);
      int rows = 10 + random.nextInt(50);
      for (int i = 0; i < rows; i++) {
        given.change.append(backend, i);
      }
      this.originals = backend.contacts().ids();
    }

    void read() throws IOException {
      Settings settings = Settings.unlimited().time(new VirtualClock()).okHttp(SHARED);
      try (JudgeServer server = JudgeServer.plain(backend);
          Client client = given.vendor.client(server.url(), settings)) {
        server.director(request -> this::answer);
        client.list(pageSize, given.prefetch).forEachRemaining(handedOut::add);
        complete = true;
      } catch (IncompleteListException e) {
        complete = false;
      }
    }

    private void answer(Exchange exchange) throws IOException {
      Answer answer = exchange.carryOut(this::change);
      Matcher ids = ID.matcher(answer.body());
      synchronized (arrived) {
        while (ids.find()) {
          arrived.add(ids.group(1));
        }
      }
      exchange.reply(answer);
    }

    /** Runs at the vendor, before the page is made. */
    private void change() {
      if (requests++ < CHANGED_REQUESTS && random.nextInt(3) > 0) {
        given.change.apply(backend, random);
      }
    }

    /** Those of the rows that still exist and were not handed out. */
    private List<String> missing(Collection<String> rows) {
      Set<String> handed = new HashSet<>(handedOut);
      Set<String> present = new HashSet<>(backend.contacts().ids());
      return rows.stream().filter(present::contains).filter(id -> !handed.contains(id)).toList();
    }

    List<String> lost() {
      return missing(originals);
    }

    List<String> faults() {
      List<String> faults = new ArrayList<>();
      if (!complete) {
        return faults;
      }
      Set<String> handed = new HashSet<>(handedOut);
      if (handed.size() < handedOut.size()) {
        faults.add("seed " + seed + ": handed out twice " + twice());
      }
      List<String> dropped = missing(arrived);
      if (!dropped.isEmpty()) {
        faults.add("seed " + seed + ": arrived and not handed out " + dropped);
      }
      List<String> lost = lost();
      if (!lost.isEmpty() && given.paging == Paging.BY_SKIP) {
        faults.add("seed " + seed + ": lost " + lost);
      }
      return faults;
    }

    private List<String> twice() {
      Set<String> seen = new HashSet<>();
      return handedOut.stream().filter(id -> !seen.add(id)).toList();
    }
  }
}
