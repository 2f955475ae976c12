package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a client wakes the application's own threads that wait in its calls. */
@Timeout(60)
class ClosingWakesTest {
  /** How a call on a thread of the application's ended. */
  private record End(SdkException failure, boolean interrupted) {}

  private final CountDownLatch waiting = new CountDownLatch(1);
  private final VirtualClock time = new VirtualClock();
  private final CompletableFuture<End> end = new CompletableFuture<>();

  ClosingWakesTest() {
    time.onSleep(this::waitUntilInterrupted);
  }

  private void waitUntilInterrupted() {
    waiting.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ApiEngine open(ScriptedTransport transport, RateLimiter limiter) {
    return new TestClient()
        .baseUrl("https://vendor.test")
        .transport(transport)
        .timeSource(time)
        .accountLimiter(limiter)
        .open();
  }

  private Thread run(ApiCall<?> call) {
    return run(() -> call.execute());
  }

  private Thread run(Runnable call) {
    Thread caller =
        new Thread(
            () -> {
              try {
                call.run();
                end.completeExceptionally(new AssertionError("the call succeeded"));
              } catch (SdkException e) {
                end.complete(new End(e, Thread.currentThread().isInterrupted()));
              }
            });
    caller.start();
    return caller;
  }

  private static ApiCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  private void assertWoken(Outcome outcome, String purpose) {
    assertThat(end).succeedsWithin(Duration.ofSeconds(50));
    End ended = end.join();
    assertThat(ended.failure())
        .isInstanceOf(CanceledException.class)
        .hasMessageContaining("the client was closed while " + purpose);
    assertThat(ended.failure().outcome()).isEqualTo(outcome);
    assertThat(ended.interrupted()).as("an interrupt of ours is not left set").isFalse();
  }

  @Test
  void whoWaitsForAPermit() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(1);
    limiter.take(Deadline.in(time, Duration.ofMinutes(2)));
    ApiEngine engine = open(ScriptedTransport.of(), limiter);
    run(create(engine));
    waiting.await();
    engine.close();
    assertWoken(Outcome.NOT_SENT, "waiting for a permit");
  }

  @Test
  void whoWaitsBehindACallerOfAnotherClient() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(1);
    limiter.take(Deadline.in(time, Duration.ofMinutes(2)));
    try (ApiEngine other = open(ScriptedTransport.of(), limiter)) {
      CompletableFuture<Object> first = create(other).executeAsync();
      waiting.await();
      ApiEngine engine = open(ScriptedTransport.of(), limiter);
      Thread caller = run(create(engine));
      while (caller.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      engine.close();
      assertWoken(Outcome.NOT_SENT, "waiting for a permit");
      assertThat(first).isNotDone();
    }
  }

  @Test
  void whoWaitsForTheNextAttempt() throws InterruptedException {
    ApiEngine engine = open(ScriptedTransport.of(answer(503, "")), RateLimiter.unlimited());
    run(EndpointCall.of(engine, TestClient.UPDATE).path("id", "1").json(Map.of()));
    waiting.await();
    engine.close();
    assertWoken(Outcome.UNKNOWN, "waiting for the next attempt");
    assertThat(end.join().failure().getSuppressed()).hasSize(1);
  }

  @Test
  void whoWaitsForARequestToSettle() throws InterruptedException {
    ApiEngine engine = open(ScriptedTransport.of(), RateLimiter.unlimited());
    Failure facts = new Failure("t.create", false, Outcome.UNKNOWN, null, 1);
    run(() -> engine.await(facts, "waiting for the first request to settle", 1));
    waiting.await();
    engine.close();
    assertWoken(Outcome.UNKNOWN, "waiting for the first request to settle");
  }

  @Test
  void nobodyWhoHasGoneOnMeanwhile() {
    ApiEngine engine =
        open(
            ScriptedTransport.of(
                request -> {
                  throw new AssertionError("not reached");
                }),
            RateLimiter.unlimited());
    engine.close();
    run(create(engine));
    assertThat(end).succeedsWithin(Duration.ofSeconds(50));
    assertThat(end.join().failure()).hasMessageContaining("the client is closed");
    assertThat(end.join().interrupted()).isFalse();
  }

  @Test
  void nobodyWhoClosesTheClientWithPatienceInTheMiddleOfACall() {
    CompletableFuture<ApiEngine> itself = new CompletableFuture<>();
    CyclicBarrier both = new CyclicBarrier(2);
    ApiEngine engine =
        new TestClient()
            .baseUrl("https://vendor.test")
            .transport(ScriptedTransport.of())
            .interceptor(
                (request, next) -> {
                  awaitOn(both);
                  itself.join().close(Duration.ofSeconds(Long.MAX_VALUE));
                  return next.proceed(request);
                })
            .open();
    itself.complete(engine);
    CompletableFuture<Object> other = create(engine).executeAsync();
    run(create(engine));
    assertThat(end).succeedsWithin(Duration.ofSeconds(50));
    assertThat(end.join().failure()).isInstanceOf(CanceledException.class);
    assertThat(other).failsWithin(Duration.ofSeconds(50));
  }

  private static void awaitOn(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anInterruptOfTheApplicationsStaysSet() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(1);
    limiter.take(Deadline.in(time, Duration.ofMinutes(2)));
    try (ApiEngine engine = open(ScriptedTransport.of(), limiter)) {
      Thread caller = run(create(engine));
      waiting.await();
      caller.interrupt();
      assertThat(end).succeedsWithin(Duration.ofSeconds(50));
      assertThat(end.join().failure()).hasMessageContaining("cancelled while waiting for a permit");
      assertThat(end.join().interrupted()).isTrue();
    }
  }
}
