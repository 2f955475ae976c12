package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address says where it leads and keeps what may be a key. */
class AddressTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "https://api.vendor.test/v1/x, api.vendor.test, https://api.vendor.test, /v1/x",
        "' http://localhost:8080 ', localhost, http://localhost:8080, ''",
        "HTTPS://[::1]:443/a, [::1], https://[::1]:443, /a",
        "https://secretkeywithoutdots/, (a host of 20 characters), "
            + "https://(a host of 20 characters), /",
        "https://a.b/0123456789012345678901234567/x, a.b, https://a.b, /…/x",
        "api.vendor.test, (no address), (no address), api.vendor.test",
        "not a url, (no address), (no address), ''",
        "mailto:x, (no address), (no address), ''",
        "null, (no address), (no address), ''"
      })
  void showsHostAndShortPaths(
      @Nullable String url, String host, String shown, @Nullable String path) {
    Address address = Address.of(url);

    assertThat(address.host()).isEqualTo(host);
    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address.path()).isEqualTo(path == null ? "" : path);
    assertThat(address.isAbsolute()).isEqualTo(!host.equals("(no address)"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test, 80",
    "https://a.test, 443",
    "https://a.test:0, 0",
    "http://a.test:8080, 8080",
    "not a url, 443"
  })
  void knowsItsPort(String url, int port) {
    assertThat(Address.of(url).hasPortOf("1.2.3.4:" + port)).isTrue();
    assertThat(Address.of(url).hasPortOf("1.2.3.4:1" + port)).isFalse();
  }

  @Test
  void hostsAreComparedWithoutCase() {
    assertThat(Address.of("https://A.test").hasHost("a.TEST")).isTrue();
    assertThat(Address.of("https://a.test").hasHost("b.test")).isFalse();
  }

  @Test
  void namesTheProxyOfTheJvm() {
    Address address = Address.of("https://a.test/");
    ProxySelector before = ProxySelector.getDefault();
    try {
      ProxySelector.setDefault(null);
      assertThat(address.proxyOfJvm()).isNull();
      ProxySelector.setDefault(always(Proxy.NO_PROXY));
      assertThat(address.proxyOfJvm()).isNull();
      ProxySelector.setDefault(
          always(
              new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3128))));
      assertThat(address.proxyOfJvm()).isEqualTo("proxy.test:3128");
      assertThat(Address.of("not a url").proxyOfJvm()).isNull();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static ProxySelector always(Proxy proxy) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }
}
