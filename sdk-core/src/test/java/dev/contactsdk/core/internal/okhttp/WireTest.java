package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ApiRequest;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK on real sockets, against a server that misbehaves. */
class WireTest {
  private final VirtualClock time = new VirtualClock();
  private final MockWebServer server = new MockWebServer();
  private final List<ApiEngine> opened = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    opened.forEach(ApiEngine::close);
    server.close();
  }

  private TestClient client() {
    return TestClient.at(server.url("/").toString()).timeSource(time);
  }

  private ApiEngine open(TestClient client) {
    ApiEngine engine = client.open();
    opened.add(engine);
    return engine;
  }

  private static MockResponse.Builder ok() {
    return new MockResponse.Builder().code(200).body("{\"id\":\"1\"}");
  }

  private void serve(MockResponse.Builder... responses) {
    for (MockResponse.Builder response : responses) {
      server.enqueue(response.build());
    }
  }

  private static ApiCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  private static ApiCall<Object> read(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.READ).path("id", "1");
  }

  private static SdkException failure(ApiCall<?> call) {
    return catchThrowableOfType(SdkException.class, () -> call.execute());
  }

  @Test
  void sendsMethodPathQueryHeadersAndBody() throws Exception {
    serve(ok());
    ApiEngine engine = open(client().baseUrl(server.url("/base/").toString()));
    assertThat(
            EndpointCall.of(engine, TestClient.UPDATE)
                .path("id", "a b/".replace("/", "ü"))
                .query("q", "a+b c&d=é%")
                .json(Map.of("name", "Zoë"))
                .execute())
        .isEqualTo(Map.of("id", "1"));
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getRequestLine())
        .isEqualTo("PUT /base/things/a%20b%C3%BC?q=a%2Bb%20c%26d%3D%C3%A9%25 HTTP/1.1");
    assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer key-canary");
    assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getHeaders().get("User-Agent")).startsWith("contact-sdk-java/");
    assertThat(sent.getBody().utf8()).isEqualTo("{\"name\":\"Zoë\"}");
  }

  @Test
  void deleteSendsItsBody() throws Exception {
    serve(ok());
    ApiRequest<Deleted<Object>> request =
        ApiRequest.of(TestClient.DELETE).path("id", "1").json(Map.of("ids", List.of("1", "2")));
    assertThat(open(client()).call(request).execute().alreadyGone()).isFalse();
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getMethod()).isEqualTo("DELETE");
    assertThat(sent.getBody().utf8()).isEqualTo("{\"ids\":[\"1\",\"2\"]}");
  }

  @Test
  void aPostWithoutInputHasAnEmptyBody() throws Exception {
    serve(ok());
    assertThat(EndpointCall.of(open(client()), TestClient.CREATE).execute()).isNotNull();
    assertThat(server.takeRequest().getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @Test
  void a503WithRetryAfterZeroIsNotResentByTheHttpClient() {
    serve(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"), ok());
    SdkException e = failure(read(open(client().retry(RetryPolicy.none()))));
    assertThat(e).isInstanceOf(ApiException.ServerError.class);
    assertThat(((ApiException) e).retryAfter()).isEqualTo(Duration.ZERO);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void aPostRefusedWithA503AndRetryAfterZeroIsNotResentAtAll() {
    serve(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"), ok());
    assertThat(failure(create(open(client()))).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void noRedirectIsFollowedSoNoCredentialTravels(int status) throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      other.enqueue(ok().build());
      serve(
          new MockResponse.Builder()
              .code(status)
              .addHeader("Location", other.url("/stolen").toString()));
      ApiEngine engine = open(client().auth(request -> request.withHeader("auth", "token-canary")));
      assertThat(failure(read(engine))).isInstanceOf(ApiException.UnexpectedStatus.class);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void aPostWhoseConnectionIsCutIsNotResent() {
    serve(ok().onResponseStart(new SocketEffect.CloseSocket()), ok());
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void aPostOnAKeptConnectionThatIsCutIsNotResentEither() {
    serve(ok(), ok().onResponseStart(new SocketEffect.CloseSocket()), ok());
    ApiEngine engine = open(client());
    assertThat(read(engine).execute()).isNotNull();
    assertThat(failure(create(engine)).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aPostCutInTheMiddleOfItsBodyIsOfUnknownFate() {
    serve(ok().onRequestBody(new SocketEffect.CloseSocket()), ok());
    ApiRequest<Object> large =
        ApiRequest.of(TestClient.CREATE).json(Map.of("name", "x".repeat(4_000_000)));
    SdkException e = failure(open(client()).call(large));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.attempts()).isOne();
  }

  @Test
  void aReadWhoseConnectionIsCutIsRepeated() {
    serve(ok().onResponseStart(new SocketEffect.CloseSocket()), ok());
    ApiResponse<Object> response = read(open(client())).response();
    assertThat(response.attempts()).isEqualTo(2);
  }

  @Test
  void whereNobodyListensNothingIsSent() {
    server.close();
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.attempts()).isEqualTo(4);
  }

  @Test
  void anUnknownHostIsNotSent() {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    SdkException e =
        failure(create(open(client().baseUrl("https://nowhere.test").okHttpClient(own))));
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e).hasMessageContaining("UnknownHostException");
  }

  @Test
  void theNextAddressIsTriedWhenTheFirstRefuses() {
    serve(ok());
    InetAddress listening = server.getSocketAddress().getAddress();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .dns(host -> List.of(InetAddress.getByName("127.0.0.9"), listening))
            .build();
    ApiEngine engine =
        open(
            client()
                .baseUrl("http://vendor.test:" + server.getPort())
                .allowPlainHttp()
                .okHttpClient(own)
                .retry(RetryPolicy.none()));
    assertThat(create(engine).execute()).isNotNull();
  }

  @Test
  void aGzippedAnswerIsReadAndAsked() throws Exception {
    serve(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body(gzipped("{\"id\":\"7\"}")));
    assertThat(read(open(client())).execute()).isEqualTo(Map.of("id", "7"));
    assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void aGzippedRefusalIsReadToo() throws Exception {
    serve(
        new MockResponse.Builder()
            .code(422)
            .addHeader("Content-Encoding", "gzip")
            .body(gzipped("name is wrong")));
    assertThat(failure(create(open(client())))).hasMessageContaining("name is wrong");
  }

  @Test
  void aDamagedGzipAnswerMeansApplied() {
    serve(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body("{\"id\":\"7\"}"));
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ResponseFormatException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void anEmptyAnswerThatCallsItselfGzippedIsEmpty() {
    serve(new MockResponse.Builder().code(200).addHeader("Content-Encoding", "gzip"));
    ApiEngine engine = open(client());
    assertThat(EndpointCall.of(engine, TestClient.DELETE).path("id", "1").execute())
        .isEqualTo(new Deleted<>(false, null));
  }

  @Test
  void anAnswerLargerThanTheLimitIsAClearFailure() {
    serve(ok().body("{\"id\":\"" + "x".repeat(3000) + "\"}"));
    SdkException e = failure(create(open(client().maxResponseBytes(2000))));
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("larger than 2000 bytes")
        .hasMessageContaining("maxResponseBytes");
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void anAnswerOfExactlyTheLimitIsRead() {
    String body = "{\"id\":\"" + "x".repeat(1991) + "\"}";
    serve(ok().body(body));
    assertThat(body).hasSize(2000);
    assertThat(read(open(client().maxResponseBytes(2000))).execute()).isNotNull();
  }

  @Test
  void anEndlessAnswerIsCutOffAtTheLimit() {
    serve(ok().chunkedBody(" ".repeat(30_000_000), 100_000));
    assertThat(failure(read(open(client())))).hasMessageContaining("16777216 bytes");
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void aGzipBombIsBoundedAndSaysSo() throws Exception {
    serve(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body(gzipped(" ".repeat(5_000_000))));
    SdkException e = failure(create(open(client().maxResponseBytes(100_000))));
    assertThat(e)
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("larger than 100000 bytes");
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aGzipBombInARefusalIsBounded() throws Exception {
    serve(
        new MockResponse.Builder()
            .code(400)
            .addHeader("Content-Encoding", "gzip")
            .body(gzipped(" ".repeat(5_000_000))));
    SdkException e = failure(create(open(client().maxResponseBytes(100_000))));
    assertThat(e).isInstanceOf(ApiException.BadRequest.class);
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aTruncatedSuccessOfAWriteMeansApplied() {
    serve(ok().body("x".repeat(100_000)).onResponseBody(new SocketEffect.CloseSocket()));
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ConnectionException.class).hasMessageContaining("success");
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aTruncatedSuccessInChunksMeansApplied() {
    serve(
        ok().chunkedBody("x".repeat(100_000), 1000).onResponseBody(new SocketEffect.CloseSocket()));
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aTruncatedAnswerToAReadIsAskedForAgain() {
    serve(ok().body("x".repeat(100_000)).onResponseBody(new SocketEffect.CloseSocket()), ok());
    assertThat(read(open(client())).execute()).isEqualTo(Map.of("id", "1"));
  }

  @Test
  void anAnswerThatStallsEndsWithTheTimeoutOfTheAttempt() {
    SdkException e = timesOut(ok().onResponseStart(SocketEffect.Stall.INSTANCE), Outcome.UNKNOWN);
    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aBodyThatStallsEndsWithTheTimeoutOfTheAttemptAndMeansApplied() {
    SdkException e =
        timesOut(
            ok().body("x".repeat(100_000)).onResponseBody(SocketEffect.Stall.INSTANCE),
            Outcome.APPLIED);
    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  /** Allows more and more time, because a slow machine gets less far in little time. */
  private SdkException timesOut(MockResponse.Builder stalling, Outcome outcome) {
    SdkException last = null;
    for (int millis = 50; millis < 10_000; millis *= 3) {
      serve(stalling);
      last = failure(create(open(client())).timeout(Duration.ofMillis(millis)));
      if (last.outcome() == outcome) {
        return last;
      }
    }
    return last;
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary-nonsense", "HTTP/1.1 abc canary", "HTTP/9.9 200 canary"})
  void anAnswerThatIsNotHttpIsOfUnknownFateAndNotQuoted(String statusLine) {
    serve(new MockResponse.Builder().status(statusLine));
    SdkException e = failure(create(open(client())));
    assertThat(e).isInstanceOf(ResponseFormatException.class).hasMessageNotContaining("canary");
    assertThat(e.getCause()).isNull();
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\n+919876543210 canary", "HTTP/1.1 200 canary +919876543210"})
  void aLineOfTheAnswerThatIsCutIsNotQuoted(String start) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(() -> answerAndClose(listening, start));
      String url = "http://127.0.0.1:" + listening.getLocalPort();
      SdkException e = failure(create(open(TestClient.at(url).timeSource(time))));
      answer.join();
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      String hex = HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8));
      assertThat(trace.toString()).doesNotContain(hex, "canary", "9876543210");
      assertThat(e).isInstanceOf(ConnectionException.class);
      assertThat(e.getCause()).hasMessage("the connection was cut");
    }
  }

  private static void answerAndClose(ServerSocket listening, String start) {
    try (Socket socket = listening.accept()) {
      assertThat(socket.getInputStream().read(new byte[8192])).isPositive();
      socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      while (socket.getInputStream().read() >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theConnectionIsFreeDuringTheWaitBetweenAttempts() {
    ConnectionPool pool = new ConnectionPool();
    List<Integer> idle = new ArrayList<>();
    time.onSleep(() -> idle.add(pool.idleConnectionCount()));
    serve(new MockResponse.Builder().code(503).body("x".repeat(500_000)), ok());
    OkHttpClient own = new OkHttpClient.Builder().connectionPool(pool).build();
    assertThat(read(open(client().okHttpClient(own))).execute()).isNotNull();
    assertThat(idle).containsExactly(1);
    pool.evictAll();
  }

  @Test
  void theConnectionsOfEightCallsAtATimeAreKept() throws Exception {
    server.setDispatcher(answeringTogether(8));
    ApiEngine engine = open(client());
    Set<Integer> connections = new HashSet<>();
    for (int wave = 0; wave < 3; wave++) {
      List<CompletableFuture<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(read(engine).executeAsync());
      }
      for (CompletableFuture<Object> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isNotNull();
        connections.add(server.takeRequest().getConnectionIndex());
      }
    }
    assertThat(connections).hasSize(8);
  }

  /** Answers when so many requests are there at once. */
  private static Dispatcher answeringTogether(int requests) {
    CyclicBarrier together = new CyclicBarrier(requests);
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        try {
          together.await();
        } catch (BrokenBarrierException e) {
          throw new IllegalStateException(e);
        }
        return ok().build();
      }
    };
  }

  @Test
  void callsThatTakeTurnsGoWhereTheyShould() throws Exception {
    ApiEngine engine = open(client());
    for (String id : List.of("a", "a", "b", "a")) {
      serve(ok());
      assertThat(EndpointCall.of(engine, TestClient.READ).path("id", id).execute()).isNotNull();
      assertThat(server.takeRequest().getTarget()).isEqualTo("/things/" + id);
    }
  }

  @Test
  void aClientThatWasHandedInKeepsItsReadTimeout() {
    serve(ok().onResponseStart(SocketEffect.Stall.INSTANCE));
    OkHttpClient own = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(50)).build();
    assertThat(failure(create(open(client().okHttpClient(own)))))
        .isInstanceOf(CallTimeoutException.class);
  }

  @Test
  void aClientThatWasHandedInKeepsItsCallTimeout() {
    serve(ok().onResponseStart(SocketEffect.Stall.INSTANCE));
    OkHttpClient own = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(50)).build();
    assertThat(failure(create(open(client().okHttpClient(own)))))
        .isInstanceOf(CallTimeoutException.class);
  }

  @Test
  void aClientThatWasHandedInKeepsItsInterceptors() throws Exception {
    serve(ok());
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-Own", "kept").build()))
            .build();
    assertThat(read(open(client().okHttpClient(own))).execute()).isNotNull();
    assertThat(server.takeRequest().getHeaders().get("X-Own")).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource({"401, ''", "302, /elsewhere", "308, /elsewhere", "408, ''"})
  void aClientThatWasHandedInLosesItsRepeatingAndRedirecting(int status, String location) {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(true)
            .followRedirects(true)
            .authenticator(
                (route, response) -> {
                  asked.incrementAndGet();
                  return response.request().newBuilder().header("Again", "1").build();
                })
            .build();
    MockResponse.Builder refusal = new MockResponse.Builder().code(status);
    serve(location.isEmpty() ? refusal : refusal.addHeader("Location", location), ok());
    assertThat(failure(read(open(client().okHttpClient(own))))).isInstanceOf(ApiException.class);
    assertThat(server.getRequestCount()).isOne();
    assertThat(asked).hasValue(0);
  }

  @Test
  void aClientThatWasHandedInLosesItsResendingAfterACut() {
    serve(ok(), ok().onResponseStart(new SocketEffect.CloseSocket()), ok());
    OkHttpClient own = new OkHttpClient.Builder().retryOnConnectionFailure(true).build();
    ApiEngine engine = open(client().okHttpClient(own));
    assertThat(read(engine).execute()).isNotNull();
    assertThat(failure(create(engine)).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anUploadIsStreamedAsMultipart(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a\"b.csv"), "name\nAsha\n");
    serve(ok());
    MultipartBody body =
        MultipartBody.builder()
            .field("folder_id", "f-1")
            .file("file", "text/csv", UploadSource.of(file));
    assertThat(open(client()).call(ApiRequest.of(TestClient.CREATE).body(body)).execute())
        .isNotNull();
    RecordedRequest sent = server.takeRequest();
    String boundary = sent.getHeaders().get("Content-Type").replaceAll(".*boundary=", "");
    assertThat(sent.getBody().utf8())
        .isEqualTo(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"folder_id\"\r\n\r\nf-1\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nname\nAsha\n\r\n--"
                + boundary
                + "--\r\n");
    assertThat(sent.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(sent.getBodySize()));
  }

  @Test
  void anUploadFromAStreamIsSentInChunks() throws Exception {
    serve(ok());
    MultipartBody body =
        MultipartBody.builder()
            .file(
                "file",
                "text/csv",
                UploadSource.of(
                    new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), "c.csv"));
    assertThat(open(client()).call(ApiRequest.of(TestClient.CREATE).body(body)).execute())
        .isNotNull();
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(sent.getBody().utf8()).contains("\r\n\r\na,b\r\n");
  }

  @Test
  void aFileThatIsGoneByTheTimeOfTheCallIsNotSent(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("c.csv"), "a,b");
    MultipartBody body = MultipartBody.builder().file("file", "text/csv", UploadSource.of(file));
    Files.delete(file);
    serve(ok());
    SdkException e = failure(open(client()).call(ApiRequest.of(TestClient.CREATE).body(body)));
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e).hasMessageNotContaining("not proper HTTP");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aStreamThatWasSentBeforeIsNotSentEmpty() {
    MultipartBody body =
        MultipartBody.builder()
            .file(
                "file",
                "text/csv",
                UploadSource.of(
                    new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), "c.csv"));
    serve(ok(), ok());
    ApiEngine engine = open(client());
    ApiCall<Object> call = engine.call(ApiRequest.of(TestClient.CREATE).body(body));
    assertThat(call.execute()).isNotNull();
    SdkException e = failure(call);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void aBodyWhoseSourceFailsSaysSoAndKeepsTheReason() {
    IllegalStateException reason = new IllegalStateException("no more rows");
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            throw reason;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            throw reason;
          }
        };
    MultipartBody broken =
        MultipartBody.builder().file("file", "text/csv", UploadSource.of(failing, "c.csv"));
    serve(ok());
    SdkException e = failure(open(client()).call(ApiRequest.of(TestClient.CREATE).body(broken)));
    assertThat(e).isInstanceOf(ConnectionException.class).hasMessageContaining("RequestBody");
    assertThat(e).hasRootCause(reason);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aMissingFileIsRefusedWhenItIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> UploadSource.of(folder.resolve("none.csv")))
        .hasMessageContaining("no readable file");
    assertThatThrownBy(() -> UploadSource.of(folder)).hasMessageContaining("no readable file");
  }

  private static Buffer gzipped(String text) throws Exception {
    Buffer result = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new GzipSink(result))) {
      sink.writeUtf8(text);
    }
    return result;
  }
}
