package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing, interrupting, and what an application's own client may do. */
class OkHttpTransportTest {
  private static final long MOST_BYTES = 1000;
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private record Info(Deadline deadline) implements CallInfo {
    @Override
    public String operation() {
      return "t.read";
    }

    @Override
    public String pathTemplate() {
      return "/things";
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public long attemptNanos() {
      return HALF_A_MINUTE.toNanos();
    }

    @Override
    public int attempts() {
      return 1;
    }
  }

  private HttpRequest request() {
    return request(server.url("/things").toString());
  }

  private static HttpRequest request(String url) {
    return request("GET", url, null);
  }

  private static HttpRequest request(String method, String url, @Nullable RequestBody body) {
    Info info = new Info(Deadline.in(TimeSource.system(), HALF_A_MINUTE));
    return new HttpRequest(method, url, Headers.empty(), body, info);
  }

  @Test
  void sendsNothingAfterItWasClosed() {
    OkHttpTransport transport = OkHttpTransport.create("http://localhost", MOST_BYTES);
    transport.close();
    assertThatThrownBy(() -> transport.send(request())).isInstanceOf(NotSentException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void sendsNothingOnAnInterruptedThreadAndKeepsTheFlag() {
    OkHttpTransport transport = OkHttpTransport.create("http://localhost", MOST_BYTES);
    Thread.currentThread().interrupt();
    NotSentException e =
        catchThrowableOfType(NotSentException.class, () -> transport.send(request()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).hasCauseInstanceOf(InterruptedIOException.class);
    assertThat(server.getRequestCount()).isZero();
    transport.close();
  }

  @Test
  void preparesNoTlsForPlainHttp() throws IOException {
    try (OkHttpTransport transport = OkHttpTransport.create("http://localhost", MOST_BYTES)) {
      assertThat(transport.send(request()).status()).isEqualTo(200);
      HttpRequest overTls = request("https://localhost:" + server.getPort() + "/things");
      assertThatThrownBy(() -> transport.send(overTls))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("connectionSpecs");
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  /** A server would take the rows that were added for another request on the connection. */
  @Test
  void neverSendsMoreThanItsHeadersSayAlsoWhenTheFileGrows(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("people.csv"), "phone\n+12025550101\n");
    String more = "POST /others HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".repeat(9);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  append(file, more);
                  return Dns.SYSTEM.lookup(name);
                })
            .build();
    MultipartBody upload = MultipartBody.builder().file("file", "text/csv", UploadSource.of(file));
    HttpRequest request = request("POST", server.url("/import").toString(), upload);
    try (OkHttpTransport transport = OkHttpTransport.on(client, MOST_BYTES)) {
      assertThatThrownBy(() -> transport.send(request))
          .isInstanceOf(RequestBodyException.class)
          .hasMessageContaining("bytes but received");
    }
    assertThat(server.getRequestCount()).isZero();
  }

  private static void append(Path file, String more) {
    try {
      Files.writeString(file, more, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void endsItsIdleConnectionsWhenItIsClosed() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> afterTheAnswer =
          CompletableFuture.supplyAsync(() -> readAfterAnswering(listening));
      ApiEngine engine = TestClient.at("http://127.0.0.1:" + listening.getLocalPort()).open();
      assertThat(EndpointCall.of(engine, TestClient.READ).path("id", "1").execute()).isNotNull();
      assertThat(afterTheAnswer).isNotDone();
      engine.close();
      assertThat(afterTheAnswer).succeedsWithin(HALF_A_MINUTE).isEqualTo(-1);
    }
  }

  private static int readAfterAnswering(ServerSocket listening) {
    try (Socket socket = listening.accept()) {
      socket.setSoTimeout((int) HALF_A_MINUTE.toMillis());
      InputStream in = socket.getInputStream();
      assertThat(in.read(new byte[8192])).isPositive();
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return in.read();
    } catch (IOException e) {
      return 0;
    }
  }

  private SdkException create(OkHttpClient own) {
    try (ApiEngine engine = TestClient.at(server.url("/").toString()).okHttpClient(own).open()) {
      return catchThrowableOfType(
          SdkException.class,
          () -> EndpointCall.of(engine, TestClient.CREATE).json(Map.of("a", 1)).execute());
    }
  }

  @Test
  void aClientWithoutTlsCanBeHandedIn() {
    OkHttpClient own =
        new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();
    assertThat(create(own)).isNull();
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void anInterceptorThatFailsBeforeSendingMeansNotSent() {
    Interceptor failing =
        chain -> {
          throw new IllegalStateException("no tenant");
        };
    SdkException e = create(new OkHttpClient.Builder().addInterceptor(failing).build());
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e).hasRootCauseMessage("no tenant");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anInterceptorThatFailsAfterSendingMeansUnknown() {
    Interceptor failing =
        chain -> {
          chain.proceed(chain.request()).close();
          throw new IllegalStateException("no tenant");
        };
    SdkException e = create(new OkHttpClient.Builder().addInterceptor(failing).build());
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.getRequestCount()).isOne();
  }
}
