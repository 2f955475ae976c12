package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a credential nor a contact follows a redirect, and none goes out unencrypted. */
class SecretsRedirectTest {
  private static final NewKoreContact ASHA =
      NewKoreContact.builder()
          .firstName("Asha")
          .lastName("Rao")
          .salutation("Ms")
          .cellPhone(CellPhone.of("+1", "4155550101"))
          .build();
  private static final NewTruedyContact MIRA = NewTruedyContact.builder("+14155550101").build();
  private static final String SECRET = "0123456789012345678901234567890123456789";

  /** Also a client that was told to follow. */
  private static List<OkHttpClient> clients() {
    OkHttpClient eager =
        new OkHttpClient.Builder()
            .followRedirects(true)
            .followSslRedirects(true)
            .retryOnConnectionFailure(true)
            .build();
    return List.of(new OkHttpClient(), eager);
  }

  private static void assertNotFollowed(int status, Runnable call) {
    ApiException e = catchThrowableOfType(ApiException.class, call::run);
    assertThat(e.status()).isEqualTo(status);
    assertThat(e.outcome()).isIn(Outcome.UNKNOWN, Outcome.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToAnotherHostIsNotFollowed(int status) {
    for (OkHttpClient http : clients()) {
      try (KoreSandbox vendor = KoreSandbox.start();
          KoreSandbox elsewhere = KoreSandbox.start();
          KoreClient client =
              vendor.clientBuilder().retry(RetryPolicy.none()).okHttpClient(http).build()) {
        vendor.fail().always().with(Fault.redirect(status, elsewhere.origin() + "/contacts"));
        assertNotFollowed(status, () -> client.contacts().create(ASHA).execute());
        assertNotFollowed(status, () -> client.contacts().list().execute());
        assertNotFollowed(status, () -> client.contacts().delete("c-1").execute());
        assertThat(vendor.requestCount()).isEqualTo(3);
        assertThat(elsewhere.requestCount()).isZero();
        assertThat(elsewhere.connectionCount()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToTheSameHostIsNotFollowedEither(int status) {
    for (OkHttpClient http : clients()) {
      try (TruedySandbox vendor = TruedySandbox.start();
          TruedyClient client =
              vendor.clientBuilder().retry(RetryPolicy.none()).okHttpClient(http).build()) {
        vendor.fail().next().with(Fault.redirect(status, vendor.baseUrl() + "/contacts"));
        assertNotFollowed(status, () -> client.contacts().create(MIRA).execute());
        assertThat(vendor.requestCount()).isEqualTo(1);
        assertThat(vendor.contactCount()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://kore.example.com",
        "HTTP://kore.example.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1@example.com",
        "http://[2001:db8::1]",
        "http://0.0.0.0",
        "http:/kore.example.com",
        "ftp://kore.example.com",
        "file:///etc/hosts",
        "https://user:pw@kore.example.com",
        "https://kore.example.com?x=1",
        "https://kore.example.com#x",
        "https://",
        "https:///path",
        "",
        " ",
        "https://kore.example.com/\r\nX: 1",
        "https://kore example.com"
      })
  void anAddressThatIsNotEncryptedOrNotAnAddressIsRefused(String url) {
    assertThatThrownBy(
            () ->
                KoreClient.builder()
                    .baseUrl(url)
                    .streamId("st-1")
                    .accountId("a-1")
                    .credentials("cs-1", SECRET)
                    .build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("pw@");
    if (!url.isBlank()) {
      assertThatThrownBy(() -> TruedyClient.builder().apiKey("key-123456").baseUrl(url).build())
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void plainHttpIsForLoopbackOrWhenAskedForByName() {
    for (String url : List.of("http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9")) {
      TruedyClient.builder().apiKey("key-123456").baseUrl(url).build().close();
    }
    TruedyClient.builder()
        .apiKey("key-123456")
        .baseUrl("http://proxy.example.com")
        .allowPlainHttp()
        .build()
        .close();
  }
}
