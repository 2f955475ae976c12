package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.limit.RateLimitStore;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Limits". */
@ExtendWith(SandboxExtension.class)
class LimitsPageTest {
  @Test
  void impatient(KoreSandbox sandbox) throws Exception {
    RateLimiter one = RateLimiter.perMinute(1);
    try (KoreClient kore = sandbox.clientBuilder().rateLimiter(one).build()) {
      assertThat(Output.of(() -> impatient(kore))).isEqualTo("0 contacts\n");
      assertThat(Output.of(() -> impatient(kore))).startsWith("not sent; a permit is free in PT");
    }
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  private static void impatient(KoreClient kore) {
    // docs/limits.md: begin
    Duration patience = Duration.ofSeconds(5); // for the permit, all attempts and the waits
    try {
      var page = kore.contacts().list().deadline(patience).execute();
      System.out.println(page.items().size() + " contacts");
    } catch (RateLimitWaitException e) {
      System.out.println("not sent; a permit is free in " + e.retryAfter());
    }
    // docs/limits.md: end
  }

  @Test
  void ownLimit(KoreSandbox sandbox) {
    ownLimit(sandbox.clientBuilder());
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  private static void ownLimit(KoreClient.Builder builder) {
    // docs/limits.md: begin
    Window minute = new Window(40, Duration.ofMinutes(1)); // leave 20 of 60 to other programs
    Window hour = new Window(1_000, Duration.ofHours(1));
    try (KoreClient kore = builder.rateLimiter(RateLimiter.of(minute, hour)).build()) {
      kore.contacts().list().execute();
    }
    // docs/limits.md: end
  }

  @Test
  void sharedStore(KoreSandbox sandbox) {
    AtomicInteger asked = new AtomicInteger();
    sharedStore(
        sandbox.clientBuilder(),
        nanoTime -> {
          asked.incrementAndGet();
          return 0;
        });
    assertThat(asked).hasValue(1);
  }

  private static void sharedStore(KoreClient.Builder builder, RateLimitStore store) {
    // docs/limits.md: begin
    try (KoreClient kore = builder.rateLimiter(RateLimiter.on(store)).build()) {
      kore.contacts().list().execute();
    }
    // docs/limits.md: end
  }

  @Test
  void retries(KoreSandbox sandbox) throws Exception {
    try (KoreClient kore = sandbox.client()) {
      assertThat(Output.of(() -> retries(kore))).isEqualTo("1 attempt, HTTP 200\n");
    }
  }

  private static void retries(KoreClient kore) {
    // docs/limits.md: begin
    var response =
        kore.contacts()
            .list()
            .timeout(Duration.ofSeconds(3)) // of one attempt
            .retry(RetryPolicy.standard().withMaxAttempts(2))
            .response();
    System.out.println(response.attempts() + " attempt, HTTP " + response.status());
    // docs/limits.md: end
  }
}
