package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class LimitsAndRecordsTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.500Z");
  private static final long ENOUGH_MILLIS = 60_000;

  @Test
  void slidesItsWindow() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(now::get).rateLimit(2).start()) {
      TruedyCalls truedy = new TruedyCalls(sandbox);
      assertThat(truedy.get("/contacts").status()).isEqualTo(200);
      now.set(NOON.plusSeconds(40));
      assertThat(truedy.get("/agents").status()).isEqualTo(200);

      Http.Answer refused = truedy.get("/contacts");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.object("error"))
          .containsEntry("code", "rate_limit_exceeded")
          .containsEntry("details", Map.of("limit", 2, "reset_at", "2026-05-01T12:01:00.500000Z"));
      assertThat(refused.header("Retry-After")).isEmpty();
      now.set(NOON.plusSeconds(60));
      assertThat(truedy.get("/contacts").status()).isEqualTo(200);
      assertThat(truedy.get("/contacts").status()).isEqualTo(429);
      now.set(NOON.plusSeconds(100));
      assertThat(truedy.get("/contacts").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(LimitAnswer.class)
  void wordsTheLimitInEveryWay(LimitAnswer answer) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(() -> NOON).start()) {
      sandbox.fail().with(Fault.rateLimited(answer, Duration.ofMillis(1700)));
      Http.Answer refused = new TruedyCalls(sandbox).get("/contacts");
      assertThat(refused.status()).isEqualTo(answer == LimitAnswer.INTERNAL_ERROR ? 500 : 429);
      switch (answer) {
        case DOCUMENTED ->
            assertThat(refused.body()).contains("\"reset_at\":\"2026-05-01T12:00:02.200000Z\"");
        case RETRY_AFTER_SECONDS -> assertThat(refused.header("Retry-After")).isEqualTo("2");
        case RETRY_AFTER_DATE ->
            assertThat(refused.header("Retry-After")).isEqualTo("Fri, 01 May 2026 12:00:03 GMT");
        case RETRY_AFTER_MS -> assertThat(refused.header("retry-after-ms")).isEqualTo("1700");
        case NESTED -> assertThat(refused.object("detail")).containsKey("error");
        case INTERNAL_ERROR ->
            assertThat(refused.object("error"))
                .containsEntry("code", "internal_error")
                .doesNotContainKey("details");
      }
    }
  }

  @Test
  void saysKoresWords() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().rateLimit(1).rateLimitStatus(400).start()) {
      KoreCalls kore = new KoreCalls(sandbox);
      assertThat(kore.get("/contacts").status()).isEqualTo(200);
      Http.Answer refused = kore.get("/queues");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.error())
          .isEqualTo(
              "You've exceeded the per-minute rate limit. Please wait for sometime before retrying."
                  + " 400");
    }
  }

  @Test
  void recordsTheExactRequest(KoreSandbox sandbox) throws Exception {
    new KoreCalls(sandbox).get("/contacts?page=1&x=a%20b");
    SandboxRequest request = sandbox.takeRequest();

    assertThat(request.operation()).isEqualTo("listContacts");
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).endsWith("/contacts");
    assertThat(request.query()).isEqualTo(Map.of("page", "1", "x", "a b"));
    assertThat(request.header("ACCOUNTID")).isEqualTo(sandbox.accountId());
    assertThat(request.headers()).containsKey("auth");
    assertThat(request.claims()).containsEntry("appId", sandbox.clientId());
    assertThat(request.toString()).doesNotContain("auth");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> sandbox.takeRequest(Duration.ZERO));
    assertThat(sandbox.requests()).hasSize(1);
    assertThat(sandbox.requestCount("listContacts")).isEqualTo(1);
  }

  @Test
  void tellsOneRequestFromAnAlikeOne() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(() -> NOON).start()) {
      AtomicReference<SandboxRequest> hooked = new AtomicReference<>();
      sandbox.beforeRequest(request -> hooked.compareAndSet(null, request));
      TruedyCalls truedy = new TruedyCalls(sandbox);
      truedy.get("/contacts");
      truedy.get("/contacts");
      SandboxRequest first = sandbox.takeRequest();
      SandboxRequest second = sandbox.takeRequest();
      assertThat(sandbox.requests()).containsExactly(first, second);
      assertThat(first)
          .isNotEqualTo(second)
          .isEqualTo(hooked.get())
          .hasSameHashCodeAs(hooked.get());
    }
  }

  @Test
  void keepsTheNewestRequestsOnly() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().keepRequests(2).start()) {
      KoreCalls kore = new KoreCalls(sandbox);
      for (int page = 1; page <= 3; page++) {
        kore.get("/contacts?page=" + page);
      }
      assertThat(sandbox.requests())
          .extracting(r -> r.query().get("page"))
          .isEqualTo(List.of("2", "3"));
      assertThat(sandbox.requestCount()).isEqualTo(3);
      sandbox.clearRequests();
      assertThat(sandbox.requestCount()).isZero();
      assertThat(sandbox.connectionCount()).isPositive();
    }
  }

  @Test
  void leavesNoThreadsBehind() throws Exception {
    KoreSandbox sandbox = KoreSandbox.start();
    new KoreCalls(sandbox).get("/contacts");
    sandbox.close();
    for (Thread thread : serverThreads()) {
      thread.join(ENOUGH_MILLIS);
    }
    assertThat(serverThreads()).isEmpty();
  }

  private static Set<Thread> serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("MockWebServer"))
        .collect(Collectors.toSet());
  }

  @Test
  void tellsATestThatItsHookFailed(KoreSandbox sandbox) throws Exception {
    sandbox.beforeRequest(
        request -> {
          throw new IllegalStateException("on purpose");
        });
    Http.Answer answer = new KoreCalls(sandbox).get("/contacts");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("on purpose");
  }
}
