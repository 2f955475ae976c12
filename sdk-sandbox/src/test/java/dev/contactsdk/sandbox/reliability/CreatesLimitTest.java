package dev.contactsdk.sandbox.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where "never two contacts" ends: a request that is carried out after the time to settle. */
@Timeout(60)
class CreatesLimitTest {
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final String DIGITS = "2025550100";

  /** The first create is carried out only when the second one has been answered. */
  private static int contactsAfterALateFirst(CreatesVendor vendor) throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch carriedOut = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    vendor
        .sandbox()
        .beforeRequest(
            request -> {
              if (request.method().equals("POST") && first.getAndSet(false)) {
                await(answered);
                carriedOut.countDown();
              }
            });
    vendor.create(DIGITS, OnUnknown.lookUpThenResend()).execute();
    answered.countDown();
    await(carriedOut);
    LifecycleWatch.await(() -> vendor.stored().getOrDefault(DIGITS, 0) > 1, Duration.ofMillis(500));
    return vendor.stored().getOrDefault(DIGITS, 0);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void koreRefusesTheLateOne() throws Exception {
    try (CreatesVendor vendor = new CreatesKore(new CreatesTime(), TIMEOUT)) {
      assertThat(contactsAfterALateFirst(vendor)).isEqualTo(1);
    }
  }

  @Test
  void truedyTakesItAsItsDocumentationAllows() throws Exception {
    try (CreatesVendor vendor = new CreatesTruedy(new CreatesTime(), TIMEOUT)) {
      assertThat(contactsAfterALateFirst(vendor)).isEqualTo(2);
    }
  }
}
