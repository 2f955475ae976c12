package dev.contactsdk.tests.reliability;

import static dev.contactsdk.tests.reliability.LimiterTest.assertNeverMoreThan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.truedy.TruedyClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clients of one account share its budget without being told of each other. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LimiterClientsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAYS = Duration.ofDays(30);
  private static final String SECRET = "0123456789012345678901234567890123456789";
  private static final byte[] ANSWER =
      ("{\"results\":[],\"hasMore\":false,\"totalResults\":0,\"roles\":[],\"total\":0,"
           + "\"availableMore\":false,\"data\":[],\"pagination\":{\"total\":0,\"has_more\":false}}")
          .getBytes(StandardCharsets.UTF_8);

  private final LimiterTime time = new LimiterTime();
  private final List<Long> sent = Collections.synchronizedList(new ArrayList<>());
  private final Transport transport =
      request -> {
        sent.add(time.nanoTime());
        return HttpResponse.of(200, Headers.empty(), ANSWER);
      };

  private KoreClient.Builder kore(String account) {
    return KoreClient.builder()
        .baseUrl("https://kore.example.com")
        .streamId("st-" + UUID.randomUUID())
        .accountId(account)
        .credentials("cs-1", SECRET)
        .adminCredentials("cs-2", SECRET)
        .deadline(DAYS)
        .timeSource(time)
        .transport(transport);
  }

  private TruedyClient truedy(String key) {
    return TruedyClient.builder()
        .apiKey(key)
        .deadline(DAYS)
        .timeSource(time)
        .transport(transport)
        .build();
  }

  private void together(int callers, int callsEach, List<Runnable> calls)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Runnable call = calls.get(i % calls.size());
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < callsEach; n++) {
                  call.run();
                }
              });
      time.takesPart(thread);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void twoKoreClientsOfOneAccountShareSixtyAMinute() throws InterruptedException {
    String account = "acc-" + UUID.randomUUID();
    try (KoreClient one = kore(account).build();
        KoreClient other = kore(account).build()) {
      Runnable first = () -> one.contacts().list().execute();
      Runnable second = () -> other.queues().list().execute();
      together(50, 12, List.of(first, second));
      assertThat(sent).hasSize(600);
      assertNeverMoreThan(60, MINUTE, sent);
      long length = Collections.max(sent) - Collections.min(sent);
      assertThat(length).isLessThan(MINUTE.toNanos() * 9 * 101 / 100);
    }
  }

  @Test
  void anotherAccountHasABudgetOfItsOwn() {
    String account = "acc-" + UUID.randomUUID();
    try (KoreClient one = kore(account).build();
        KoreClient other = kore(account + "-2").build()) {
      long start = time.nanoTime();
      for (int i = 0; i < 60; i++) {
        one.contacts().list().execute();
      }
      other.contacts().list().execute();
      assertThat(time.nanoTime()).isEqualTo(start);
      RateLimitWaitException e =
          catchThrowableOfType(
              RateLimitWaitException.class,
              () -> one.agents().get("a-1").deadline(Duration.ofSeconds(30)).execute());
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(sent).hasSize(61);
    }
  }

  @Test
  void twoTruedyClientsWithOneKeyShareAHundredAMinute() throws InterruptedException {
    String key = "key-" + UUID.randomUUID();
    try (TruedyClient one = truedy(key);
        TruedyClient other = truedy(key);
        TruedyClient stranger = truedy(key + "2")) {
      Runnable first = () -> one.contacts().list().execute();
      Runnable second = () -> other.folders().list().execute();
      together(50, 20, List.of(first, second));
      assertThat(sent).hasSize(1000);
      assertNeverMoreThan(100, MINUTE, sent);
      long before = time.nanoTime();
      stranger.contacts().list().execute();
      assertThat(time.nanoTime()).isEqualTo(before);
    }
  }

  @Test
  void theAdminsTwoWindowsAreKeptAndAreNotThoseOfTheApp() throws InterruptedException {
    String account = "acc-" + UUID.randomUUID();
    try (KoreClient one = kore(account).build();
        KoreClient other = kore(account).build()) {
      Runnable first = () -> one.roles().list().execute();
      Runnable second = () -> other.roles().list().execute();
      together(20, 200, List.of(first, second));
      assertThat(sent).hasSize(4000);
      assertNeverMoreThan(60, MINUTE, sent);
      assertNeverMoreThan(1800, Duration.ofHours(1), sent);
      long before = time.nanoTime();
      for (int i = 0; i < 60; i++) {
        one.contacts().list().execute();
      }
      assertThat(time.nanoTime()).isEqualTo(before);
    }
  }
}
