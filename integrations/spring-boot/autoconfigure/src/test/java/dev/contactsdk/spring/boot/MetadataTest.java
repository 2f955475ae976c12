package dev.contactsdk.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.retry.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor completes and shows. */
class MetadataTest {
  /** Properties that have no usual value. */
  private static final Set<String> WITHOUT =
      Set.of(
          "account-id",
          "accounts",
          "admin.client-id",
          "admin.client-secret",
          "admin.private-key",
          "api-key",
          "base-url",
          "client-id",
          "client-secret",
          "headers",
          "private-key",
          "proxy.host",
          "proxy.password",
          "proxy.port",
          "proxy.username",
          "ssl.bundle",
          "stream-id");

  private static Map<String, JsonNode> properties() throws IOException {
    Map<String, JsonNode> found = new java.util.TreeMap<>();
    for (var url :
        java.util.Collections.list(
            MetadataTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = url.openStream()) {
        for (JsonNode one : new JsonMapper().readTree(in).get("properties")) {
          String name = one.get("name").asString();
          if (name.startsWith("contact-sdk.")
              || name.matches("management.health.(kore|truedy).*")) {
            found.put(name, one);
          }
        }
      }
    }
    return found;
  }

  @Test
  void everyPropertyHasATypeAndADescription() throws IOException {
    assertThat(properties()).hasSizeGreaterThan(60);
    properties()
        .forEach(
            (name, one) -> {
              assertThat(one.path("type").asString("")).as(name).isNotBlank();
              assertThat(one.path("description").asString("")).as(name).endsWith(".");
            });
  }

  @Test
  void everyPropertyHasAUsualValueOrNeedsNone() throws IOException {
    List<String> missing = new ArrayList<>();
    properties()
        .forEach(
            (name, one) -> {
              String local = name.replaceFirst("^contact-sdk\\.(kore|truedy)\\.", "");
              if (one.get("defaultValue") == null && !WITHOUT.contains(local)) {
                missing.add(name);
              }
            });
    assertThat(new TreeSet<>(missing)).isEmpty();
  }

  @Test
  void everyPropertyIsOnThePage() throws IOException {
    String page = Files.readString(Path.of("../../../docs/spring.md"));
    properties()
        .keySet()
        .forEach(
            name -> {
              String local = name.replaceFirst("^contact-sdk\\.(kore|truedy)\\.", "");
              assertThat(page).containsAnyOf("`" + local, "`" + name + "`", "`" + name + "=");
            });
  }

  @Test
  void theUsualRetriesAreThoseOfTheSdk() throws IOException {
    RetryPolicy usual = RetryPolicy.standard();
    for (String vendor : List.of("kore", "truedy")) {
      String retry = "contact-sdk." + vendor + ".retry.";
      assertThat(properties().get(retry + "max-attempts").get("defaultValue").asInt())
          .isEqualTo(usual.maxAttempts());
      assertThat(duration(retry + "base-delay")).isEqualTo(usual.baseDelay());
      assertThat(duration(retry + "max-delay")).isEqualTo(usual.maxDelay());
      assertThat(duration(retry + "limit-delay")).isEqualTo(usual.limitDelay());
      assertThat(duration(retry + "max-server-wait")).isEqualTo(usual.maxServerWait());
    }
  }

  private static java.time.Duration duration(String property) throws IOException {
    return DurationStyle.detectAndParse(properties().get(property).get("defaultValue").asString());
  }
}
