package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.JudgeServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy that wants a password, over plain http, on a client of the application's. */
class ProxyTest {
  private static final String PASSWORD = Credentials.basic("judge", "judge-only");

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void writesGoThroughAProxyThatWantsAPassword(Vendor vendor) throws Exception {
    try (JudgeServer proxy = JudgeServer.plain(vendor.backend());
        Client client = client(vendor, proxy)) {
      proxy.director(
          request ->
              PASSWORD.equals(request.headers().get("proxy-authorization"))
                  ? Behaviour.normal()
                  : Behaviour.answer(
                      Answer.page(407).header("Proxy-Authenticate", "Basic realm=\"judge\"")));

      String id = client.create(Vendor.number(1));
      client.update(id, "Grace");
      client.create(Vendor.number(2));

      assertThat(proxy.backend().contacts().ids()).contains(id).hasSize(2);
      assertThat(proxy.journal().arrived()).allMatch(r -> r.target().startsWith("http://vendor."));
    }
  }

  private static Client client(Vendor vendor, JudgeServer proxy) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
    OkHttpClient okHttp =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, address))
            .proxyAuthenticator(
                (route, response) ->
                    response.request().header("Proxy-Authorization") != null
                        ? null
                        : response
                            .request()
                            .newBuilder()
                            .header("Proxy-Authorization", PASSWORD)
                            .build())
            .build();
    return vendor.client(
        "http://vendor.invalid", Settings.unlimited().okHttp(okHttp).allowPlainHttp());
  }
}
