package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

  private final VirtualClock clock = new VirtualClock();

  @Test
  void aKoreSandboxAndItsClientShareAVirtualClock() {
    try (KoreSandbox sandbox =
            KoreSandbox.builder()
                .clock(clock)
                .rateLimit(1)
                .rateLimitAnswer(LimitAnswer.RETRY_AFTER_SECONDS)
                .start();
        KoreClient kore = sandbox.client()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(1));
      assertThat(sandbox.requests().get(2).receivedAt())
          .isEqualTo(VirtualClock.START.plusSeconds(60));
    }
  }

  @Test
  void aTruedySandboxAndItsClientShareAVirtualClock() {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(clock).rateLimit(1).start();
        TruedyClient truedy = sandbox.client()) {
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      assertThat(clock.sleeps()).containsExactly(Duration.ofMinutes(1));
    }
  }
}
