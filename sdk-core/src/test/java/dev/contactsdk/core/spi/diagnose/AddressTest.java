package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
