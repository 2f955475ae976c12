package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientTest {
  private static String clientOf(String baseUrl) {
    try (TruedyClient client = TruedyClient.builder().apiKey("k").baseUrl(baseUrl).build()) {
      return client.toString();
    }
  }

  @Test
  void goesToTruedyByDefault() {
    try (TruedyClient client = TruedyClient.builder().apiKey("truedy_abc").build()) {
      assertThat(client).hasToString("TruedyClient[https://api.truedy.ai/api/public/v1]");
    }
  }

  @Test
  void addsThePathToAHostAlone() {
    assertThat(clientOf("voice.example.org"))
        .isEqualTo("TruedyClient[https://voice.example.org/api/public/v1]");
    assertThat(clientOf("https://voice.example.org:8443/"))
        .isEqualTo("TruedyClient[https://voice.example.org:8443/api/public/v1]");
    assertThat(clientOf("https://voice.example.org/truedy/v2/"))
        .isEqualTo("TruedyClient[https://voice.example.org/truedy/v2]");
  }

  private static String clientOf(String url, String path) {
    try (TruedyClient client =
        TruedyClient.builder().apiKey("truedy_abc").baseUrl(url).apiPath(path).build()) {
      return client.toString();
    }
  }

  @Test
  void takesAnyPathOfTheApiAlsoTheRoot() {
    for (String root : List.of("", "/", "  ")) {
      assertThat(clientOf("https://voice.example.org", root))
          .isEqualTo("TruedyClient[https://voice.example.org]");
    }
    for (String path : List.of("v2", "/v2", "v2/", "/v2/")) {
      assertThat(clientOf("https://voice.example.org/", path))
          .isEqualTo("TruedyClient[https://voice.example.org/v2]");
      assertThat(clientOf("https://voice.example.org/truedy/", path))
          .isEqualTo("TruedyClient[https://voice.example.org/truedy/v2]");
    }
    try (TruedyClient client = TruedyClient.builder().apiKey("k").apiPath("/x/y").build()) {
      assertThat(client).hasToString("TruedyClient[https://api.truedy.ai/x/y]");
    }
  }

  @Test
  void sendsToTheRootOfAServer() {
    try (Vendor vendor = new Vendor();
        TruedyClient client = vendor.builder().apiPath("/").build()) {
      vendor.answersFile(200, "list-agents");
      assertThat(client.agents().list().execute().items()).hasSize(1);
      assertThat(vendor.request().getTarget()).startsWith("/agents?");
    }
  }

  @Test
  void refusesAPathThatIsNone() {
    for (String bad :
        List.of("..", "/a/../b", "a/.", "/a?x=1", "/a#b", "//", "/a//b", "https://h/a", "a b")) {
      assertThatThrownBy(() -> TruedyClient.builder().apiPath(bad))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("apiPath");
    }
  }

  @Test
  void aKeyOrAnAuthIsRequired() {
    assertThatThrownBy(() -> TruedyClient.builder().build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("TruedyClient", "apiKey", "auth");
    assertThatCode(() -> TruedyClient.builder().auth(request -> request).build().close())
        .doesNotThrowAnyException();
  }

  @Test
  void aKeyWithoutThePrefixIsTaken() {
    assertThatCode(() -> TruedyClient.builder().apiKey("abc").build().close())
        .doesNotThrowAnyException();
  }

  @Test
  void aKeyThatWasMiscopiedIsRefusedWithoutBeingQuoted() {
    for (String key : List.of("", "  ", " truedy_s3cret", "truedy_s3cret\n", "truedy_\r\ns3cret")) {
      assertThatThrownBy(() -> TruedyClient.builder().apiKey(key).build())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("API key")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }
  }

  @Test
  void readsTheEnvironment() {
    try (TruedyClient client =
        TruedyClient.builderFromEnv(Map.of("TRUEDY_API_KEY", "truedy_abc")).build()) {
      assertThat(client.toString()).contains("api.truedy.ai");
    }
    Map<String, String> both =
        Map.of("TRUEDY_API_KEY", "truedy_abc", "TRUEDY_BASE_URL", "https://voice.example.org");
    try (TruedyClient client = TruedyClient.builderFromEnv(both).build()) {
      assertThat(client.toString()).contains("https://voice.example.org/api/public/v1");
    }
    Map<String, String> root =
        Map.of(
            "TRUEDY_API_KEY", "truedy_abc",
            "TRUEDY_BASE_URL", "https://voice.example.org",
            "TRUEDY_API_PATH", "/");
    try (TruedyClient client = TruedyClient.builderFromEnv(root).build()) {
      assertThat(client).hasToString("TruedyClient[https://voice.example.org]");
    }
    Map<String, String> blankUrl = Map.of("TRUEDY_API_KEY", "truedy_abc", "TRUEDY_BASE_URL", "");
    try (TruedyClient client = TruedyClient.builderFromEnv(blankUrl).build()) {
      assertThat(client.toString()).contains("api.truedy.ai");
    }
  }

  @Test
  void namesTheVariableThatIsMissing() {
    for (Map<String, String> env :
        List.of(Map.<String, String>of(), Map.of("TRUEDY_API_KEY", " "))) {
      assertThatThrownBy(() -> TruedyClient.builderFromEnv(env).build())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("TRUEDY_API_KEY");
    }
  }

  @Test
  void sendsWithAnAuthOfTheApplication() {
    try (Vendor vendor = new Vendor();
        TruedyClient client = vendor.builder().auth(Auth.header("X-Own", () -> "t")).build()) {
      vendor.answersFile(200, "list-agents");
      assertThat(client.agents().list().execute().items()).hasSize(1);
      assertThat(vendor.request().getHeaders().get("X-Own")).isEqualTo("t");
    }
  }

  private static TruedyClient limited(Vendor vendor, String key) {
    return TruedyClient.builder()
        .apiKey(key)
        .baseUrl("http://127.0.0.1:" + vendor.server.getPort())
        .timeSource(vendor.time)
        .build();
  }

  @Test
  void clientsOfOneKeyShareAHundredRequestsAMinute() {
    try (Vendor vendor = new Vendor();
        TruedyClient one = limited(vendor, "truedy_one");
        TruedyClient same = limited(vendor, "truedy_one");
        TruedyClient other = limited(vendor, "truedy_other")) {
      vendor.answersBy(request -> Vendor.file("get-agent"));
      for (int i = 0; i < 50; i++) {
        Vendor.run(one.agents().get("a"));
        Vendor.run(same.agents().get("a"));
      }
      assertThat(vendor.time.sleeps()).isEmpty();
      Vendor.run(other.agents().get("a"));
      assertThat(vendor.time.sleeps()).isEmpty();
      Vendor.run(same.agents().get("a"));
      assertThat(vendor.time.sleeps()).hasSize(1);
      assertThat(vendor.time.sleeps().get(0))
          .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    }
  }

  @Test
  void aLimiterOfTheApplicationTakesItsPlace() {
    try (Vendor vendor = new Vendor();
        TruedyClient client = vendor.builder().rateLimiter(RateLimiter.perMinute(1)).build()) {
      vendor.answersBy(request -> Vendor.file("get-agent"));
      Vendor.run(client.agents().get("a"));
      Vendor.run(client.agents().get("a"));
      assertThat(vendor.time.sleeps()).hasSize(1);
    }
  }

  @Test
  void aClosedClientSaysSo() {
    try (Vendor vendor = new Vendor()) {
      vendor.client.close();
      vendor.client.close();
      assertThatThrownBy(() -> vendor.client.agents().get("a").execute())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("closed");
    }
  }
}
