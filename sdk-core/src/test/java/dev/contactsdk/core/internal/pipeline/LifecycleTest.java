package dev.contactsdk.core.internal.pipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.core.time.VirtualClock;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Interrupting, cancelling and closing. */
@Timeout(60)
class LifecycleTest {
  private final MockWebServer server = new MockWebServer();
  private final VirtualClock time = new VirtualClock();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TestClient client() {
    return TestClient.at(server.url("/").toString()).timeSource(time);
  }

  private void stall(SocketEffect.Stall effect) {
    server.enqueue(new MockResponse.Builder().code(200).onResponseStart(effect).build());
  }

  /** By path, for which of two calls a queue answers first is a matter of luck. */
  private static Dispatcher stallingFor(String suffix) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        MockResponse.Builder answer = new MockResponse.Builder().code(200).body("{}");
        return request.getUrl().encodedPath().endsWith(suffix)
            ? answer.onResponseStart(SocketEffect.Stall.INSTANCE).build()
            : answer.build();
      }
    };
  }

  private void serve() {
    server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
  }

  private static EndpointCall<Object> read(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.READ).path("id", "1");
  }

  /** How a call on a thread of its own ended. */
  private record Running(Thread thread, CompletableFuture<SdkException> failure) {
    static Running start(ApiCall<?> call) {
      CompletableFuture<SdkException> failure = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  failure.completeExceptionally(new AssertionError("answered " + call.execute()));
                } catch (SdkException e) {
                  boolean flag = Thread.currentThread().isInterrupted();
                  e.addSuppressed(new IllegalStateException("flag " + flag));
                  failure.complete(e);
                }
              });
      thread.start();
      return new Running(thread, failure);
    }

    SdkException await() throws Exception {
      return failure.get(30, SECONDS);
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "later a thread is always free")
  void theDeadlineOfAFutureBeginsWhenItIsAskedForNotWhenAThreadIsFree() throws Exception {
    VirtualClock time = new VirtualClock();
    CountDownLatch release = new CountDownLatch(1);
    try (ApiEngine engine =
        TestClient.of(
                request -> {
                  awaitOn(release);
                  return ScriptedTransport.ok().answer(request);
                },
                time)
            .open()) {
      List<CompletableFuture<Object>> others = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        others.add(read(engine).executeAsync());
      }
      CompletableFuture<Object> last = read(engine).deadline(Duration.ofMinutes(1)).executeAsync();
      time.advance(Duration.ofSeconds(90));
      release.countDown();
      assertThatThrownBy(() -> last.get(30, SECONDS))
          .hasCauseInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("deadline passed before the request could be sent");
      for (CompletableFuture<Object> other : others) {
        assertThat(other.get(30, SECONDS)).isNotNull();
      }
    }
  }

  private static void awaitOn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anInterruptDuringAReadEndsTheCallAndKeepsTheFlag() throws Exception {
    stall(SocketEffect.Stall.INSTANCE);
    ApiEngine engine = client().open();
    Running running = Running.start(read(engine));
    server.takeRequest();
    running.thread().interrupt();
    SdkException e = running.await();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.getSuppressed()).extracting(Throwable::getMessage).contains("flag true");
    assertThat(server.getRequestCount()).isOne();
    engine.close();
  }

  @Test
  void anInterruptOfOneCallLeavesTheNextOneAlone() throws Exception {
    server.setDispatcher(stallingFor("/stalled"));
    ApiEngine engine = client().open();
    Running running = Running.start(EndpointCall.of(engine, TestClient.READ).path("id", "stalled"));
    server.takeRequest();
    running.thread().interrupt();
    assertThat(running.await()).isInstanceOf(CanceledException.class);
    assertThat(read(engine).execute()).isEqualTo(Map.of());
    engine.close();
  }

  @Test
  void cancellingAFutureEndsTheExchange() throws Exception {
    stall(SocketEffect.Stall.INSTANCE);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    ApiEngine engine = client().interceptor(reporting(ended)).open();
    CompletableFuture<Object> future = read(engine).executeAsync();
    server.takeRequest();
    assertThat(future.cancel(true)).isTrue();
    assertThat(ended.get(30, SECONDS)).isInstanceOf(CanceledException.class);
    assertThat(future).isCancelled();
    engine.close();
  }

  private static Interceptor reporting(CompletableFuture<Throwable> ended) {
    return (request, next) -> {
      try {
        return next.proceed(request);
      } catch (SdkException e) {
        ended.complete(e);
        throw e;
      }
    };
  }

  @Test
  void aFutureHoldsTheAnswer() throws Exception {
    serve();
    serve();
    try (ApiEngine engine = client().open()) {
      assertThat(read(engine).executeAsync().get(30, SECONDS)).isEqualTo(Map.of());
      assertThat(read(engine).responseAsync().get(30, SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void aFutureFailsWithTheSdksExceptionItself() {
    server.enqueue(new MockResponse.Builder().code(404).build());
    try (ApiEngine engine = client().open()) {
      CompletableFuture<Throwable> seen =
          read(engine).executeAsync().handle((answer, failure) -> failure);
      assertThat(seen)
          .succeedsWithin(Duration.ofSeconds(30))
          .isInstanceOf(ApiException.NotFound.class);
    }
  }

  @Test
  void closingEndsACallThatIsRunning() throws Exception {
    stall(SocketEffect.Stall.INSTANCE);
    stall(SocketEffect.Stall.INSTANCE);
    ApiEngine engine = client().open();
    Running running = Running.start(read(engine));
    server.takeRequest();
    engine.close();
    SdkException e = running.await();
    assertThat(e).isInstanceOf(CanceledException.class).hasMessageContaining("closed");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void closingCompletesEveryFutureAlsoOfCallsThatWaitForAThread() {
    CountDownLatch never = new CountDownLatch(1);
    ScriptedTransport.Step block =
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
          }
          throw new AssertionError();
        };
    Transport transport = block::answer;
    ApiEngine engine = TestClient.of(transport, time).open();
    List<CompletableFuture<Object>> futures = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      futures.add(read(engine).executeAsync());
    }
    engine.close();
    for (CompletableFuture<Object> future : futures) {
      assertThat(future)
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withCauseInstanceOf(SdkException.class);
    }
  }

  @Test
  void aCallThatWaitsBetweenAttemptsSendsNothingMoreAfterClosing() {
    ScriptedTransport transport =
        ScriptedTransport.of(ScriptedTransport.answer(503, ""), ScriptedTransport.ok());
    ApiEngine engine = TestClient.of(transport, time).open();
    time.onSleep(engine::close);
    assertThat(Running.start(read(engine)).failure())
        .succeedsWithin(Duration.ofSeconds(30))
        .isInstanceOf(CanceledException.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void closingWithPatienceLetsTheAnswerOfASentRequestCome() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            mayAnswer.await();
            return new MockResponse.Builder().code(200).body("{\"id\":\"1\"}").build();
          }
        });
    ApiEngine engine = client().open();
    CompletableFuture<Object> running = read(engine).executeAsync();
    server.takeRequest();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(() -> engine.close(Duration.ofSeconds(30)));
    while (!engine.isClosed()) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> read(engine).execute()).hasMessageContaining("the client is closed");
    assertThat(closing).isNotDone();
    mayAnswer.countDown();
    assertThat(running.get(30, SECONDS)).isEqualTo(Map.of("id", "1"));
    assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void closingWithPatienceEndsWaitingCallsAtOnce() throws Exception {
    ApiEngine engine =
        TestClient.of(request -> ScriptedTransport.ok().answer(request), time)
            .timeSource(TimeSource.system())
            .rateLimiter(RateLimiter.perMinute(1))
            .deadline(Duration.ofMinutes(5))
            .open();
    assertThat(read(engine).execute()).isNotNull();
    List<Running> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      waiting.add(Running.start(read(engine)));
    }
    for (Running one : waiting) {
      while (one.thread().getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    engine.close(Duration.ofMinutes(10));
    for (Running one : waiting) {
      SdkException e = one.await();
      assertThat(e).isInstanceOf(CanceledException.class);
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void closingCancelsWhatIsStillRunningWhenPatienceIsOver() throws Exception {
    stall(SocketEffect.Stall.INSTANCE);
    ApiEngine engine = client().open();
    Running running = Running.start(read(engine));
    server.takeRequest();
    engine.close(Duration.ofMillis(1));
    assertThat(running.await()).isInstanceOf(CanceledException.class);
  }

  @Test
  void anInterruptEndsThePatienceAndStaysSet() throws Exception {
    stall(SocketEffect.Stall.INSTANCE);
    ApiEngine engine = client().open();
    Running running = Running.start(read(engine));
    server.takeRequest();
    Thread.currentThread().interrupt();
    engine.close(Duration.ofMinutes(10));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(running.await()).isInstanceOf(CanceledException.class);
  }

  @Test
  void closingTwiceIsFineAndLeavesNoThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    serve();
    serve();
    ApiEngine engine = client().open();
    assertThat(read(engine).execute()).isNotNull();
    assertThat(read(engine).executeAsync().get(30, SECONDS)).isNotNull();
    engine.close();
    engine.close();
    for (Thread thread : sdkThreads(before)) {
      thread.join(SECONDS.toMillis(30));
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  /** What the client started; the HTTP library's housekeeping is shared, and daemon. */
  private static Set<Thread> sdkThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> !thread.getName().startsWith("MockWebServer"))
        .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("contactsdk"))
        .collect(Collectors.toSet());
  }

  @Test
  void closingFreesTheConnections() throws Exception {
    serve();
    ApiEngine engine = client().open();
    assertThat(read(engine).execute()).isNotNull();
    engine.close();
    server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
    ApiEngine other = client().open();
    assertThat(read(other).execute()).isNotNull();
    assertThat(server.takeRequest().getConnectionIndex())
        .isNotEqualTo(server.takeRequest().getConnectionIndex());
    other.close();
  }

  @Test
  void aClientThatWasHandedInStaysOpen() {
    serve();
    serve();
    OkHttpClient own = new OkHttpClient();
    ApiEngine engine = client().okHttpClient(own).open();
    assertThat(read(engine).execute()).isNotNull();
    engine.close();
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(own.connectionPool().connectionCount()).isOne();
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
  }

  @Test
  void aTransportThatWasHandedInStaysOpen() {
    ScriptedTransport transport = ScriptedTransport.of();
    TestClient.of(transport, time).open().close();
    assertThat(transport.timesClosed()).isZero();
  }

  @Test
  void nothingOfTheJvmsGlobalStateIsChanged() {
    List<Object> before = globals();
    serve();
    try (ApiEngine engine = client().accountLimiter(RateLimiter.perMinute(5)).open()) {
      assertThat(read(engine).execute()).isNotNull();
    }
    assertThat(globals()).isEqualTo(before);
  }

  private static List<Object> globals() {
    List<Object> globals = new ArrayList<>();
    globals.add(new TreeMap<>(Map.copyOf(System.getProperties())));
    globals.add(List.of(Security.getProviders()));
    globals.add(String.valueOf(Authenticator.getDefault()));
    globals.add(ProxySelector.getDefault());
    globals.add(TimeZone.getDefault());
    globals.add(String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
    return globals;
  }

  @Test
  void aPermitThatIsWaitedForCanBeCancelled() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    ScriptedTransport transport = ScriptedTransport.of();
    RateLimiter never =
        RateLimiter.on(
            nanoTime -> {
              waiting.countDown();
              return Duration.ofSeconds(20).toNanos();
            });
    ApiEngine engine =
        TestClient.of(transport, new VirtualClock())
            .timeSource(TimeSource.system())
            .rateLimiter(never)
            .interceptor(reporting(ended))
            .open();
    CompletableFuture<Object> future = read(engine).executeAsync();
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(future.cancel(true)).isTrue();
    Throwable e = ended.get(15, SECONDS);
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(transport.sent()).isEmpty();
    engine.close();
  }
}
