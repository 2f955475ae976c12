package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy with a password, between the application's OkHttp client and a vendor of plain http. */
class ProxyTest {
  private static final String GOOD = Credentials.basic("user", "password");

  private final MockWebServer proxy = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    proxy.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return GOOD.equals(request.getHeaders().get("Proxy-Authorization"))
                ? new MockResponse.Builder().code(201).body("{}").build()
                : new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"office\"")
                    .build();
          }
        });
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  private void create(Authenticator authenticator) {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", proxy.getPort())))
            .proxyAuthenticator(authenticator)
            .build();
    TestClient client =
        TestClient.at("http://vendor.test").allowPlainHttp().retry(RetryPolicy.none());
    try (ApiEngine engine = client.okHttpClient(own).open()) {
      EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "Asha")).execute();
    }
  }

  private static Authenticator of(String credential) {
    return (route, response) ->
        response.request().header("Proxy-Authorization") != null
            ? null
            : response.request().newBuilder().header("Proxy-Authorization", credential).build();
  }

  @Test
  void isGivenThePasswordWithTheWriteItself() {
    create(of(GOOD));
    assertThat(proxy.getRequestCount()).isEqualTo(1);
  }

  @Test
  void isGivenThePasswordOfTheJdksAuthenticator() {
    java.net.Authenticator.setDefault(
        new java.net.Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                ? new PasswordAuthentication("user", "password".toCharArray())
                : null;
          }
        });
    try {
      create(Authenticator.JAVA_NET_AUTHENTICATOR);
    } finally {
      java.net.Authenticator.setDefault(null);
    }
    assertThat(proxy.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusesAWrongPasswordAndTheWriteIsNotRepeated() {
    SdkException e =
        catchThrowableOfType(
            SdkException.class, () -> create(of(Credentials.basic("user", "wrong"))));
    assertThat(e).hasMessageContaining("407");
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(proxy.getRequestCount()).isEqualTo(1);
  }
}
