package dev.contactsdk.core.internal.pipeline;

import static dev.contactsdk.core.ScriptedTransport.ok;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Futures that run where the application says. */
class ExecutorTest {
  private final ScriptedTransport transport = ScriptedTransport.of(ok());

  private ApiEngine engine(Executor executor) {
    return TestClient.of(transport, new VirtualClock()).executor(executor).open();
  }

  private static EndpointCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  @Test
  void aCallRunsOnTheExecutorAndClosingTheClientLeavesThatOpen() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (ApiEngine engine = engine(executor)) {
      assertThat(create(engine).executeAsync().get(30, SECONDS)).isEqualTo(Map.of("id", "1"));
    }
    assertThat(executor.isShutdown()).isFalse();
    executor.shutdown();
  }

  @Test
  void aCallThatNoThreadIsFreeForFailsAtItsDeadlineAndIsNeverSent() {
    List<Runnable> waiting = new ArrayList<>();
    try (ApiEngine engine = engine(waiting::add)) {
      CompletableFuture<Object> future =
          create(engine).deadline(Duration.ofMillis(50)).executeAsync();
      assertThatThrownBy(() -> future.get(30, SECONDS))
          .hasCauseInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("no thread was free");
      waiting.forEach(Runnable::run);
    }
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void closingFailsACallThatTheExecutorNeverRuns() {
    List<Runnable> waiting = new ArrayList<>();
    ApiEngine engine = engine(waiting::add);
    CompletableFuture<Object> future = create(engine).executeAsync();
    engine.close();
    assertThat(future)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(CanceledException.class)
        .withMessageContaining("closed before the call started");
    waiting.forEach(Runnable::run);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void aCallThatHasBegunIsNotFailedByThatTimer() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    try (ApiEngine engine = engine(waiting::add)) {
      CompletableFuture<Object> future =
          create(engine).deadline(Duration.ofMinutes(1)).executeAsync();
      assertThat(future).isNotDone();
      waiting.forEach(Runnable::run);
      assertThat(future.get(30, SECONDS)).isEqualTo(Map.of("id", "1"));
    }
  }

  @Test
  void theResultOfACallCountsWhateverItsExecutorThrowsAfterwards() throws Exception {
    Executor failing =
        task -> {
          task.run();
          throw new RejectedExecutionException("could not be counted");
        };
    try (ApiEngine engine = engine(failing)) {
      assertThat(create(engine).executeAsync().get(30, SECONDS)).isNotNull();
    }
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aCallThatItsExecutorKeptAndRefusedNeverRuns() {
    List<Runnable> kept = new ArrayList<>();
    Executor refusing =
        task -> {
          kept.add(task);
          throw new RejectedExecutionException("full");
        };
    try (ApiEngine engine = engine(refusing)) {
      assertThat(create(engine).executeAsync()).isCompletedExceptionally();
      kept.forEach(Runnable::run);
    }
    assertThat(kept).hasSize(1);
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void anExecutorThatTakesNoMoreIsAFailedFuture() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };
    try (ApiEngine engine = engine(full)) {
      assertThatThrownBy(() -> create(engine).executeAsync().get(30, SECONDS))
          .hasCauseInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the executor takes no more calls");
    }
  }
}
