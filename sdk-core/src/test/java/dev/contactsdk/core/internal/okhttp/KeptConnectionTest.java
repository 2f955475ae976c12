package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.internal.okhttp.KeptConnections.Ending;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers close idle connections. A write that would go out on such a one goes out on a new one
 * instead, and its fate is not unknown.
 */
class KeptConnectionTest {
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private static final HandshakeCertificates TRUST =
      new HandshakeCertificates.Builder()
          .heldCertificate(CERTIFICATE)
          .addTrustedCertificate(CERTIFICATE.certificate())
          .build();

  private static KeptConnections plain() throws Exception {
    return new KeptConnections(null);
  }

  private static KeptConnections encrypted() throws Exception {
    return new KeptConnections(TRUST.sslSocketFactory());
  }

  private static OkHttpClient.Builder trusting() {
    return new OkHttpClient.Builder()
        .sslSocketFactory(TRUST.sslSocketFactory(), TRUST.trustManager());
  }

  private static TestClient client(KeptConnections server) {
    return TestClient.at(server.url()).retry(RetryPolicy.none());
  }

  private static void create(ApiEngine engine) {
    EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha")).execute();
  }

  /** Two creates with the connections ended between them; the second one uses another. */
  private static void assertReplaced(KeptConnections server, TestClient client, Ending ending) {
    try (ApiEngine engine = client.open()) {
      create(engine);
      server.endIdle(ending);
      create(engine);
      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIN", "RST", "UNASKED_408"})
  void isReplacedWhenTheServerHasEndedIt(Ending ending) throws Exception {
    try (KeptConnections server = plain()) {
      assertReplaced(server, client(server), ending);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIN", "RST", "TLS_ALERT"})
  void isReplacedUnderTlsToo(Ending ending) throws Exception {
    try (KeptConnections server = encrypted()) {
      assertReplaced(server, client(server).okHttpClient(trusting().build()), ending);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, Connection: close, 2",
    "HTTP/1.1, 'Connection: foo, Close', 2",
    "HTTP/1.1, 'Keep-Alive: timeout=0, max=100', 2",
    "HTTP/1.1, 'Keep-Alive: timeout=5, max=0', 2",
    "HTTP/1.0, '', 2",
    "HTTP/1.0, Connection: keep-alive, 1",
    "HTTP/1.1, 'Keep-Alive: timeout=5, max=100', 1",
    "HTTP/1.1, Connection: closed, 1",
    "HTTP/1.1, '', 1"
  })
  void isReplacedWhenTheServerAnnouncesItsEnd(String version, String header, int connections)
      throws Exception {
    try (KeptConnections server = plain()) {
      server.answer(version, header);
      try (ApiEngine engine = client(server).open()) {
        create(engine);
        create(engine);
      }
      assertThat(server.requests()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(connections);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIN", "RST", "UNASKED_408"})
  void isReplacedOnSocketsOfTheApplication(Ending ending) throws Exception {
    try (KeptConnections server = plain()) {
      OkHttpClient own = new OkHttpClient.Builder().socketFactory(new PlainSockets()).build();
      assertReplaced(server, client(server).okHttpClient(own), ending);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIN", "RST", "TLS_ALERT"})
  void isReplacedOnEncryptedSocketsOfTheApplication(Ending ending) throws Exception {
    try (KeptConnections server = encrypted()) {
      OkHttpClient own = trusting().socketFactory(new PlainSockets()).build();
      assertReplaced(server, client(server).okHttpClient(own), ending);
    }
  }

  @Test
  void isReplacedWhenTheApplicationItselfHasOpenedIt() throws Exception {
    try (KeptConnections server = plain()) {
      OkHttpClient own = new OkHttpClient();
      Request request =
          new Request.Builder()
              .url(server.url() + "/own")
              .post(RequestBody.create(new byte[0], null))
              .build();
      try (Response response = own.newCall(request).execute()) {
        response.body().bytes();
      }
      server.endIdle(Ending.FIN);
      try (ApiEngine engine = client(server).okHttpClient(own).open()) {
        create(engine);
      }
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void isKeptWhenTheServerSendsARecordOfTlsThatIsNoEnd() throws Exception {
    try (KeptConnections server = encrypted();
        ApiEngine engine = client(server).okHttpClient(trusting().build()).open()) {
      create(engine);
      server.endIdle(Ending.TLS_KEY_UPDATE);
      create(engine);
      create(engine);
      assertThat(server.requests()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void isKeptWhileNothingHappens() throws Exception {
    try (KeptConnections server = plain();
        ApiEngine engine = client(server).open()) {
      for (int i = 0; i < 20; i++) {
        create(engine);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** As an application's own factory makes them. */
  private static final class PlainSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new AssertionError("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new AssertionError("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError("OkHttp connects by itself");
    }
  }
}
