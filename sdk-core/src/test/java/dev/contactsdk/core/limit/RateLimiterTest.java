package dev.contactsdk.core.limit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client-side limit, in virtual time. */
@Timeout(60)
class RateLimiterTest {
  private final VirtualClock time = new VirtualClock();

  private Deadline in(Duration budget) {
    return Deadline.in(time, budget);
  }

  private Duration take(RateLimiter limiter) throws InterruptedException {
    assertThat(limiter.take(in(Duration.ofHours(9)))).isZero();
    return time.elapsed();
  }

  private static void assertNeverMoreThan(int permits, Duration window, List<Duration> given) {
    for (int i = 0; i + permits < given.size(); i++) {
      assertThat(given.get(i + permits).minus(given.get(i)))
          .as("from permit %s on", i)
          .isGreaterThanOrEqualTo(window);
    }
  }

  @Test
  void aBurstGoesOutAtOnceAndTheNextWaitsForTheWindow() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(60);
    for (int i = 0; i < 60; i++) {
      assertThat(take(limiter)).isZero();
    }
    assertThat(take(limiter)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
  }

  @Test
  void aDeadlineThatHasPassedTakesAPermitOnlyIfOneIsFree() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(1);
    Deadline past = new Deadline(time, time.nanoTime() - 1);
    assertThat(limiter.take(past)).isZero();
    assertThat(limiter.take(past)).isGreaterThanOrEqualTo(Duration.ofSeconds(60).toNanos());
  }

  @Test
  void aStoreIsAskedAnewByWhoeverComesFirstHoweverLongItMadeAnotherWait() throws Exception {
    List<Long> answers =
        new ArrayList<>(List.of(Duration.ofHours(1).toNanos(), Long.MAX_VALUE, 0L));
    RateLimiter limiter = RateLimiter.on(now -> answers.remove(0));
    assertThat(limiter.take(in(Duration.ofSeconds(1)))).isEqualTo(Duration.ofHours(1).toNanos());
    assertThat(limiter.take(in(Duration.ofSeconds(1)))).isEqualTo(Long.MAX_VALUE);
    assertThat(limiter.take(in(Duration.ofSeconds(1)))).isZero();
  }

  @Test
  void aStoreThatFailsFailsTheCallBeforeAnythingIsSent() {
    ScriptedTransport transport = ScriptedTransport.of();
    IllegalStateException down = new IllegalStateException("the store is down");
    RateLimiter limiter =
        RateLimiter.on(
            now -> {
              throw down;
            });
    ApiEngine engine = TestClient.of(transport, time).accountLimiter(limiter).open();
    assertThatThrownBy(() -> EndpointCall.of(engine, TestClient.READ).path("id", "1").execute())
        .isInstanceOf(RateLimitWaitException.class)
        .hasMessageContaining("the store of the client-side rate limit failed")
        .hasCause(down);
    assertThat(transport.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 60})
  void thereIsNeverMoreThanTheLimitInAnyWindow(int permits) throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(permits);
    Random random = new Random(permits);
    List<Duration> given = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      if (random.nextInt(5) == 0) {
        time.advance(Duration.ofMillis(random.nextInt(40_000)));
      }
      given.add(take(limiter));
    }
    assertNeverMoreThan(permits, Duration.ofSeconds(60), given);
  }

  @Test
  void severalWindowsAreKeptAtOnce() throws InterruptedException {
    RateLimiter limiter =
        RateLimiter.of(new Window(5, Duration.ofSeconds(1)), new Window(12, Duration.ofMinutes(1)));
    List<Duration> given = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      given.add(take(limiter));
    }
    assertNeverMoreThan(5, Duration.ofSeconds(1), given);
    assertNeverMoreThan(12, Duration.ofMinutes(1), given);
    assertThat(given.get(11)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aPermitThatOneWindowRefusesIsNotTakenFromAnother() throws InterruptedException {
    RateLimiter limiter =
        RateLimiter.of(new Window(1, Duration.ofSeconds(1)), new Window(2, Duration.ofHours(1)));
    take(limiter);
    assertThat(limiter.take(in(Duration.ofMillis(1)))).isPositive();
    assertThat(limiter.take(in(Duration.ofMillis(1)))).isPositive();
    assertThat(take(limiter)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aWaitBeyondTheDeadlineIsToldAtOnceAndTakesNoPermit() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(1);
    take(limiter);
    long missing = limiter.take(in(Duration.ofSeconds(59)));
    assertThat(Duration.ofNanos(missing)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    assertThat(time.sleeps()).isEmpty();
    time.advance(Duration.ofNanos(missing));
    assertThat(limiter.take(in(Duration.ofNanos(1)))).isZero();
  }

  @Test
  void anInterruptWhileWaitingFreesThePlaceAndTakesNoPermit() throws Exception {
    RateLimiter limiter = RateLimiter.perMinute(1);
    take(limiter);
    time.onSleep(() -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> limiter.take(in(Duration.ofHours(1))))
        .isInstanceOf(InterruptedException.class);
    time.onSleep(() -> {});
    assertThat(take(limiter)).isLessThan(Duration.ofSeconds(61));
  }

  @Test
  void waitingCallersAreServedInTheOrderInWhichTheyCame() throws Exception {
    CountDownLatch mayGo = new CountDownLatch(1);
    List<String> served = Collections.synchronizedList(new ArrayList<>());
    time.onSleep(() -> await(mayGo));
    RateLimiter limiter =
        RateLimiter.on(
            nanoTime -> {
              if (mayGo.getCount() > 0) {
                return SECONDS.toNanos(1);
              }
              served.add(Thread.currentThread().getName());
              return 0;
            });
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Thread thread = new Thread(() -> takeQuietly(limiter), "caller " + i);
      threads.add(thread);
      thread.start();
      awaitWaiting(thread);
    }
    mayGo.countDown();
    for (Thread thread : threads) {
      thread.join(SECONDS.toMillis(30));
    }
    assertThat(served).containsExactly("caller 0", "caller 1", "caller 2", "caller 3", "caller 4");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void takeQuietly(RateLimiter limiter) {
    try {
      take(limiter);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void callersOnManyThreadsKeepTheLimitTogether() throws Exception {
    RateLimiter limiter = RateLimiter.perMinute(10);
    List<Duration> given = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(CompletableFuture.runAsync(() -> takeFive(limiter, given)));
    }
    CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).get(30, SECONDS);
    assertThat(given).hasSize(40);
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
  }

  private void takeFive(RateLimiter limiter, List<Duration> given) {
    for (int i = 0; i < 5; i++) {
      takeQuietly(limiter);
      given.add(time.elapsed());
    }
  }

  @Test
  void theClientsOfAnAccountShareItsLimiter() throws InterruptedException {
    Window one = new Window(1, Duration.ofMinutes(1));
    RateLimiter first = RateLimiter.ofAccount("host/a", one);
    RateLimiter again = RateLimiter.ofAccount("host/a", one);
    RateLimiter other = RateLimiter.ofAccount("host/b", one);
    assertThat(again).isSameAs(first);
    assertThat(other).isNotSameAs(first);
    take(first);
    assertThat(again.take(in(Duration.ofSeconds(1)))).isPositive();
    assertThat(other.take(in(Duration.ofSeconds(1)))).isZero();
  }

  @Test
  void withoutALimitThereIsNoWait() throws InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      assertThat(RateLimiter.unlimited().take(in(Duration.ofNanos(1)))).isZero();
    }
  }

  @Test
  void aStoreOfTheApplicationsIsAskedAgainAfterTheWaitThatItNames() throws InterruptedException {
    List<Long> answers = new ArrayList<>(List.of(5L, 3L, 0L));
    RateLimiter limiter = RateLimiter.on(nanoTime -> answers.remove(0));
    assertThat(limiter.take(in(Duration.ofSeconds(1)))).isZero();
    assertThat(time.sleeps()).containsExactly(Duration.ofNanos(5), Duration.ofNanos(3));
  }

  @Test
  void figuresThatMakeNoLimitAreRefused() {
    assertThatThrownBy(() -> RateLimiter.perMinute(0)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> RateLimiter.perMinute(Integer.MAX_VALUE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("unlimited()");
    assertThatThrownBy(() -> new Window(1, Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("unlimited()");
    assertThatThrownBy(RateLimiter::of)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("unlimited()");
  }
}
