package dev.contactsdk.core.limit;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A limit that the vendor reports pauses the account: all its calls, until the window has ended.
 */
class ReportedLimitTest {
  private final VirtualClock time = new VirtualClock();
  private final RateLimiter limiter = RateLimiter.perMinute(60);

  private ApiEngine open(ScriptedTransport transport) {
    return TestClient.of(transport, time).accountLimiter(limiter).open();
  }

  private static ApiCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  private Duration take() throws InterruptedException {
    assertThat(limiter.take(Deadline.in(time, Duration.ofHours(1)))).isZero();
    return time.elapsed();
  }

  private Duration pause(Duration asked) {
    return Duration.ofNanos(limiter.pause(time.nanoTime(), asked));
  }

  @Test
  void aCallGoesOnWhenTheWindowHasEndedThatAnEarlierProcessHasUsedUp() {
    ScriptedTransport transport =
        ScriptedTransport.of(answer(429, ""), answer(201, "{\"id\":\"1\"}"));
    ApiResponse<Object> response = create(open(transport)).response();
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
  }

  @Test
  void noOtherCallIsSentMeanwhileNotEvenOfAnotherClient() {
    ScriptedTransport refusing = ScriptedTransport.of(answer(429, ""));
    ApiEngine first = open(refusing);
    assertThatThrownBy(() -> create(first).retry(RetryPolicy.none()).execute())
        .isInstanceOf(ApiException.RateLimited.class);
    ScriptedTransport transport = ScriptedTransport.of(answer(201, "{}"), answer(201, "{}"));
    ApiEngine second = open(transport);
    RateLimitWaitException e =
        catchThrowableOfType(
            RateLimitWaitException.class,
            () -> create(second).deadline(Duration.ofSeconds(10)).execute());
    assertThat(e.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    assertThat(transport.sent()).isEmpty();
    create(second).execute();
    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
  }

  @Test
  void aCallThatWaitsForItsPermitAlreadyWaitsOutThePause() throws InterruptedException {
    RateLimiter one = RateLimiter.perMinute(1);
    one.take(Deadline.in(time, Duration.ofHours(1)));
    time.onSleep(
        () -> {
          time.onSleep(() -> {});
          one.pause(time.nanoTime() + Duration.ofSeconds(59).toNanos(), Duration.ofSeconds(30));
        });
    one.take(Deadline.in(time, Duration.ofHours(1)));
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(89));
  }

