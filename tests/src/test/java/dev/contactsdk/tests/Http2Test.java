package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.Tls;
import dev.contactsdk.tests.server.TruedyVendor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/2 on a client of the application's: looking at an idle connection does not harm it. */
class Http2Test {
  private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(60);

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void createsShareOneConnection(Vendor vendor) throws Exception {
    HandshakeCertificates certificates = Tls.certificates();
    try (MockWebServer server = new MockWebServer();
        Client client = client(vendor, start(server, certificates), certificates)) {
      for (int i = 1; i <= 3; i++) {
        server.enqueue(created(vendor, i));
        assertThat(client.create(Vendor.number(i))).isNotEmpty();
        LockSupport.parkNanos(IDLE);
      }

      for (int i = 0; i < 3; i++) {
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
      }
    }
  }

  private static String start(MockWebServer server, HandshakeCertificates certificates)
      throws Exception {
    server.useHttps(certificates.sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.start();
    return "https://localhost:" + server.getPort();
  }

  private static Client client(Vendor vendor, String url, HandshakeCertificates certificates) {
    OkHttpClient okHttp =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
                  return response;
                })
            .build();
    return vendor.client(url, Settings.unlimited().okHttp(okHttp));
  }

  private static MockResponse created(Vendor vendor, int place) {
    String number = Vendor.number(place);
    String body = vendor == Vendor.KORE ? KoreVendor.created(number) : TruedyVendor.created(number);
    return new MockResponse.Builder().code(201).body(body).build();
  }
}
