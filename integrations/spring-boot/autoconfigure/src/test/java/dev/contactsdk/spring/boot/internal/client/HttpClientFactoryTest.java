package dev.contactsdk.spring.boot.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.Contexts;
import dev.contactsdk.spring.boot.internal.settings.ClientSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import dev.contactsdk.spring.boot.internal.settings.TruedyAccountSettings;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class HttpClientFactoryTest {
  private final MockEnvironment environment = new MockEnvironment();

  private OkHttpClient client() {
    PropertyScope scope = new PropertyScope(environment, "contact-sdk.truedy", null);
    ClientSettings settings = scope.bind(new TruedyAccountSettings());
    return new HttpClientFactory(null).create(settings, scope, null);
  }

  @Test
  void theSdksOwnClientWillDoWithoutProperties() {
    assertThat(client()).isNull();
  }

  @Test
  void theConnectTimeoutIsThatOfTheProperty() {
    environment.setProperty("contact-sdk.truedy.connect-timeout", "3s");
    assertThat(client().connectTimeoutMillis()).isEqualTo(3000);
    assertThat(client().readTimeoutMillis()).isZero();
  }

  @Test
  void aProxyIsUsed() {
    environment.setProperty("contact-sdk.truedy.proxy.host", "proxy.example");
    environment.setProperty("contact-sdk.truedy.proxy.port", "1080");
    environment.setProperty("contact-sdk.truedy.proxy.type", "socks");
    assertThat(client().proxy().type()).isEqualTo(Proxy.Type.SOCKS);
    assertThat(client().proxy().address()).hasToString("proxy.example/<unresolved>:1080");
  }

  @Test
  void aProxyThatAsksGetsItsUser() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.enqueue(
          new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate: Basic").build());
      proxy.enqueue(new MockResponse.Builder().body("{\"data\":[]}").build());
      proxy.start();
      Contexts.runner()
          .withPropertyValues(
              "contact-sdk.truedy.api-key=truedy_abc",
              "contact-sdk.truedy.base-url=http://truedy.example",
              "contact-sdk.truedy.allow-plain-http=true",
              "contact-sdk.truedy.retry.max-attempts=1",
              "contact-sdk.truedy.proxy.host=127.0.0.1",
              "contact-sdk.truedy.proxy.port=" + proxy.getPort(),
              "contact-sdk.truedy.proxy.username=me",
              "contact-sdk.truedy.proxy.password=pass")
          .run(
              context ->
                  context
                      .getBean(dev.contactsdk.truedy.TruedyClient.class)
                      .folders()
                      .list()
                      .execute());
      proxy.takeRequest();
      assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
          .isEqualTo("Basic bWU6cGFzcw==");
    }
  }

  @Test
  void anSslBundleIsTrusted() throws Exception {
    HeldCertificate root = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .signedBy(root)
            .addSubjectAlternativeName(InetAddress.getLoopbackAddress().getHostAddress())
            .build();
    HandshakeCertificates tls = new HandshakeCertificates.Builder().heldCertificate(server).build();
    try (KoreSandbox sandbox = KoreSandbox.builder().https(tls.sslContext()).start()) {
      Contexts.runner(sandbox)
          .withPropertyValues(
              "spring.ssl.bundle.pem.web.truststore.certificate=" + root.certificatePem(),
              "contact-sdk.kore.ssl.bundle=web")
          .run(
              context ->
                  assertThat(context.getBean(KoreClient.class).contacts().list().execute().items())
                      .isEmpty());
      assertThat(sandbox.requestCount()).isOne();
    }
  }

  @Test
  void theRetriesAreThoseOfTheProperties() {
    environment.setProperty("contact-sdk.truedy.retry.max-attempts", "2");
    environment.setProperty("contact-sdk.truedy.retry.base-delay", "1s");
    environment.setProperty("contact-sdk.truedy.retry.max-delay", "2s");
    environment.setProperty("contact-sdk.truedy.retry.limit-delay", "3s");
    environment.setProperty("contact-sdk.truedy.retry.max-server-wait", "4s");
    PropertyScope scope = new PropertyScope(environment, "contact-sdk.truedy", null);
    assertThat(CommonSettings.retry(scope.bind(new TruedyAccountSettings()).getRetry(), scope))
        .isEqualTo(
            new RetryPolicy(
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4)));
  }
}
