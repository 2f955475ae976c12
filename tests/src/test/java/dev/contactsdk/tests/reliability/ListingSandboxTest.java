package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over HTTP: both vendors' clients against sandboxes that page badly. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ListingSandboxTest {
  private static final int SERVERS = Integer.getInteger("reliability.sandboxes", 40);
  private static final int ROWS = 57;

  /** A paging of random habits, and whether its faults cannot all be noticed. */
  private record Habits(Paging paging, boolean mayLose, String text) {
    static Habits of(SplittableRandom random) {
      boolean byPage = random.nextBoolean();
      Paging paging = byPage ? Paging.byPage() : Paging.bySkip();
      String text = byPage ? "page" : "skip";
      boolean clamped = random.nextInt(3) == 0;
      if (clamped) {
        paging = paging.maxLimit(4 + random.nextInt(5));
        text += " clamped";
      }
      int fault = random.nextInt(10);
      text += " fault " + fault;
      paging =
          switch (fault) {
            case 0 -> paging.emptyPage(2 + random.nextInt(3));
            case 1 -> paging.repeatPage(2 + random.nextInt(3));
            case 2 -> paging.wrongTotal(random.nextInt(30));
            case 3 -> paging.wrongTotal(60 + random.nextInt(100));
            case 4 -> paging.hasMoreAlways(true);
            case 5 -> paging.hasMoreAlways(false);
            case 6 -> Paging.ignored();
            case 7 -> paging.withoutFields();
            case 8 -> paging.withoutFields().emptyPage(2);
            default -> paging;
          };
      return new Habits(paging, fault == 8, text);
    }
  }

  private static void judge(Iterable<String> ids, Set<String> stable, Habits habits, String which) {
    List<String> rows = new ArrayList<>();
    String failure = "";
    try {
      ids.forEach(rows::add);
    } catch (IncompleteListException e) {
      failure = e.getMessage();
    }
    assertThat(rows).as(which).doesNotHaveDuplicates();
    if (failure.isEmpty() && !habits.mayLose) {
      assertThat(rows).as(which).containsAll(stable);
    }
  }

  private static <T> Iterable<String> ids(ListCall<T, ?> list, Function<T, String> id) {
    return () -> list.stream().map(id).iterator();
  }

  private static Set<String> idsOf(List<Map<String, Object>> rows) {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(String.valueOf(row.get("id"))));
    return ids;
  }

  @Test
  void koreListsAreCompleteOrFailHoweverTheServerPages() {
    for (int seed = 0; seed < SERVERS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Habits habits = Habits.of(random);
      try (KoreSandbox sandbox = KoreSandbox.builder().paging(habits.paging).start();
          KoreClient client = sandbox.client()) {
        sandbox.seedContacts(ROWS);
        var list = client.contacts().list().pageSize(5 + random.nextInt(20)).prefetch(seed % 3);
        String which = "seed " + seed + ", " + habits.text;
        judge(ids(list, KoreContact::id), idsOf(sandbox.contacts()), habits, which);
      }
    }
  }

  @Test
  void truedyListsAreCompleteOrFailHoweverTheServerPages() {
    for (int seed = 0; seed < SERVERS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Habits habits = Habits.of(random);
      try (TruedySandbox sandbox = TruedySandbox.builder().paging(habits.paging).start();
          TruedyClient client = sandbox.client()) {
        sandbox.seedContacts(ROWS);
        var list = client.contacts().list().pageSize(5 + random.nextInt(20)).prefetch(seed % 3);
        String which = "seed " + seed + ", " + habits.text;
        judge(ids(list, TruedyContact::id), idsOf(sandbox.contacts()), habits, which);
      }
    }
  }

  /** Takes one row out or puts one in before some requests. */
  private static void change(
      SplittableRandom random, List<String> ids, Set<String> stable, Predicate<String> remove) {
    if (random.nextInt(3) == 0 && !ids.isEmpty()) {
      String gone = ids.remove(random.nextInt(ids.size()));
      assertThat(remove.test(gone)).isTrue();
      stable.remove(gone);
    }
  }

  @Test
  void rowsThatAreDeletedBetweenPagesTakeNoOthersWithThem() {
    for (int seed = 0; seed < SERVERS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean byPage = seed % 2 == 0;
      Paging paging = byPage ? Paging.byPage() : Paging.bySkip();
      Habits habits = new Habits(paging, false, "deleting, by page " + byPage);
      try (KoreSandbox sandbox = KoreSandbox.builder().paging(paging).start();
          KoreClient client = sandbox.client()) {
        sandbox.seedContacts(ROWS);
        Set<String> stable = idsOf(sandbox.contacts());
        List<String> ids = new ArrayList<>(stable);
        sandbox.beforeRequest(request -> change(random, ids, stable, sandbox::removeContact));
        var list = client.contacts().list().pageSize(6 + random.nextInt(5));
        judge(ids(list, KoreContact::id), stable, habits, "seed " + seed + ", " + habits.text);
      }
    }
  }

  /** Moves a row to the end, as where rows are sorted by the time of their last change. */
  private static void touch(SplittableRandom random, KoreSandbox sandbox) {
    List<Map<String, Object>> rows = sandbox.contacts();
    Map<String, Object> row = rows.get(random.nextInt(rows.size()));
    sandbox.removeContact(String.valueOf(row.get("id")));
    sandbox.addContact(row);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void rowsThatMoveBetweenPagesAreHandedOutOnceAndNoneIsMissing(int ahead) {
    for (int seed = 0; seed < SERVERS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean byPage = seed % 2 == 0;
      Paging paging = byPage ? Paging.byPage() : Paging.bySkip();
      Habits habits = new Habits(paging, false, "moving, by page " + byPage);
      try (KoreSandbox sandbox = KoreSandbox.builder().paging(paging).start();
          KoreClient client = sandbox.client()) {
        sandbox.seedContacts(ROWS);
        Set<String> stable = idsOf(sandbox.contacts());
        sandbox.beforeRequest(
            request -> {
              if (random.nextInt(3) == 0) {
                touch(random, sandbox);
              }
            });
        var list = client.contacts().list().pageSize(6 + random.nextInt(5)).prefetch(ahead);
        judge(ids(list, KoreContact::id), stable, habits, "seed " + seed + ", " + habits.text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void aPageThatFailsIsAskedForAgainAndTheListGoesOnInANewClient(int ahead) {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      sandbox.seedContacts(950);
      Set<String> rows = new HashSet<>();
      PageCursor cursor = null;
      int pages = 0;
      for (int run = 0; run == 0 || cursor != null; run++) {
        sandbox.fail().call(2 + run % 2).with(Fault.status(500, "{}"));
        try (TruedyClient client = sandbox.clientBuilder().retry(RetryPolicy.none()).build()) {
          var list = client.contacts().list().prefetch(ahead);
          list = cursor == null ? list : list.from(PageCursor.parse(cursor.toString()));
          Iterator<Page<TruedyContact>> iterator = list.pages().iterator();
          int failures = 0;
          while (iterator.hasNext() && failures < 2) {
            try {
              Page<TruedyContact> page = iterator.next();
              page.items().forEach(row -> assertThat(rows.add(row.id())).isTrue());
              cursor = page.next();
              pages++;
            } catch (SdkException e) {
              failures++;
              sandbox.fail().call(2).with(Fault.status(500, "{}"));
            }
          }
        }
        sandbox.heal();
        assertThat(run).isLessThan(20);
      }
      assertThat(rows).hasSize(950);
      assertThat(pages).isEqualTo(10);
    }
  }
}
