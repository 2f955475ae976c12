package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.TruedyErrorShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsE2eTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VirtualClock time = new VirtualClock();

  @ParameterizedTest
  @EnumSource(
      value = LimitAnswer.class,
      names = {"RETRY_AFTER_SECONDS", "RETRY_AFTER_DATE", "RETRY_AFTER_MS"})
  void aRefusalByKoreIsWaitedOutAsToldAndThenSucceeds(LimitAnswer answer) {
    try (KoreSandbox sandbox =
            KoreSandbox.builder().clock(time).rateLimit(3).rateLimitAnswer(answer).start();
        KoreClient kore = sandbox.clientBuilder().timeSource(time).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(kore.contacts().list().response().attempts()).isEqualTo(1);
      }
      time.advance(Duration.ofSeconds(10));
      assertThat(kore.contacts().list().response().attempts()).isEqualTo(2);
      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(50));
    }
  }

  @ParameterizedTest
  @EnumSource(value = LimitAnswer.class, names = "INTERNAL_ERROR", mode = EnumSource.Mode.EXCLUDE)
  void aRefusalByTruedyIsWaitedOutAsToldAndThenSucceeds(LimitAnswer answer) {
    try (TruedySandbox sandbox =
            TruedySandbox.builder().clock(time).rateLimit(3).rateLimitAnswer(answer).start();
        TruedyClient truedy = sandbox.clientBuilder().timeSource(time).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(truedy.contacts().list().response().attempts()).isEqualTo(1);
      }
      time.advance(Duration.ofSeconds(10));
      assertThat(truedy.contacts().list().response().attempts()).isEqualTo(2);
      assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(50));
    }
  }

  @Test
  void aClockThatIsWrongDoesNotChangeTheWaitForTruedy() {
    VirtualClock wrong = new VirtualClock();
    wrong.advance(Duration.ofDays(3));
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).rateLimit(1).start();
        TruedyClient truedy = sandbox.clientBuilder().timeSource(wrong).build()) {
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      wrong.onSleep(() -> time.advance(MINUTE));
      assertThat(truedy.contacts().list().response().attempts()).isEqualTo(2);
      assertThat(wrong.sleeps()).containsExactly(MINUTE);
    }
  }

  @Test
  void aLimitThatLooksLikeAServerErrorIsStillRepeatedForAReadOnly() {
    try (TruedySandbox sandbox =
            TruedySandbox.builder()
                .clock(time)
                .rateLimit(1)
                .rateLimitWindow(Duration.ofMillis(50))
                .rateLimitAnswer(LimitAnswer.INTERNAL_ERROR)
                .start();
        TruedyClient truedy = sandbox.clientBuilder().timeSource(time).build()) {
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      assertThat(truedy.contacts().list().response().attempts()).isEqualTo(2);
      ApiException.ServerError failure =
          failure(ApiException.ServerError.class, () -> truedy.folders().create("F").execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void aRefusalWithoutAHintIsWaitedOutWithGrowingPauses() {
    for (int status : new int[] {429, 400}) {
      try (KoreSandbox sandbox = limited(status);
          KoreClient kore = sandbox.clientBuilder().timeSource(time).build()) {
        assertThat(kore.contacts().list().execute().items()).isEmpty();
        ApiResponse<?> response = kore.contacts().create(Support.ada()).response();
        assertThat(response.attempts()).as("status " + status).isEqualTo(3);
        assertThat(sandbox.contactCount()).isEqualTo(1);
      }
    }
  }

  private KoreSandbox limited(int status) {
    return KoreSandbox.builder()
        .clock(time)
        .rateLimit(1)
        .rateLimitStatus(status)
        .rateLimitWindow(Duration.ofSeconds(6))
        .start();
  }

  @Test
  void aLimitThatIsToldWithA5xxIsWaitedOutForReadsOnly() {
    try (KoreSandbox sandbox = limited(503);
        KoreClient kore = sandbox.clientBuilder().timeSource(time).build()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      assertThat(kore.contacts().list().response().attempts()).isEqualTo(3);
      ApiException.ServerError failure =
          failure(
              ApiException.ServerError.class,
              () -> kore.contacts().create(Support.ada()).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.attempts()).isEqualTo(1);
    }
  }

  @Test
  void aWaitBeyondTheDeadlineFailsAtOnce() {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).rateLimit(1).start();
        TruedyClient truedy = sandbox.clientBuilder().timeSource(time).build()) {
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      ApiException.RateLimited failure =
          failure(
              ApiException.RateLimited.class,
              () -> truedy.contacts().list().deadline(Duration.ofSeconds(20)).execute());
      assertThat(failure.retryAfter()).isEqualTo(MINUTE);
      assertThat(time.sleeps()).isEmpty();
      assertThat(sandbox.requestCount()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TruedyErrorShape.class)
  void aRefusalIsTheSameWhateverShapeOtherErrorsHave(TruedyErrorShape shape) {
    try (TruedySandbox sandbox =
            TruedySandbox.builder().clock(time).errorShape(shape).rateLimit(1).start();
        TruedyClient truedy = sandbox.clientBuilder().timeSource(time).build()) {
      assertThat(truedy.contacts().list().execute().items()).isEmpty();
      assertThat(truedy.contacts().list().response().attempts()).isEqualTo(2);
    }
  }

  @Test
  void withItsOwnLimitAKoreClientIsNeverRefused() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).rateLimit(60).start();
        KoreClient kore = ownLimit(sandbox).build()) {
      Duration start = time.elapsed();
      for (int i = 0; i < 200; i++) {
        ApiResponse<?> response =
            i % 2 == 0 ? kore.contacts().list().response() : kore.queues().list().response();
        assertThat(response.attempts()).isEqualTo(1);
      }
      assertThat(sandbox.requestCount()).isEqualTo(200);
      assertThat(time.elapsed().minus(start))
          .isBetween(MINUTE.multipliedBy(3), Duration.ofMinutes(4));
    }
  }

  @Test
  void twoClientsOfOneAccountShareTheLimit() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).rateLimit(60).start();
        KoreClient one = ownLimit(sandbox).build();
        KoreClient two = ownLimit(sandbox).build()) {
      for (int i = 0; i < 80; i++) {
        assertThat(one.contacts().list().response().attempts()).isEqualTo(1);
        assertThat(two.contacts().list().response().attempts()).isEqualTo(1);
      }
    }
  }

  @Test
  void withItsOwnLimitATruedyClientIsNeverRefused() {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).rateLimit(100).start();
        TruedyClient truedy =
            TruedyClient.builder()
                .baseUrl(sandbox.baseUrl())
                .apiKey(sandbox.apiKey())
                .timeSource(time)
                .build()) {
      for (int i = 0; i < 250; i++) {
        assertThat(truedy.contacts().list().response().attempts()).isEqualTo(1);
      }
      assertThat(sandbox.requestCount()).isEqualTo(250);
      assertThat(time.elapsed()).isBetween(MINUTE.multipliedBy(2), Duration.ofMinutes(3));
    }
  }

  @Test
  void aPermitThatComesTooLateSendsNothing() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .rateLimiter(RateLimiter.perMinute(1))
                .timeSource(time)
                .build()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      RateLimitWaitException failure =
          failure(
              RateLimitWaitException.class,
              () ->
                  kore.contacts().create(Support.ada()).deadline(Duration.ofSeconds(5)).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.retryAfter()).isBetween(MINUTE, MINUTE.plusSeconds(1));
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  private KoreClient.Builder ownLimit(KoreSandbox sandbox) {
    return KoreClient.builder()
        .baseUrl(sandbox.baseUrl())
        .streamId(sandbox.streamId())
        .accountId(sandbox.accountId())
        .credentials(sandbox.clientId(), sandbox.clientSecret())
        .timeSource(time);
  }
}
