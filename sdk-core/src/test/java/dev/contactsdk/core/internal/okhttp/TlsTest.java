package dev.contactsdk.core.internal.okhttp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No certificate is taken on trust, and what is refused has not been sent. */
class TlsTest {
  private final MockWebServer server = new MockWebServer();
  private final VirtualClock time = new VirtualClock();

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(HeldCertificate certificate) throws Exception {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    server.enqueue(new MockResponse.Builder().code(200).body("{}").build());
  }

  private TestClient client() {
    return client(server.getPort());
  }

  private TestClient client(int port) {
    return TestClient.at("https://localhost:" + port).timeSource(time);
  }

  private static OkHttpClient trusting(HeldCertificate certificate) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .build();
  }

  private static ApiCall<Object> create(ApiEngine engine) {
    return EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha"));
  }

  private void assertRefused(TestClient client) {
    try (ApiEngine engine = client.open()) {
      SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
      assertThat(e)
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("SSL")
          .hasMessageContaining("the server's certificate is not accepted");
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(e.attempts()).isOne();
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    serve(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());
    assertRefused(client());
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("other.test").build();
    serve(other);
    assertRefused(client().okHttpClient(trusting(other)));
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    serve(
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .validityInterval(0, TimeUnit.DAYS.toMillis(1))
            .signedBy(authority)
            .build());
    assertRefused(client().okHttpClient(trusting(authority)));
  }

  @Test
  void aServerThatSpeaksNoTlsIsNotSentAnything() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = plain.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      try (ApiEngine engine = client(plain.getLocalPort()).retry(RetryPolicy.none()).open()) {
        SdkException e = catchThrowableOfType(SdkException.class, () -> create(engine).execute());
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      }
      assertThat(answered).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void anotherFailureOfTheHandshakeIsTriedAgain() {
    ScriptedTransport transport =
        ScriptedTransport.of(
            request -> {
              throw new NotSentException(new SSLHandshakeException("the connection was cut"));
            },
            ScriptedTransport.ok());
    assertThat(create(TestClient.of(transport, time).open()).response().attempts()).isEqualTo(2);
  }

  @Test
  void aCertificateThatIsTrustedAndOfTheHostIsTaken() throws Exception {
    HeldCertificate good =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    serve(good);
    try (ApiEngine engine = client().okHttpClient(trusting(good)).open()) {
      assertThat(create(engine).execute()).isEqualTo(Map.of());
    }
    assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
  }
}
