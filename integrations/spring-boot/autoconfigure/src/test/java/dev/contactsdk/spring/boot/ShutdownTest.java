package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.john;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** The time limits are far below the hour that Boot would wait for callers that hang. */
@ExtendWith(SandboxExtension.class)
@Timeout(300)
class ShutdownTest {
  private static final int WAITING = 50;

  private final CountDownLatch started = new CountDownLatch(WAITING + 1);
  private final CountDownLatch atTheVendor = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  private CallEvents events(String vendor) {
    assertThat(vendor).isEqualTo("kore");
    return new CallEvents() {
      @Override
      public void started(CallInfo call) {
        started.countDown();
      }
    };
  }

  private void holdRequests(KoreSandbox sandbox) {
    sandbox.beforeRequest(
        request -> {
          atTheVendor.countDown();
          await(answer);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(120, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> CompletableFuture<T> onItsThread(java.util.concurrent.Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  @Test
  void waitingCallersEndAtOnceAndASentCallFinishes(KoreSandbox sandbox) {
    holdRequests(sandbox);
    Contexts.runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.rate-limit.permits=1",
            "contact-sdk.kore.rate-limit.window=1h",
            "contact-sdk.kore.deadline=2h",
            "spring.lifecycle.timeout-per-shutdown-phase=1h")
        .withBean(CallListener.class, () -> this::events)
        .run(
            context -> {
              KoreClient kore = context.getBean(KoreClient.class);
              CompletableFuture<KoreContact> sent =
                  onItsThread(() -> kore.contacts().create(john()).execute());
              await(atTheVendor);
              List<CompletableFuture<?>> waiting = new ArrayList<>();
              for (int i = 0; i < WAITING; i++) {
                waiting.add(onItsThread(() -> kore.contacts().list().execute()));
              }
              await(started);
              CompletableFuture<Void> closing = onItsThread(() -> close(context));
              waiting.forEach(ShutdownTest::assertWoken);
              assertThatThrownBy(() -> kore.contacts().list().execute())
                  .hasMessageContaining("closed");
              assertThat(closing).isNotDone();
              answer.countDown();
              assertThat(sent.get().id()).isNotBlank();
              closing.get();
            });
    assertThat(sandbox.contactCount()).isOne();
    assertThat(sandbox.requestCount()).isOne();
  }

  private static Void close(ConfigurableApplicationContext context) {
    context.close();
    return null;
  }

  private static void assertWoken(CompletableFuture<?> call) {
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            CanceledException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
  }

  @Test
  void aSentCallThatTakesLongerThanThePhaseIsCancelled(KoreSandbox sandbox) {
    holdRequests(sandbox);
    Contexts.runner(sandbox)
        .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=50ms")
        .run(
            context -> {
              KoreClient kore = context.getBean(KoreClient.class);
              CompletableFuture<KoreContact> sent =
                  onItsThread(() -> kore.contacts().create(john()).execute());
              await(atTheVendor);
              context.close();
              assertThatThrownBy(sent::get).hasCauseInstanceOf(CanceledException.class);
            });
    answer.countDown();
  }
}
