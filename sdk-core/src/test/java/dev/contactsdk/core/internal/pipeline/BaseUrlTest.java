package dev.contactsdk.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "host.test, https://host.test",
    "' https://host.test ', https://host.test",
    "https://host.test/, https://host.test",
    "https://host.test///, https://host.test",
    "HTTPS://host.test/a/b//, https://host.test/a/b",
    "https://host.test/a%20b, https://host.test/a%20b",
    "https://host.test:1, https://host.test:1",
    "https://host.test:65535/x, https://host.test:65535/x",
    "http://localhost:8080, http://localhost:8080",
    "http://LOCALHOST, http://LOCALHOST",
    "http://127.0.0.1:9/, http://127.0.0.1:9",
    "http://127.1.2.3, http://127.1.2.3",
    "'http://[::1]:80', 'http://[::1]:80'",
  })
  void anAddressIsTakenAsPeopleWriteIt(String text, String url) {
    assertThat(BaseUrl.normalize(text, false)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "'', blank",
    "'  ', blank",
    "ftp://host.test, scheme 'ftp'",
    "https://, URL",
    "https:///path, no host",
    "https://host.test:, no host",
    "https://host.test:0, but was 0",
    "https://host.test:65536, but was 65536",
    "https://user@host.test, a user",
    "https://host.test?x=1, a query",
    "https://host.test#x, a fragment",
    "https://ho st.test, at position",
    "http://host.test, unencrypted to host.test",
    "http://128.0.0.1, unencrypted",
    "http://127.0.0.1.evil.test, unencrypted",
    "http://localhost.evil.test, unencrypted",
  })
  void anAddressThatCannotBeMeantIsRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> BaseUrl.normalize(text, false))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("baseUrl")
        .hasMessageContaining(reason);
  }

  @Test
  void noAddressIsRefused() {
    assertThatThrownBy(() -> BaseUrl.normalize(null, true))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host.test", "http://10.0.0.1/x"})
  void plainHttpIsTakenWhereItIsAskedFor(String url) {
    assertThat(BaseUrl.normalize(url, true)).isEqualTo(url);
  }
}
