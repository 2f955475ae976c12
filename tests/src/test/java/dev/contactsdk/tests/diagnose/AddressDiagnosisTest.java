package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.core.http.NotSentException;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Addresses that do not lead to the vendor: the place where the request ends is found by name. */
class AddressDiagnosisTest {
  private static final String SECRET = "0123456789012345678901234567890123456789abc=";
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("test authority").build();

  private static KoreClient.Builder at(String url) {
    return KoreClient.builder()
        .baseUrl(url)
        .streamId("st-1")
        .accountId("65aa00000000000000000001")
        .credentials("cs-1", SECRET);
  }

  private static Found found(KoreClient.Builder client) {
    Found found = new Found(client.diagnose());
    assertThat(found.diagnosis().requests()).isLessThanOrEqualTo(1);
    return found;
  }

  private static Found answered(Fault fault) {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.fail().always().with(fault);
      return found(sandbox.clientBuilder());
    }
  }

  /** A server that answers every connection with these bytes, and nothing else. */
  private static Found rawly(String answer, String scheme) throws Exception {
    return rawly(answer, port -> at(scheme + "://127.0.0.1:" + port));
  }

  private interface ByPort {
    KoreClient.Builder client(int port);
  }

  private static Found rawly(String answer, ByPort client) throws Exception {
    try (RawServer server = new RawServer(answer)) {
      return found(client.client(server.port()));
    }
  }

  private static SSLContext server(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
  }

  private static HeldCertificate.Builder signed(String host) {
    return new HeldCertificate.Builder()
        .commonName("vendor")
        .addSubjectAlternativeName(host)
        .signedBy(AUTHORITY);
  }

  /** A client that trusts the authority. */
  private static OkHttpClient trusting() {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .build();
  }

  private static Found withCertificate(HeldCertificate certificate, boolean trusting) {
    try (KoreSandbox sandbox = KoreSandbox.builder().https(server(certificate)).start()) {
      KoreClient.Builder client = sandbox.clientBuilder();
      return new Found((trusting ? client.okHttpClient(trusting()) : client).diagnose());
    }
  }

  @Test
  void noAddress() {
    Found found = found(at(" "));
    found.assertWrong("address.setting");
    found.assertSeen("address.setting", "is missing or blank");
    found.assertUnknown("address.dns", "not tried: the base URL is not usable");
    assertThat(found.diagnosis().requests()).isZero();
  }

  @Test
  void plainHttp() {
    Found found = found(at("http://vendor.test"));
    found.assertWrong("address.setting");
    found.assertSeen("address.setting", "plain http");
    found.assertMend("address.setting", "Use https", "allowPlainHttp()");
    assertThat(found.diagnosis().text()).doesNotContain("NOT_SENT");
  }

  @Test
  void anAddressWithAPassword() {
    Found found = found(at("https://user:hunter2@vendor.test"));
    found.assertWrong("address.setting");
    assertThat(found.diagnosis().text()).doesNotContain("hunter2");
  }

  @Test
  void anUnknownName() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  throw new UnknownHostException(name);
                })
            .build();
    Found found = found(at("https://platfrom.kore.ai").okHttpClient(client));
    found.assertWrong("address.dns");
    found.assertSeen("address.dns", "platfrom.kore.ai");
    found.assertOk("address.setting", "address.proxy");
    found.assertUnknown("address.connect", "not tried: the address does not lead to Kore.ai");
    found.assertUnknown("clock", "not tried: the address does not lead to Kore.ai");
    found.assertUnknown("credential.accepted", "not tried: the address does not lead to Kore.ai");
    found.assertUnknown("limit", "not tried: the address does not lead to Kore.ai");
    found.assertOk("credential.clientSecret");
  }

  @Test
  void aPortWithoutAServer() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, RawServer.LOOPBACK)) {
      port = socket.getLocalPort();
    }
    Found found = found(at("https://127.0.0.1:" + port));
    found.assertWrong("address.connect");
    found.assertOk("address.dns");
    found.assertUnknown("address.tls", "not tried");
  }

  @Test
  void aConnectionThatTakesTooLong() {
    Transport slow =
        request -> {
          throw new NotSentException(new SocketTimeoutException("connect timed out"));
        };
    Found found = found(at("https://vendor.test").transport(slow));
    found.assertWrong("address.connect");
    found.assertSeen("address.connect", "within 10 s");
  }

  @Test
  void anAnswerThatTakesTooLongIsNoProof() {
    Transport slow =
        request -> {
          throw new SocketTimeoutException("timeout");
        };
    Found found = new Found(at("https://vendor.test").transport(slow).diagnose());
    assertThat(found.diagnosis().verdict()).isEqualTo(Verdict.UNKNOWN);
    found.assertUnknown("address.answer", "no answer within 10 s");
    found.assertOk("address.connect", "address.tls");
  }

  @Test
  void aCertificateThatNobodyTrusts() {
    Found found = withCertificate(signed("127.0.0.1").build(), false);
    found.assertWrong("address.tls");
    found.assertSeen("address.tls", "does not trust");
    found.assertOk("address.connect");
  }

  @Test
  void anExpiredCertificate() {
    long end = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
    HeldCertificate expired = signed("127.0.0.1").validityInterval(end - 86_400_000, end).build();
    Found found = withCertificate(expired, true);
    found.assertWrong("address.tls");
    found.assertSeen("address.tls", "has expired");
    found.assertMend("address.tls", "clock");
  }

  @Test
  void aCertificateOfTomorrow() {
    long start = Instant.now().plus(Duration.ofDays(1)).toEpochMilli();
    HeldCertificate early = signed("127.0.0.1").validityInterval(start, start + 86_400_000).build();
    Found found = withCertificate(early, true);
    found.assertWrong("address.tls");
    found.assertSeen("address.tls", "not valid yet");
  }

  @Test
  void aCertificateForAnotherHost() {
    Found found = withCertificate(signed("other.test").build(), true);
    found.assertWrong("address.tls");
    found.assertSeen("address.tls", "for another host");
  }

  @Test
  void aGoodCertificate() {
    Found found = withCertificate(signed("127.0.0.1").build(), true);
    found.assertWrong();
    found.assertOk("address.tls", "credential.accepted");
  }

  @Test
  void httpsToAPortOfPlainHttp() throws Exception {
    Found found = rawly("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", "https");
    found.assertWrong("address.tls");
    found.assertSeen("address.tls", "does not speak TLS");
  }

  @Test
  void aServerThatDoesNotSpeakHttp() throws Exception {
    rawly("SSH-2.0-OpenSSH_9.6\r\n", "http").assertWrong("address.answer");
  }

  @Test
  void aServerThatHangsUp() {
    Found found = answered(Fault.cutBeforeStore());
    found.assertWrong("address.answer");
    found.assertSeen("address.answer", "was cut");
  }

  @Test
  void aProxyThatWantsAPasswordForPlainHttp() throws Exception {
    String answer =
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    Found found =
        rawly(answer, port -> at("http://vendor.test").allowPlainHttp().okHttpClient(via(port)));
    found.assertWrong("address.proxy");
    found.assertMend("address.proxy", "proxyAuthenticator");
  }

  @Test
  void aProxyThatWantsAPasswordForHttps() throws Exception {
    String answer =
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    rawly(answer, port -> at("https://vendor.test").okHttpClient(via(port)))
        .assertWrong("address.proxy");
  }

  @Test
  void aProxyThatForbidsTheHost() throws Exception {
    String answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    AtomicInteger proxy = new AtomicInteger();
    Found found =
        rawly(
            answer,
            port -> {
              proxy.set(port);
              return at("https://vendor.test").okHttpClient(via(port));
            });
    found.assertWrong("address.proxy");
    String place = new InetSocketAddress(RawServer.LOOPBACK, 0).getHostString() + ":" + proxy;
    found.assertSeen("address.proxy", "HTTP 403", "the proxy " + place + " refuses");
    found.assertMend("address.proxy", "allow connections to vendor.test");
    found.assertUnknown("address.dns", "not tried");
  }

  @Test
  void aProxyWhosePortIsClosed() throws Exception {
    int port = closedPort();
    assertProxyIsDown(at("https://vendor.test").okHttpClient(via(port)), "127.0.0.1:" + port);
  }

  @Test
  void aProxyWhoseNameIsUnknown() {
    Proxy proxy =
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128));
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(proxy)
            .dns(
                name -> {
                  throw new UnknownHostException(name + ": Name or service not known");
                })
            .build();
    assertProxyIsDown(at("https://vendor.test").okHttpClient(client), "proxy.invalid");
  }

  @Test
  void theProxyOfTheJvm() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    int port = closedPort();
    try {
      ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(RawServer.LOOPBACK, port)));
      assertProxyIsDown(at("https://vendor.test"), "127.0.0.1:" + port);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static void assertProxyIsDown(KoreClient.Builder client, String proxy) {
    Found found = found(client);
    found.assertWrong("address.proxy");
    found.assertSeen("address.proxy", proxy);
    found.assertUnknown("address.dns", "not tried");
    found.assertUnknown("address.connect", "not tried");
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, RawServer.LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void tlsThatIsNeverAnswered() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, RawServer.LOOPBACK)) {
      OkHttpClient hasty = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(500)).build();
      String url = "https://127.0.0.1:" + silent.getLocalPort();
      Found found = found(at(url).okHttpClient(hasty));
      found.assertWrong("address.tls");
      found.assertSeen("address.tls", "does not answer the TLS handshake");
      found.assertOk("address.connect");
    }
  }

  @Test
  void aRelativeRedirect() {
    Found found = answered(Fault.redirect(307, "/login/" + SECRET + "/?token=hunter2"));
    found.assertWrong("address.redirect");
    found.assertSeen("address.redirect", "sends the request to /login/…/");
    assertThat(found.diagnosis().text()).doesNotContain("hunter2", SECRET);
  }

  private static OkHttpClient via(int port) {
    return new OkHttpClient.Builder()
        .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(RawServer.LOOPBACK, port)))
        .build();
  }

  @Test
  void aRedirectToHttps() {
    Found found = answered(Fault.redirect(301, "https://vendor.test/login?token=hunter2"));
    found.assertWrong("address.redirect");
    found.assertMend("address.redirect", "Use https", "https://vendor.test");
    assertThat(found.diagnosis().text()).doesNotContain("hunter2", "/login");
  }

  @Test
  void aRedirectElsewhere() {
    Found found = answered(Fault.redirect(302, "http://login.test/"));
    found.assertWrong("address.redirect");
    found.assertMend("address.redirect", "follows no redirect");
  }

  @Test
  void aWrongPathPrefix() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found = found(sandbox.clientBuilder().baseUrl(sandbox.baseUrl() + "/wrong"));
      found.assertWrong("address.path");
      found.assertSeen("address.path", "HTTP 404", "asked for /wrong/agentassist/api/v1/");
    }
  }

  @Test
  void aWebSite() {
    answered(Fault.respondWith("<!doctype html><html>Welcome</html>", "text/html"))
        .assertWrong("address.path");
    answered(Fault.status(404, "<html>Not here</html>")).assertWrong("address.path");
  }

  @Test
  void aPageOfAGateway() {
    Found found = answered(Fault.status(502, "<html>Bad Gateway</html>"));
    found.assertWrong("address.answer");
    found.assertSeen("address.answer", "HTTP 502 with a page that is not Kore.ai's");
    found.assertOk("address.path");
    answered(Fault.status(403, "<html>Blocked by policy</html>")).assertWrong("address.answer");
  }

  @Test
  void aVendorThatFailsIsNoMistakeOfTheSetup() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.fail().always().with(Fault.status(503, "{\"errors\":[{\"msg\":\"Down\"}]}"));
      Found found = new Found(sandbox.clientBuilder().diagnose());
      assertThat(found.diagnosis().verdict()).isEqualTo(Verdict.UNKNOWN);
      found.assertUnknown("address.answer", "HTTP 503: Down");
    }
  }

  @Test
  void anEncryptedAnswer() {
    Found found =
        answered(Fault.respondWith("{\"payload\":\"x\",\"key\":\"y\"}", "application/json"));
    found.assertWrong("address.path");
    found.assertMend("address.path", "Payload Encryption");
  }

  @Test
  void aTruedyAddressThatIsAWebSite() throws Exception {
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>";
    try (RawServer server = new RawServer(page)) {
      String url = "http://127.0.0.1:" + server.port();
      new Found(TruedyClient.builder().apiKey("truedy_1").baseUrl(url).diagnose())
          .assertWrong("address.path");
    }
  }
}