  @Test
  void opensWithOnePermitAndThenTwiceAsFastEachSecond() throws InterruptedException {
    pause(Duration.ofSeconds(7));
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      seconds.add(take().toSeconds());
    }
    assertThat(seconds)
        .containsExactly(
            7L, 8L, 9L, 9L, 10L, 10L, 10L, 10L, 11L, 11L, 11L, 11L, 11L, 11L, 11L, 11L);
  }

  @Test
  void aBurstGoesOutAtOnceAgainWhenItHasBeenOpenForTenSeconds() throws InterruptedException {
    pause(Duration.ofSeconds(7));
    take();
    time.advance(Duration.ofSeconds(10));
    for (int i = 0; i < 59; i++) {
      assertThat(take()).isEqualTo(Duration.ofSeconds(17));
    }
  }

  @Test
  void lastsForWhatIsLeftOfTheWindowThatBeganWithTheFirstPermit() throws InterruptedException {
    take();
    time.advance(Duration.ofSeconds(40));
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(20_250));
  }

  @Test
  void beginsItsWindowAnewWhenItOpens() throws InterruptedException {
    take();
    time.advance(Duration.ofSeconds(59));
    pause(null);
    take();
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(60_250));
  }

  @Test
  void lastsAWholeWindowWhereNoPermitWasGiven() {
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(60_250));
  }

  @Test
  void lastsNoLongerThanTheShortestWindow() {
    RateLimiter two =
        RateLimiter.of(new Window(5, Duration.ofSeconds(2)), new Window(100, Duration.ofHours(1)));
    assertThat(two.pause(time.nanoTime(), null)).isEqualTo(Duration.ofMillis(2250).toNanos());
    RateLimiter hourly = RateLimiter.of(new Window(100, Duration.ofHours(1)));
    assertThat(hourly.pause(time.nanoTime(), null)).isEqualTo(Duration.ofMillis(60_250).toNanos());
  }

  @Test
  void doesNotBelieveAVendorThatAsksForAnHour() {
    assertThat(pause(Duration.ofHours(1))).isEqualTo(Duration.ofMillis(65_250));
  }

  @Test
  void isNotShortenedByALaterRefusal() {
    pause(Duration.ofSeconds(30));
    time.advance(Duration.ofSeconds(1));
    assertThat(pause(Duration.ZERO)).isEqualTo(Duration.ofSeconds(29));
  }

  @Test
  void closesNothingWhereThereIsNoLimit() throws InterruptedException {
    RateLimiter none = RateLimiter.unlimited();
    assertThat(none.pause(time.nanoTime(), Duration.ofSeconds(30))).isZero();
    none.take(Deadline.in(time, Duration.ofSeconds(1)));
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void theWindowBeginsWithTheFirstPermitAndNotWithALaterOne() throws InterruptedException {
    time.advance(Duration.ofSeconds(5));
    take();
    time.advance(Duration.ofSeconds(50));
    take();
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(10_250));
  }

  @Test
  void aPermitAfterTheWindowBeginsTheNext() throws InterruptedException {
    take();
    time.advance(Duration.ofMillis(60_250));
    take();
    time.advance(Duration.ofSeconds(10));
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(50_250));
  }

  @Test
  void aWindowBeginsWithTheFirstPermitAfterAPause() throws InterruptedException {
    take();
    pause(Duration.ofSeconds(10));
    assertThat(take()).isEqualTo(Duration.ofSeconds(10));
    assertThat(take()).isEqualTo(Duration.ofSeconds(11));
    assertThat(pause(null)).isEqualTo(Duration.ofMillis(59_250));
  }

  @Test
  void theOwnLimitHoldsAlsoWhileItOpens() throws InterruptedException {
    RateLimiter one = RateLimiter.perMinute(1);
    one.pause(time.nanoTime(), Duration.ofSeconds(5));
    for (Duration at : List.of(Duration.ofSeconds(5), Duration.ofMillis(65_250))) {
      assertThat(one.take(Deadline.in(time, Duration.ofHours(1)))).isZero();
      assertThat(time.elapsed()).isEqualTo(at);
    }
  }

  @Test
  void isOpenForALargeBurstTooAfterTenSeconds() throws InterruptedException {
    RateLimiter large = RateLimiter.perMinute(3000);
    large.pause(time.nanoTime(), Duration.ofSeconds(7));
    time.advance(Duration.ofSeconds(17));
    for (int i = 0; i < 3000; i++) {
      assertThat(large.tryTake(time)).isTrue();
    }
  }

  @Test
  void isLengthenedByALaterRefusal() {
    pause(Duration.ofSeconds(5));
    time.advance(Duration.ofSeconds(1));
    assertThat(pause(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRefusalThatAsksForNoWaitGivesNoFurtherPermit() throws InterruptedException {
    pause(Duration.ofSeconds(7));
    assertThat(take()).isEqualTo(Duration.ofSeconds(7));
    pause(Duration.ZERO);
    assertThat(take()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void anotherThreadIsNotShutOutAfterwards() {
    pause(Duration.ofSeconds(7));
    assertThat(limiter.tryTake(time)).isFalse();
    assertThat(CompletableFuture.supplyAsync(() -> limiter.tryTake(time)))
        .succeedsWithin(Duration.ofSeconds(30))
        .isEqualTo(false);
    assertThat(CompletableFuture.supplyAsync(() -> pause(Duration.ofSeconds(9))))
        .succeedsWithin(Duration.ofSeconds(30))
        .isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aLimitThatNamesNoTimeLastsUntilTheWindowEndsHoweverTheClientWouldBackOff() {
    RateLimiter second = RateLimiter.of(new Window(5, Duration.ofSeconds(1)));
    ScriptedTransport transport = ScriptedTransport.of(answer(429, ""), answer(201, "{}"));
    create(TestClient.of(transport, time).accountLimiter(second).open()).execute();
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1250));
  }

  @Test
  void aWaitThatThePolicyDoesNotAllowFailsAtOnce() {
    ScriptedTransport transport = ScriptedTransport.of(answer(429, "", "Retry-After", "3600"));
    ApiCall<Object> call = create(open(transport)).deadline(Duration.ofHours(9));
    assertThatThrownBy(call::execute).isInstanceOf(ApiException.RateLimited.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', 10", "0, 10"})
  void aPauseBeyondTheDeadlineIsTheVendorsRefusal(String retryAfter, int deadline) {
    ScriptedTransport transport =
        ScriptedTransport.of(
            request -> {
              pause(Duration.ofSeconds(30));
              return retryAfter.isEmpty()
                  ? answer(429, "").answer(request)
                  : answer(429, "", "Retry-After", retryAfter).answer(request);
            });
    ApiCall<Object> call = create(open(transport)).deadline(Duration.ofSeconds(deadline));
    assertThatThrownBy(call::execute).isInstanceOf(ApiException.RateLimited.class);
    assertThat(time.elapsed()).isZero();
  }
}
