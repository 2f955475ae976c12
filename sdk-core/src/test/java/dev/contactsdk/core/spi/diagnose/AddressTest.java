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
  @CsvSource({
    "https://platform.kore.ai/a/b?c=d, https://platform.kore.ai",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080",
    "' https://vendor.test ', https://vendor.test",
    "HTTPS://vendor.test, https://vendor.test",
    "https://user:password@host.test, https://host.test",
    "https://vendor.test:0, https://vendor.test:0",
    "https://localhost, https://localhost",
    "https://[::1]:8, https://[::1]:8",
    "https://cs-123-456, https://(a host of 10 characters)",
    "//vendor.test/x, vendor.test",
    "mailto:somebody, (no address)",
    "/path, (no address)",
    "::, (no address)",
    "'a b', (no address)",
    ", (no address)"
  })
  void isShownWithoutPathAndUser(String url, String shown) {
    assertThat(Address.of(url).shown()).isEqualTo(shown);
    assertThat(Address.of(url)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://vendor.test:8080/x, vendor.test",
    "https://cs-123-456, (a host of 10 characters)",
    "not an address, (no address)",
    ", (no address)"
  })
  void theHostIsShownIfItLooksLikeOne(String url, String host) {
    assertThat(Address.of(url).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "http://vendor.test, true",
    "HTTP://vendor.test, true",
    "https://vendor.test, false",
    "//vendor.test, false",
    "not an address, false",
    ", false"
  })
  void onlyTheSchemeHttpIsPlain(String url, boolean plain) {
    assertThat(Address.of(url).isPlainHttp()).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.vendor.test/v1/x, /v1/x, true",
    "http://localhost:8080, '', true",
    "https://secretkeywithoutdots/, /, true",
    "https://a.b/0123456789012345678901234567/x, /…/x, true",
    "api.vendor.test, api.vendor.test, false",
    "not a url, '', false",
    "mailto:x, '', false",
    ", '', false"
  })
  void aPathIsShownWithoutWhatMayBeAKey(@Nullable String url, String path, boolean absolute) {
    assertThat(Address.of(url).path()).isEqualTo(path);
    assertThat(Address.of(url).isAbsolute()).isEqualTo(absolute);
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
