package dev.contactsdk.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeTest {
  private static final TimeSource SYSTEM = TimeSource.system();

  @Test
  void theSystemsClocksGoOn() {
    long reading = System.nanoTime();
    Instant before = Instant.now();
    assertThat(SYSTEM.now()).isBetween(before, Instant.now());
    assertThat(SYSTEM.nanoTime()).isBetween(reading, System.nanoTime());
  }

  @Test
  void anInterruptEndsTheSystemsWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SYSTEM.sleep(Duration.ofHours(1).toNanos()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void chanceIsAtLeastZeroBelowOneAndNotAlwaysTheSame() {
    List<Double> numbers = Stream.generate(SYSTEM::random).limit(1000).toList();
    assertThat(numbers).allMatch(n -> n >= 0 && n < 1);
    assertThat(numbers).anyMatch(n -> n < 0.5).anyMatch(n -> n > 0.5);
  }

  @Test
  void anEndlessDurationDoesNotOverflow() {
    Deadline deadline = Deadline.in(SYSTEM, Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(deadline.remainingNanos()).isGreaterThan(Duration.ofDays(365 * 50).toNanos());
    assertThat(Deadline.nanos(Duration.ofSeconds(2))).isEqualTo(2_000_000_000L);
    assertThat(Deadline.nanos(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE / 4);
  }
}
