package dev.contactsdk.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What can be read of a limiter, in virtual time. */
class LimiterStateTest {
  private final VirtualClock time = new VirtualClock();

  @Test
  void aNewLimiterHasItsWholeMinute() {
    LimiterState state = RateLimiter.perMinute(60).state(time);
    assertThat(state.available()).hasValue(60);
    assertThat(state.nextPermitIn()).isZero();
  }

  @Test
  void takenPermitsComeBackWhenTheirMinuteIsOver() {
    RateLimiter limiter = RateLimiter.perMinute(3);
    LimiterState state = limiter.state(time);
    limiter.tryTake(time);
    time.advance(Duration.ofSeconds(20));
    limiter.tryTake(time);
    limiter.tryTake(time);
    assertThat(state.available()).hasValue(0);
    assertThat(state.nextPermitIn()).isEqualTo(Duration.ofMillis(40_250));
    time.advance(Duration.ofMillis(40_250));
    assertThat(state.available()).hasValue(1);
    assertThat(state.nextPermitIn()).isZero();
    time.advance(Duration.ofSeconds(20));
    assertThat(state.available()).hasValue(3);
  }

  @Test
  void theTightestWindowCounts() {
    RateLimiter limiter =
        RateLimiter.of(new Window(60, Duration.ofMinutes(1)), new Window(2, Duration.ofHours(1)));
    LimiterState state = limiter.state(time);
    limiter.tryTake(time);
    assertThat(state.available()).hasValue(1);
    limiter.tryTake(time);
    assertThat(state.nextPermitIn()).isEqualTo(Duration.ofHours(1).plusMillis(250));
  }

  @Test
  void aPauseLeavesNothingAndThenOpensStepByStep() {
    RateLimiter limiter = RateLimiter.perMinute(60);
    LimiterState state = limiter.state(time);
    limiter.pause(time.nanoTime(), Duration.ofSeconds(30));
    assertThat(state.available()).hasValue(0);
    assertThat(state.nextPermitIn()).isEqualTo(Duration.ofSeconds(30));
    time.advance(Duration.ofSeconds(30));
    assertThat(state.available()).hasValue(1);
    time.advance(Duration.ofSeconds(2));
    assertThat(state.available()).hasValue(4);
    time.advance(Duration.ofSeconds(60));
    assertThat(state.available()).hasValue(60);
  }

  @Test
  void aPauseOfAnyLengthIsBounded() {
    RateLimiter limiter = RateLimiter.perMinute(60);
    assertThat(limiter.pause(time.nanoTime(), Duration.ofSeconds(Long.MIN_VALUE))).isZero();
    assertThat(limiter.pause(time.nanoTime(), Duration.ofSeconds(Long.MAX_VALUE)))
        .isBetween(Duration.ofMinutes(1).toNanos(), Duration.ofMinutes(2).toNanos());
  }

  @Test
  void readingTakesNothing() {
    RateLimiter limiter = RateLimiter.perMinute(1);
    LimiterState state = limiter.state(time);
    for (int i = 0; i < 5; i++) {
      assertThat(state.available()).hasValue(1);
      assertThat(state.nextPermitIn()).isZero();
    }
    assertThat(limiter.tryTake(time)).isTrue();
  }

  @Test
  void withoutALimitThereIsNoNumberAndNoWait() {
    LimiterState state = RateLimiter.unlimited().state(time);
    assertThat(state.available()).isEmpty();
    assertThat(state.nextPermitIn()).isZero();
  }

  @Test
  void aStoreThatDoesNotTellIsUnknown() {
    LimiterState state = RateLimiter.on(nanoTime -> 0).state(time);
    assertThat(state.available()).isEmpty();
    assertThat(state.nextPermitIn()).isNull();
  }
}
