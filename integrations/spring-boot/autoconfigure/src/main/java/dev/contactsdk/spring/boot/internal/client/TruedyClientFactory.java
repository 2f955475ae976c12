package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.spring.boot.TruedyClientCustomizer;
import dev.contactsdk.spring.boot.TruedyConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.ClientParts.Prepared;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import dev.contactsdk.spring.boot.internal.settings.TruedyAccountSettings;
import dev.contactsdk.truedy.TruedyClient;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** Makes Truedy's clients. */
public final class TruedyClientFactory {
  /** The beginning of all properties. */
  public static final String PREFIX = "contact-sdk.truedy";

  private static final Map<String, List<String>> PROPERTIES =
      Map.of(
          "baseUrl", List.of("base-url"),
          "API key", List.of("api-key"),
          "TruedyClient", List.of("api-key"));

  private final ClientParts parts;
  private final ObjectProvider<TruedyConnectionDetails> details;
  private final ObjectProvider<TruedyClientCustomizer> customizers;

  public TruedyClientFactory(
      ClientParts parts,
      ObjectProvider<TruedyConnectionDetails> details,
      ObjectProvider<TruedyClientCustomizer> customizers) {
    this.parts = parts;
    this.details = details;
    this.customizers = customizers;
  }

  /**
   * Makes the client of an account.
   *
   * @param name the account's name; empty for the client without a name
   */
  public TruedyClient create(String name) {
    String account = name.isEmpty() ? null : name;
    PropertyScope scope = new PropertyScope(parts.environment(), PREFIX, account);
    TruedyAccountSettings settings = scope.bind(new TruedyAccountSettings());
    TruedyConnectionDetails given =
        details.orderedStream().filter(one -> one.isFor(account)).findFirst().orElse(null);
    if (given != null) {
      replace(settings, given);
    }
    TruedyClient.Builder builder = TruedyClient.builder();
    Prepared prepared =
        parts.prepare(builder, settings, scope, given == null ? null : given.getSslBundle());
    scope.set("api-key", settings.getApiKey(), builder::apiKey);
    scope.set("api-path", settings.getApiPath(), builder::apiPath);
    CommonSettings.limit(
        settings.getRateLimit(),
        scope,
        "rate-limit",
        given == null ? null : given.getRateLimiter(),
        builder::rateLimiter);
    customizers.orderedStream().forEach(one -> one.customize(builder, account));
    return new BuilderRefusals(scope, PROPERTIES)
        .name(() -> parts.build(scope, builder, prepared, builder::build));
  }

  private static void replace(TruedyAccountSettings settings, TruedyConnectionDetails details) {
    settings.setBaseUrl(details.getBaseUrl());
    settings.setApiKey(details.getApiKey());
    settings.setApiPath(null);
    settings.dropNetwork();
  }
}
