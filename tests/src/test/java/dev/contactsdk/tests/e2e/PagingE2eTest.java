package dev.contactsdk.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.tests.e2e.ListBench.Change;
import dev.contactsdk.tests.e2e.ListBench.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagingE2eTest {

  private static final Map<String, Paging> PAGINGS = pagings();
  private static final int[] ROWS = {0, 1, 10, 23};
  private static final int[] LIMITS = {1, 3, 10, 50};

  private static Map<String, Paging> pagings() {
    Map<String, Paging> all = new LinkedHashMap<>();
    Map.of("page", Paging.byPage(), "skip", Paging.bySkip())
        .forEach(
            (style, paging) -> {
              all.put(style, paging);
              all.put(style + " max 1", paging.maxLimit(1));
              all.put(style + " max 4", paging.maxLimit(4));
              all.put(style + " empty 1", paging.emptyPage(1));
              all.put(style + " empty 2", paging.emptyPage(2));
              all.put(style + " empty 3", paging.emptyPage(3));
              all.put(style + " repeat 2", paging.repeatPage(2));
              all.put(style + " repeat 3", paging.repeatPage(3));
              all.put(style + " total 0", paging.wrongTotal(0));
              all.put(style + " total 1000", paging.wrongTotal(1000));
              all.put(style + " more", paging.hasMoreAlways(true));
              all.put(style + " no more", paging.hasMoreAlways(false));
              all.put(style + " bare", paging.withoutFields());
              all.put(style + " bare max 4", paging.withoutFields().maxLimit(4));
              all.put(style + " empty 2 max 4", paging.emptyPage(2).maxLimit(4));
              all.put(style + " repeat 2 max 4", paging.repeatPage(2).maxLimit(4));
              all.put(style + " total 0 no more", paging.wrongTotal(0).hasMoreAlways(false));
            });
    all.put("ignored", Paging.ignored());
    all.put("ignored bare", Paging.ignored().withoutFields());
    all.put("ignored max 4", Paging.ignored().maxLimit(4));
    all.put("ignored more", Paging.ignored().hasMoreAlways(true));
    return all;
  }

  private static ListCall<?, ?> asList(ApiCall<?> call) {
    return (ListCall<?, ?>) call;
  }

  @ParameterizedTest
  @EnumSource(Rows.class)
  void aListIsCompleteWithoutRepeatsOrFailsHoweverTheServerPages(Rows rows) {
    List<String> wrong = new ArrayList<>();
    PAGINGS.forEach(
        (name, paging) -> {
          if (isUndecidable(rows, name)) {
            return;
          }
          try (ListBench bench = new ListBench(rows, paging)) {
            int before = 0;
            for (int count : ROWS) {
              bench.add(count - before);
              before = count;
              for (int limit : LIMITS) {
                List<String> seen = new ArrayList<>();
                SdkException failure = bench.read(bench.list(limit), seen);
                String what = name + ", " + count + " rows, limit " + limit + ": " + failure;
                boolean complete =
                    failure == null
                        ? seen.size() == count
                            && new HashSet<>(seen).equals(Set.copyOf(bench.ids()))
                        : failure instanceof IncompleteListException;
                if (!complete || new HashSet<>(seen).size() != seen.size()) {
                  wrong.add(what + " got " + seen.size());
                }
                bench.sandbox.clearRequests();
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  /**
   * Where a server says nothing of its paging and ignores what it is asked for, the first rows look
   * like a whole list that is not paged.
   */
  private static boolean isUndecidable(Rows rows, String paging) {
    return paging.equals("ignored bare")
        || (rows == Rows.TRUEDY_FOLDERS && paging.equals("page bare max 4"));
  }

  @ParameterizedTest
  @EnumSource(Rows.class)
  void askingAheadGivesTheSameList(Rows rows) {
    PAGINGS.forEach(
        (name, paging) -> {
          try (ListBench bench = new ListBench(rows, paging)) {
            bench.add(23);
            for (int limit : new int[] {5}) {
              List<String> plain = new ArrayList<>();
              SdkException failure = bench.read(bench.list(limit), plain);
              for (int ahead : new int[] {1, 4}) {
                List<String> seen = new ArrayList<>();
                SdkException again = bench.read(asList(bench.list(limit).prefetch(ahead)), seen);
                String what = rows + " " + name + " limit " + limit + " ahead " + ahead;
                assertThat(seen).as(what).isEqualTo(plain);
                assertThat(String.valueOf(again)).as(what).isEqualTo(String.valueOf(failure));
              }
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Rows.class)
  void aPageThatFailsIsReadAgainWithoutLosingOrRepeatingARow(Rows rows) {
    long seed = new Random().nextLong();
    for (Paging paging : List.of(Paging.byPage(), Paging.bySkip())) {
      for (int ahead : new int[] {0, 4}) {
        try (ListBench bench = new ListBench(rows, paging)) {
          bench.add(23);
          bench.sandbox.fail().share(0.3, seed).with(Fault.cutBeforeStore());
          List<String> seen = new ArrayList<>();
          List<SdkException> failures = new ArrayList<>();
          ListCall<?, ?> call = asList(bench.list(4).prefetch(ahead));
          var items = asList(call.retry(RetryPolicy.none())).items().iterator();
          while (failures.size() < 200) {
            try {
              if (!items.hasNext()) {
                break;
              }
              seen.add(bench.id(items.next()));
            } catch (SdkException e) {
              failures.add(e);
            }
          }
          String what = rows + " ahead " + ahead + " seed " + seed + " failures " + failures.size();
          assertThat(seen).as(what).doesNotHaveDuplicates();
          assertThat(seen).as(what).containsExactlyInAnyOrderElementsOf(bench.ids());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rows.class)
  void aListGoesOnFromACursorsTextInAnotherClient(Rows rows) {
    for (String name :
        List.of("page", "skip", "page max 4", "skip max 4", "page bare", "skip bare")) {
      if (isUndecidable(rows, name) || (rows == Rows.TRUEDY_FOLDERS && name.startsWith("page"))) {
        continue;
      }
      try (ListBench bench = new ListBench(rows, PAGINGS.get(name))) {
        bench.add(23);
        List<String> seen = new ArrayList<>();
        PageCursor next = null;
        int pages = 0;
        do {
          try (ListBench.AutoCloseableClient client = bench.anotherClient()) {
            ListCall<?, ?> list = client.list().apply(5);
            Page<?> page = (next == null ? list : asList(list.from(next))).execute();
            page.items().forEach(row -> seen.add(bench.id(row)));
            next = page.next() == null ? null : PageCursor.parse(page.next().toString());
          }
        } while (next != null && pages++ < 50);
        assertThat(seen)
            .as(rows + " " + name)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(bench.ids());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void whatWasThereAllTheTimeIsReadOnceWhileRowsComeAndGo(Change change) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int complete = 0;
    int runs = 0;
    List<String> wrong = new ArrayList<>();
    for (Rows rows : List.of(Rows.KORE_CONTACTS, Rows.TRUEDY_CONTACTS)) {
      // By page, rows that come and rows that go cancel out, and nobody can see that any moved.
      boolean byPageToo = change != Change.BOTH;
      for (Paging paging :
          byPageToo ? List.of(Paging.byPage(), Paging.bySkip()) : List.of(Paging.bySkip())) {
        for (int run = 0; run < 12; run++) {
          try (ListBench bench = new ListBench(rows, paging)) {
            runs++;
            bench.add(10 + random.nextInt(30));
            Set<String> always = new HashSet<>(bench.ids());
            int limit = 3 + random.nextInt(8);
            int ahead = random.nextInt(3);
            AtomicInteger changesLeft = new AtomicInteger(20);
            bench.sandbox.beforeRequest(
                request -> {
                  // A list that grows faster than it is read has no end.
                  if (random.nextInt(3) == 0 && changesLeft.getAndDecrement() > 0) {
                    always.removeAll(bench.change(change, random));
                  }
                });
            List<String> seen = new ArrayList<>();
            SdkException failure = bench.read(asList(bench.list(limit).prefetch(ahead)), seen);
            String what =
                rows
                    + (paging.equals(Paging.byPage()) ? " by page" : " by skip")
                    + " limit "
                    + limit
                    + " ahead "
                    + ahead
                    + " run "
                    + run
                    + " "
                    + failure;
            if (failure == null) {
              complete++;
              Set<String> missing = new HashSet<>(always);
              missing.removeAll(seen);
              if (!missing.isEmpty()) {
                wrong.add(what + " missed " + missing.size());
              }
            } else if (!(failure instanceof IncompleteListException)) {
              wrong.add(what);
            }
            if (new HashSet<>(seen).size() != seen.size()) {
              wrong.add(what + " repeated " + (seen.size() - new HashSet<>(seen).size()));
            }
          }
        }
      }
    }
    assertThat(wrong).as("seed %s, %s of %s complete", seed, complete, runs).isEmpty();
    assertThat(complete).as("seed %s", seed).isGreaterThan(runs / 3);
  }
}
