package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "KORE_BASE_URL", "platform.kore.ai",
          "KORE_STREAM_ID", "st-1",
          "KORE_ACCOUNT_ID", "65aa",
          "KORE_CLIENT_ID", "cs-1",
          "KORE_CLIENT_SECRET", Vendor.SECRET);

  @RegisterExtension final Vendor vendor = new Vendor();

  private static KoreClient.Builder complete() {
    return KoreClient.builder()
        .baseUrl("https://platform.kore.ai")
        .streamId("st-1")
        .accountId("65aa")
        .credentials("cs-1", Vendor.SECRET);
  }

  @Test
  void namesAllMissingSettingsAtOnce() {
    assertThatThrownBy(() -> KoreClient.builder().build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("baseUrl, streamId, accountId, credentials");
    assertThatThrownBy(
            () -> complete().streamId(" ").credentials("", null).adminCredentials("a", "").build())
        .hasMessageContaining("streamId, clientId, clientSecret, clientSecret of adminCredentials");
  }

  @ParameterizedTest
  @CsvSource({
    "platform.kore.ai, https://platform.kore.ai",
    "https://de-platform.kore.ai/, https://de-platform.kore.ai",
    "https://kore.example:8443/gateway/, https://kore.example:8443/gateway",
    "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts, https://platform.kore.ai",
    "https://platform.kore.ai/campaign, https://platform.kore.ai",
    "platform.kore.ai/api/public/roles, https://platform.kore.ai",
    "https://platform.kore.ai/api/1.1/public, https://platform.kore.ai",
    "https://platform.kore.ai/api/, https://platform.kore.ai",
    "https://gateway.example/api/kore, https://gateway.example/api/kore",
    "https://gateway.example/campaigns, https://gateway.example/campaigns"
  })
  void takesTheAddressAsPeopleWriteIt(String given, String used) {
    try (KoreClient client = complete().baseUrl(given).build()) {
      assertThat(client).hasToString("KoreClient[" + used + ", streamId=st-1, accountId=65aa]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"st-1\n", " st-1", "st/1", "..\\x", "st-\u00e9"})
  void refusesIdsThatAreNotBare(String id) {
    assertThatThrownBy(() -> complete().streamId(id).build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("streamId");
    assertThatThrownBy(() -> complete().accountId(id).build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("accountId");
  }

  @Test
  void refusesPlainHttpToOtherMachines() {
    assertThatThrownBy(() -> complete().baseUrl("http://platform.kore.ai").build())
        .hasMessageContaining("unencrypted");
  }

  @Test
  void readsTheEnvironment() {
    try (KoreClient client = KoreClient.builderFromEnv(ENVIRONMENT).build()) {
      assertThat(client)
          .hasToString("KoreClient[https://platform.kore.ai, streamId=st-1, accountId=65aa]");
      assertThatThrownBy(client::roles).isInstanceOf(InvalidRequestException.class);
    }
    Map<String, String> admin = new HashMap<>(ENVIRONMENT);
    admin.put("KORE_ADMIN_CLIENT_ID", "cs-2");
    admin.put("KORE_ADMIN_CLIENT_SECRET", Vendor.SECRET);
    try (KoreClient client = KoreClient.builderFromEnv(admin).build()) {
      assertThat(client.roles()).isNotNull();
    }
  }

  @Test
  void namesAllMissingVariables() {
    assertThatThrownBy(() -> KoreClient.builderFromEnv(Map.of("KORE_STREAM_ID", "")).build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(
            "KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID, KORE_CLIENT_ID, KORE_CLIENT_SECRET");
    Map<String, String> half = new HashMap<>(ENVIRONMENT);
    half.put("KORE_ADMIN_CLIENT_SECRET", Vendor.SECRET);
    assertThatThrownBy(() -> KoreClient.builderFromEnv(half).build())
        .hasMessageContaining("KORE_ADMIN_CLIENT_ID")
        .message()
        .doesNotContain(Vendor.SECRET);
  }

  @Test
  void mayBeClosedTwiceAndThenSaysSo() {
    KoreClient client = complete().build();
    client.close();
    client.close();
    assertThatThrownBy(() -> client.contacts().list().execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void keepsToSixtyRequestsAMinute() {
    for (int i = 0; i < 61; i++) {
      vendor.answer("contacts-list");
    }
    long start = vendor.time.nanoTime();
    for (int i = 0; i < 60; i++) {
      vendor.client().contacts().list().execute();
    }
    assertThat(vendor.time.nanoTime()).isEqualTo(start);
    vendor.client().queues();
    vendor.client().contacts().list().execute();
    assertThat(vendor.time.nanoTime() - start).isGreaterThanOrEqualTo(60_000_000_000L);
  }
}
