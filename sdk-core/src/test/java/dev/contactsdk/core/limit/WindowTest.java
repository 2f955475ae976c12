package dev.contactsdk.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MARGIN = Duration.ofMillis(250).toNanos();

  @Test
  void theSmallestAndTheLargestFiguresAreTaken() {
    assertThat(new Window(1, Duration.ofMillis(1)).permits()).isEqualTo(1);
    assertThat(new Window(10_000_000, MINUTE).permits()).isEqualTo(10_000_000);
  }

  @Test
  void figuresBeyondThemAreRefused() {
    for (int permits : new int[] {0, -1, 10_000_001}) {
      assertThatThrownBy(() -> new Window(permits, MINUTE))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("1 to 10,000,000");
    }
    assertThatThrownBy(() -> new Window(1, Duration.ofNanos(999_999)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("at least 1 ms");
    assertThatThrownBy(() -> new Window(1, null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("length of the window is null");
  }

  @Test
  void aPermitIsFreeAgainAWindowAndAMarginAfterItWasGivenAndNotBefore() {
    SlidingWindows windows = new SlidingWindows(List.of(new Window(2, MINUTE)));
    long length = MINUTE.toNanos() + MARGIN;
    assertThat(windows.tryTake(0)).isZero();
    assertThat(windows.tryTake(10)).isZero();
    assertThat(windows.tryTake(20)).isEqualTo(length - 20);
    assertThat(windows.tryTake(length - 1)).isEqualTo(1);
    assertThat(windows.tryTake(length)).isZero();
    assertThat(windows.tryTake(length)).isEqualTo(10);
    assertThat(windows.tryTake(length + 10)).isZero();
  }

  @Test
  void theLongestWaitOfSeveralWindowsIsTold() {
    SlidingWindows windows =
        new SlidingWindows(List.of(new Window(1, MINUTE), new Window(1, Duration.ofSeconds(1))));
    assertThat(windows.tryTake(0)).isZero();
    assertThat(windows.tryTake(0)).isEqualTo(MINUTE.toNanos() + MARGIN);
  }
}
