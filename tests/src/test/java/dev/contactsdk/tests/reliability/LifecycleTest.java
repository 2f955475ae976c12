package dev.contactsdk.tests.reliability;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupting, cancelling and closing, at every phase of a call; and what is left afterwards. */
@Timeout(90)
class LifecycleTest {
  private static final long PROMPT_MILLIS = 15_000;
  private static final String AT_ITS_SOCKET = "sun.nio.ch.SocketChannelImpl";

  static {
    LifecycleWatch.quietServer();
  }

  /** Where a call is when it is stopped, and what its thread is in there. */
  private enum Phase {
    PERMIT(Outcome.NOT_SENT, "TimeUnit.sleep"),
    RETRY(Outcome.NOT_SENT, "TimeUnit.sleep"),
    SETTLE(Outcome.UNKNOWN, "TimeUnit.sleep"),
    CONNECT(Outcome.NOT_SENT, "ExchangeFinder.awaitTcpConnect"),
    TLS(Outcome.NOT_SENT, AT_ITS_SOCKET, "sun.security.ssl"),
    WRITING(Outcome.UNKNOWN, AT_ITS_SOCKET, "SocketChannelImpl.blockingWrite"),
    HEADERS(Outcome.UNKNOWN, AT_ITS_SOCKET, "readResponseHeaders"),
    BODY(Outcome.APPLIED, AT_ITS_SOCKET, "FixedLengthSource.read");

    final Outcome outcome;
    private final String frames;

    Phase(Outcome outcome, String... frames) {
      this.outcome = outcome;
      this.frames = String.join(" ", frames);
    }

    List<String> frames() {
      return List.of(frames.split(" "));
    }
  }

  /** A call that hangs in a phase for minutes. */
  private static final class Hanging implements AutoCloseable {
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final Phase phase;
    private final AtomicReference<Thread> caller = new AtomicReference<>();
    private BooleanSupplier serverIsThere = () -> true;
    TruedyClient client;
    ApiCall<?> call;

    Hanging(Phase phase) throws Exception {
      this.phase = phase;
      switch (phase) {
        case PERMIT -> waitForPermit();
        case RETRY -> waitForRetry();
        case SETTLE -> waitToSettle();
        case CONNECT -> connect();
        default -> exchange(LifecycleServer.Phase.valueOf(phase.name()));
      }
      resources.add(0, client);
    }

    /** Remembers which thread carries the call out: that of a future has no name everywhere. */
    private HttpResponse remembering(HttpRequest request, Interceptor.Next next) {
      caller.set(Thread.currentThread());
      return next.proceed(request);
    }

    private static NewTruedyContact contact() {
      return NewTruedyContact.builder("+12025550100").firstName("Ada").build();
    }

    private TruedySandbox sandbox() {
      TruedySandbox sandbox = TruedySandbox.start();
      resources.add(sandbox);
      return sandbox;
    }

    private void waitForPermit() {
      client =
          sandbox()
              .clientBuilder()
              .rateLimiter(RateLimiter.perMinute(1))
              .interceptor(this::remembering)
              .build();
      client.contacts().list().execute();
      call = client.contacts().create(contact());
    }

    private void waitForRetry() {
      TruedySandbox sandbox = sandbox();
      sandbox
          .fail()
          .always()
          .with(Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofSeconds(50)));
      client = sandbox.clientBuilder().interceptor(this::remembering).build();
      call = client.contacts().create(contact());
      serverIsThere = () -> sandbox.requestCount() >= 1;
    }

    private void waitToSettle() {
      TruedySandbox sandbox = sandbox();
      sandbox.fail().of("create_contact").with(Fault.cutBeforeStore());
      client = sandbox.clientBuilder().interceptor(this::remembering).build();
      call = client.contacts().create(contact()).onUnknown(OnUnknown.lookUpThenResend());
      serverIsThere = () -> sandbox.requestCount() >= 2;
    }

