package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimitStore;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The vendor's limit is kept in every window and nearly used up, first come first served. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LimiterTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAYS = Duration.ofDays(30);
  private static final Window ONE_A_SECOND = new Window(1, Duration.ofSeconds(1));

  /** What a caller in the queue does when its turn has come. */
  @FunctionalInterface
  private interface Served {
    void note(int number, long missing);
  }

  private final LimiterTime time = new LimiterTime();
  private @Nullable Thread busy;

  static void assertNeverMoreThan(int permits, Duration window, List<Long> given) {
    List<Long> sorted = new ArrayList<>(given);
    Collections.sort(sorted);
    for (int i = permits; i < sorted.size(); i++) {
      assertThat(sorted.get(i) - sorted.get(i - permits))
          .as("nanoseconds between permits %s and %s", i - permits, i)
          .isGreaterThanOrEqualTo(window.toNanos());
    }
  }

  private long take(RateLimiter limiter, Duration within) {
    try {
      return limiter.take(Deadline.in(time, within));
    } catch (InterruptedException e) {
      return -1;
    }
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task);
    time.takesPart(thread);
    return thread;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Every caller takes one permit after the other until the time is over. */
  private List<Long> callersFor(Duration length, List<RateLimiter> limiters, int callers)
      throws InterruptedException {
    long end = time.nanoTime() + length.toNanos();
    List<Long> given = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      RateLimiter limiter = limiters.get(i % limiters.size());
      threads.add(
          thread(
              () -> {
                while (time.nanoTime() < end && take(limiter, DAYS) == 0) {
                  given.add(time.nanoTime());
                }
              }));
    }
    threads.forEach(Thread::start);
    join(threads);
    return given;
  }

  private static void assertHourOf(int permits, List<Long> given, long start) {
    List<Long> inTheHour = given.stream().filter(at -> at < start + HOUR.toNanos()).toList();
    assertNeverMoreThan(permits, MINUTE, given);
    assertThat(inTheHour).hasSizeBetween(permits * 60 * 99 / 100, permits * 60);
    System.out.printf(
        "limiter: %d a minute, %d permits in an hour, %.1f %% of the budget%n",
        permits, inTheHour.size(), inTheHour.size() / 0.6 / permits);
  }

  @Test
  void aHundredCallersForAnHourKeepTheLimitAndUseItUp() throws InterruptedException {
    for (int permits : new int[] {60, 100}) {
      long start = time.nanoTime();
      RateLimiter limiter = RateLimiter.perMinute(permits);
      assertHourOf(permits, callersFor(HOUR, List.of(limiter), 100), start);
    }
  }

  @Test
  void severalWindowsAreAllKept() throws InterruptedException {
    RateLimiter limiter =
        RateLimiter.of(
            new Window(60, MINUTE), new Window(200, HOUR), new Window(7, Duration.ofSeconds(5)));
    List<Long> given = callersFor(Duration.ofHours(4), List.of(limiter), 20);
    assertNeverMoreThan(60, MINUTE, given);
    assertNeverMoreThan(200, HOUR, given);
    assertNeverMoreThan(7, Duration.ofSeconds(5), given);
    assertThat(given).hasSizeGreaterThanOrEqualTo(4 * 200);
  }

  /** What an application's store on a database does, in memory. */
  private static final class SharedStore implements RateLimitStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Long> given = new ArrayDeque<>();

    @Override
    public long tryTake(long nanoTime) {
      lock.lock();
      try {
        long window = MINUTE.toNanos();
        while (!given.isEmpty() && given.getFirst() <= nanoTime - window) {
          given.removeFirst();
        }
        if (given.size() == 60) {
          return given.getFirst() + window - nanoTime;
        }
        given.addLast(nanoTime);
        return 0;
      } finally {
        lock.unlock();
      }
    }
  }

  @Test
  void twoLimitersOnOneStoreKeepItsLimitTogether() throws InterruptedException {
    SharedStore store = new SharedStore();
    List<RateLimiter> two = List.of(RateLimiter.on(store), RateLimiter.on(store));
    long start = time.nanoTime();
    assertHourOf(60, callersFor(HOUR, two, 40), start);
  }

  /** Callers who come one after the other while no permit is free. */
  private List<Thread> queue(RateLimiter limiter, int callers, Served served)
      throws InterruptedException {
    assertThat(take(limiter, DAYS)).isZero();
    List<Thread> queue = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int number = i;
      Thread thread = thread(() -> served.note(number, take(limiter, DAYS)));
      thread.start();
      queue.add(thread);
      assertThat(LifecycleWatch.await(() -> time.rests(thread))).isTrue();
    }
    return queue;
  }

  /** Keeps virtual time still until it is interrupted. */
  private void stillStanding() {
    busy =
        thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
            });
    busy.start();
  }

  @AfterEach
  void letTimeGo() {
    if (busy != null) {
      busy.interrupt();
    }
  }

  @Test
  void callersAreServedInTheOrderInWhichTheyCame() throws InterruptedException {
    RateLimiter limiter = RateLimiter.of(ONE_A_SECOND);
    List<Integer> order = new CopyOnWriteArrayList<>();
    stillStanding();
    List<Thread> queue = queue(limiter, 40, (number, missing) -> order.add(number));
    letTimeGo();
    join(queue);
    assertThat(order).isSorted().hasSize(40);
  }

  @Test
  void whoGivesUpFreesThePlaceAndTakesNoPermit() throws InterruptedException {
    RateLimiter limiter = RateLimiter.of(ONE_A_SECOND);
    List<Integer> served = new CopyOnWriteArrayList<>();
    long began = time.nanoTime();
    stillStanding();
    List<Thread> queue =
        queue(
            limiter,
            90,
            (number, missing) -> {
              if (missing == 0) {
                served.add(number);
              }
            });
    for (int i = 0; i < 90; i += 3) {
      queue.get(i).interrupt();
      queue.get(i).join();
    }
    letTimeGo();
    join(queue);
    assertThat(served).isSorted().hasSize(60).noneMatch(number -> number % 3 == 0);
    assertThat(time.nanoTime() - began).isLessThan(Duration.ofSeconds(76).toNanos());
  }

  @Test
  void aDeadlineThatCannotBeMetFailsAtOnceAlsoBehindOthers() throws InterruptedException {
    RateLimiter limiter = RateLimiter.of(new Window(1, MINUTE));
    stillStanding();
    List<Thread> queue = queue(limiter, 1, (number, missing) -> assertThat(missing).isZero());
    // Time stands still, so a wait would never end.
    assertThat(take(limiter, Duration.ofSeconds(50))).isBetween(59_000_000_000L, 61_000_000_000L);
    letTimeGo();
    join(queue);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
  void tenThousandVirtualThreadsKeepTheLimitToo()
      throws ReflectiveOperationException, InterruptedException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    RateLimiter limiter = RateLimiter.perMinute(60);
    List<Long> given = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Runnable task =
          () -> {
            if (take(limiter, DAYS) == 0) {
              given.add(time.nanoTime());
            }
          };
      Thread thread = (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, task);
      time.takesPart(thread);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    join(threads);
    assertThat(given).hasSize(10_000);
    assertNeverMoreThan(60, MINUTE, given);
    long length = Collections.max(given) - Collections.min(given);
    assertThat(length).isLessThan(MINUTE.toNanos() * 10_000 / 60 * 101 / 100);
  }
}
