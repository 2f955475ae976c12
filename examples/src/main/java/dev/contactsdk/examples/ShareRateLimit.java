package dev.contactsdk.examples;

import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.lookups.KoreQueue;
import dev.contactsdk.sandbox.KoreSandbox;
import java.time.Duration;

/** Shares one rate limit between two clients. */
public final class ShareRateLimit implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new ShareRateLimit(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: two clients share a rate limit";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) {
    // Clients of one account share 60 a minute by default. Here: 4 in half a second.
    RateLimiter limiter = RateLimiter.of(new Window(4, Duration.ofMillis(500)));
    try (KoreSandbox sandbox =
            KoreSandbox.builder().rateLimit(4).rateLimitWindow(Duration.ofMillis(500)).start();
        KoreClient first = sandbox.clientBuilder().rateLimiter(limiter).build();
        KoreClient second = sandbox.clientBuilder().rateLimiter(limiter).build()) {
      System.out.println("The server allows 4 requests in any half second:");
      long start = System.nanoTime();
      for (int i = 1; i <= 6; i++) {
        boolean odd = i % 2 == 1;
        Page<KoreQueue> queues = (odd ? first : second).queues().list().execute();
        System.out.printf(
            "request %d, by the %s client: %d queue after %d ms%n",
            i,
            odd ? "first" : "second",
            queues.items().size(),
            (System.nanoTime() - start) / 1_000_000);
      }
    }

    RateLimiter one = RateLimiter.perMinute(1);
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.clientBuilder().rateLimiter(one).build()) {
      System.out.println("A call that cannot wait for a minute fails, and nothing is sent:");
      try {
        System.out.println(kore.queues().list().execute().total() + " queue");
        Duration soon = Duration.ofSeconds(5);
        System.out.println(kore.queues().list().deadline(soon).execute().total() + " queue");
      } catch (RateLimitWaitException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