    /** A listener whose queue is full takes no more connections. */
    private void connect() throws Exception {
      ServerSocket full =
          new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      resources.add(full);
      List<SocketChannel> filling = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        resources.add(channel);
        filling.add(channel);
        channel.configureBlocking(false);
        channel.connect(full.getLocalSocketAddress());
      }
      assertThat(LifecycleWatch.await(() -> connected(filling) >= 2)).isTrue();
      client =
          builder("http://127.0.0.1:" + full.getLocalPort()).interceptor(this::remembering).build();
      call = client.contacts().create(contact());
    }

    private static long connected(List<SocketChannel> channels) {
      return channels.stream()
          .filter(
              channel -> {
                try {
                  return channel.finishConnect();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .count();
    }

    private static TruedyClient.Builder builder(String origin) {
      return TruedyClient.builder()
          .baseUrl(origin)
          .apiKey("truedy_test")
          .rateLimiter(RateLimiter.unlimited())
          .timeout(Duration.ofSeconds(80));
    }

    private void exchange(LifecycleServer.Phase phase) {
      LifecycleServer server = new LifecycleServer(phase);
      resources.add(server);
      client = builder(server.origin()).interceptor(this::remembering).build();
      call =
          phase == LifecycleServer.Phase.WRITING
              ? client
                  .contacts()
                  .importCsv(new ByteArrayInputStream(new byte[8 << 20]), "contacts.csv")
              : client.contacts().create(contact());
    }

    /** Until the call's thread waits where the phase says. */
    void awaitPhase() {
      boolean reached =
          LifecycleWatch.await(() -> serverIsThere.getAsBoolean() && isIn(phase.frames()));
      assertThat(reached)
          .as("the call waits in %s: %s", phase, List.of(caller.get().getStackTrace()))
          .isTrue();
    }

    boolean isIn(List<String> frames) {
      Thread thread = caller.get();
      return thread != null && LifecycleWatch.isIn(thread, frames);
    }

    @Override
    public void close() {
      for (AutoCloseable resource : resources) {
        close(resource);
      }
    }

    private static void close(AutoCloseable resource) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void anInterruptEndsTheCallKeepsTheFlagAndTellsTheOutcome(Phase phase) throws Exception {
    try (Hanging hanging = new Hanging(phase)) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  hanging.call.execute();
                } catch (Throwable e) {
                  failure.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
      hanging.awaitPhase();
      thread.interrupt();
      thread.join(PROMPT_MILLIS);
      assertThat(thread.isAlive()).isFalse();
      assertCanceled(failure.get(), phase);
      assertThat(flag.get()).isTrue();
    }
  }

  private static void assertCanceled(Throwable failure, Phase phase) {
    assertThat(failure).isInstanceOf(CanceledException.class);
    assertThat(((SdkException) failure).outcome()).isEqualTo(phase.outcome);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void cancellingTheFutureEndsTheCall(Phase phase) throws Exception {
    Set<Thread> before = LifecycleWatch.threads();
    try (Hanging hanging = new Hanging(phase)) {
      CompletableFuture<?> future = hanging.call.executeAsync();
      hanging.awaitPhase();
      assertThat(future.cancel(true)).isTrue();
      assertThatExceptionOfType(CancellationException.class).isThrownBy(future::join);
      assertThat(LifecycleWatch.await(() -> !hanging.isIn(List.of("ApiEngine"))))
          .as("the call's thread is free again")
          .isTrue();
    }
    assertThat(LifecycleWatch.leftOver(before)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void closingTheClientEndsCallsOnOtherThreads(Phase phase) throws Exception {
    try (Hanging hanging = new Hanging(phase)) {
      CompletableFuture<?> future = hanging.call.executeAsync();
      hanging.awaitPhase();
      hanging.client.close();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> future.get(PROMPT_MILLIS, MILLISECONDS))
          .satisfies(e -> assertCanceled(e.getCause(), phase));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"CONNECT", "TLS", "WRITING", "HEADERS", "BODY"})
  void closingTheClientEndsAnExchangeOfACallingThread(Phase phase) throws Exception {
    try (Hanging hanging = new Hanging(phase)) {
      CompletableFuture<?> running =
          CompletableFuture.runAsync(hanging.call::execute, task -> new Thread(task).start());
      hanging.awaitPhase();
      hanging.client.close();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> running.get(PROMPT_MILLIS, MILLISECONDS))
          .satisfies(e -> assertCanceled(e.getCause(), phase));
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "later a thread is always free")
  void aFutureThatIsCancelledBeforeItStartsSendsNothing() throws Exception {
    Set<String> begun = ConcurrentHashMap.newKeySet();
    try (LifecycleServer server = new LifecycleServer(LifecycleServer.Phase.HEADERS)) {
      Set<Thread> before = LifecycleWatch.threads();
      cancelACreateBehindHangingLists(server, begun);
      assertThat(LifecycleWatch.leftOver(before)).isEmpty();
      assertThat(begun).containsExactly("GET");
    }
  }

  private static void cancelACreateBehindHangingLists(LifecycleServer server, Set<String> begun)
      throws InterruptedException {
    Interceptor noting =
        (request, next) -> {
          begun.add(request.method());
          return next.proceed(request);
        };
    try (TruedyClient busy = Hanging.builder(server.origin()).interceptor(noting).build()) {
      List<CompletableFuture<?>> futures = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        futures.add(busy.contacts().list().executeAsync());
      }
      server.awaitPhase();
      CompletableFuture<?> queued = busy.contacts().create(Hanging.contact()).executeAsync();
      assertThat(queued.cancel(true)).isTrue();
      futures.forEach(future -> future.cancel(true));
      assertThat(futures).allMatch(CompletableFuture::isCancelled);
    }
  }

  @Test
  void aHundredClientsInARowLeaveNothing() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().keepRequests(0).start()) {
      useAndClose(sandbox, 3); // the JDK keeps what the first connections open
      Set<Thread> threads = LifecycleWatch.threads();
      assertThat(LifecycleWatch.await(() -> LifecycleWatch.openSockets() < 10)).isTrue();
      long sockets = LifecycleWatch.openSockets();
      long heap = LifecycleWatch.usedHeap();
      useAndClose(sandbox, 100);
      assertThat(LifecycleWatch.leftOver(threads)).isEmpty();
      assertThat(LifecycleWatch.openSocketsAfter(sockets)).isLessThanOrEqualTo(sockets);
      assertThat(LifecycleWatch.usedHeap() - heap).isLessThan(8 << 20);
    }
  }

  /** Also those whose other side ended them first. */
  @ParameterizedTest
  @EnumSource(Close.class)
  void connectionsWithTlsLeaveNoSocket(Close how) throws Exception {
    useWithTls(how); // the JDK keeps what the first connection opens
    long sockets = LifecycleWatch.openSockets();
    for (int i = 0; i < 5; i++) {
      useWithTls(how);
    }
    assertThat(LifecycleWatch.openSocketsAfter(sockets)).isLessThanOrEqualTo(sockets);
  }

  private static void useWithTls(Close how) throws Exception {
    try (JudgeServer server = JudgeServer.tls(Vendor.KORE.backend(), "TLSv1.3");
        Client client = Vendor.KORE.client(server.url(), Settings.unlimited())) {
      client.create(Vendor.number(1));
      server.journal().awaitDone(1);
      server.endConnections(how);
      assertThat(client.list(100, 0)).hasNext();
    }
  }

  private static void useAndClose(TruedySandbox sandbox, int clients) throws Exception {
    for (int i = 0; i < clients; i++) {
      try (TruedyClient client = sandbox.client()) {
        client.contacts().list().execute();
        client.contacts().list().executeAsync().get(30, SECONDS);
      }
    }
  }

  @Test
  void closingWhileCallsRunLeavesNoConnection() throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.builder().keepRequests(0).start()) {
      useAndClose(sandbox, 3);
      assertThat(LifecycleWatch.await(() -> LifecycleWatch.openSockets() < 10)).isTrue();
      long sockets = LifecycleWatch.openSockets();
      Set<Thread> threads = LifecycleWatch.threads();
      for (int round = 0; round < 50; round++) {
        closeUnderLoad(sandbox);
      }
      assertThat(LifecycleWatch.leftOver(threads)).isEmpty();
      assertThat(LifecycleWatch.openSocketsAfter(sockets)).isLessThanOrEqualTo(sockets);
    }
  }

  private static void closeUnderLoad(TruedySandbox sandbox) throws Exception {
    TruedyClient client = sandbox.client();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch running = new CountDownLatch(4);
    Map<String, Integer> odd = new ConcurrentHashMap<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    client.contacts().list().execute();
                    running.countDown();
                  }
                } catch (SdkException e) {
                  String kind = e.getClass().getSimpleName();
                  if (!kind.equals("CanceledException")
                      && !kind.equals("InvalidRequestException")) {
                    odd.merge(String.valueOf(e), 1, Integer::sum);
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    running.await();
    client.close();
    for (Thread thread : threads) {
      thread.join(PROMPT_MILLIS);
      assertThat(thread.isAlive()).isFalse();
    }
    assertThat(odd).isEmpty();
  }
}
