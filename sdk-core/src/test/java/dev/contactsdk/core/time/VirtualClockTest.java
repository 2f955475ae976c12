package dev.contactsdk.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private final VirtualClock clock = new VirtualClock();

  @Test
  void standsStill() {
    long reading = clock.nanoTime();
    assertThat(clock.now()).isEqualTo(VirtualClock.START).isEqualTo(clock.instant());
    assertThat(clock.nanoTime()).isEqualTo(reading);
    assertThat(clock.elapsed()).isZero();
    assertThat(clock.sleeps()).isEmpty();
    assertThat(clock.random()).isEqualTo(clock.random()).isEqualTo(0.5);
  }

  @Test
  void movesBySleepingAndByAdvancing() throws InterruptedException {
    long reading = clock.nanoTime();
    clock.sleep(1_500_000_000);
    clock.advance(Duration.ofMinutes(1));
    clock.sleep(0);
    clock.sleep(-1);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofMillis(61_500));
    assertThat(clock.now()).isEqualTo(VirtualClock.START.plusMillis(61_500));
    assertThat(clock.nanoTime() - reading).isEqualTo(61_500_000_000L);
    assertThat(clock.sleeps())
        .containsExactly(Duration.ofMillis(1500), Duration.ZERO, Duration.ofNanos(-1));
  }

  @Test
  void itsCountOverflows() {
    assertThat(clock.nanoTime()).isPositive();
    clock.advance(Duration.ofMinutes(1));
    assertThat(clock.nanoTime()).isNegative();
  }

  @Test
  void startsWhereItIsTold() {
    Instant start = Instant.parse("2030-01-01T00:00:00.9Z");
    VirtualClock later = new VirtualClock(start);
    assertThat(later.now()).isEqualTo(start);
    assertThat(Clock.fixed(later.instant(), ZoneOffset.UTC).instant()).isEqualTo(start);
  }

  @Test
  void anInterruptEndsASleepBeforeTheClockMoves() {
    clock.onSleep(() -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> clock.sleep(1)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(clock.elapsed()).isZero();
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void anActionSeesTheClockBeforeItMoves() throws InterruptedException {
    List<Duration> seen = new ArrayList<>();
    clock.onSleep(() -> seen.add(clock.elapsed()));
    clock.sleep(1000);
    clock.sleep(1);
    assertThat(seen).containsExactly(Duration.ZERO, Duration.ofNanos(1000));
  }

  @Test
  void chanceIsWhatATestSays() {
    clock.random(0);
    assertThat(clock.random()).isZero();
    clock.random(0.999);
    assertThat(clock.random()).isEqualTo(0.999);
    for (double wrong : new double[] {1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> clock.random(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("value must be at least 0 and below 1, but was " + wrong);
    }
  }

  @Test
  void doesNotRunBackwards() {
    assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time must not be negative, but was PT-0.001S");
  }

  @Test
  void anotherThreadCanUseItAfterwards() {
    clock.advance(Duration.ofSeconds(1));
    assertThat(clock.sleeps()).isEmpty();
    assertThat(CompletableFuture.supplyAsync(clock::elapsed))
        .succeedsWithin(Duration.ofSeconds(30))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
