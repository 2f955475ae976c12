package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.spring.boot.KoreClientCustomizer;
import dev.contactsdk.spring.boot.KoreConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.ClientParts.Prepared;
import dev.contactsdk.spring.boot.internal.settings.KoreAccountSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes Kore.ai's clients. */
public final class KoreClientFactory {
  /** The beginning of all properties. */
  public static final String PREFIX = "contact-sdk.kore";

  private static final Map<String, List<String>> PROPERTIES =
      Map.of(
          "baseUrl", List.of("base-url"),
          "streamId", List.of("stream-id"),
          "accountId", List.of("account-id"),
          "credentials", List.of("client-id", "client-secret"),
          "clientId", List.of("client-id"),
          "clientSecret", List.of("client-secret"));

  private final ClientParts parts;
  private final ObjectProvider<KoreConnectionDetails> details;
  private final ObjectProvider<KoreClientCustomizer> customizers;

  public KoreClientFactory(
      ClientParts parts,
      ObjectProvider<KoreConnectionDetails> details,
      ObjectProvider<KoreClientCustomizer> customizers) {
    this.parts = parts;
    this.details = details;
    this.customizers = customizers;
  }

  /**
   * Makes the client of an account.
   *
   * @param name the account's name; empty for the client without a name
   */
  public KoreClient create(String name) {
    String account = name.isEmpty() ? null : name;
    PropertyScope scope = new PropertyScope(parts.environment(), PREFIX, account);
    KoreAccountSettings settings = KoreAccounts.settings(scope);
    KoreConnectionDetails given =
        details.orderedStream().filter(one -> one.isFor(account)).findFirst().orElse(null);
    if (given != null) {
      KoreAccounts.replace(settings, given);
    }
    KoreClient.Builder builder = KoreClient.builder();
    Prepared prepared =
        parts.prepare(builder, settings, scope, given == null ? null : given.getSslBundle());
    apply(settings, scope, builder);
    limits(settings, scope, given, builder);
    customizers.orderedStream().forEach(one -> one.customize(builder, account));
    return new BuilderRefusals(scope, PROPERTIES)
        .name(() -> parts.build(scope, builder, prepared, builder::build));
  }

  private static void apply(
      KoreAccountSettings settings, PropertyScope scope, KoreClient.Builder builder) {
    scope.set("stream-id", settings.getStreamId(), builder::streamId);
    scope.set("account-id", settings.getAccountId(), builder::accountId);
    scope.set("token-lifetime", settings.getTokenLifetime(), builder::tokenLifetime);
    new KoreCredentialsReader(scope, settings, "")
        .apply(builder::credentials, builder::credentials);
    new KoreCredentialsReader(scope, settings.getAdmin(), "admin.")
        .apply(builder::adminCredentials, builder::adminCredentials);
  }

  private static void limits(
      KoreAccountSettings settings,
      PropertyScope scope,
      @Nullable KoreConnectionDetails given,
      KoreClient.Builder builder) {
    RateLimiter usual = given == null ? null : given.getRateLimiter();
    CommonSettings.limit(settings.getRateLimit(), scope, "rate-limit", usual, builder::rateLimiter);
    CommonSettings.limit(
        settings.getAdmin().getRateLimit(),
        scope,
        "admin.rate-limit",
        usual,
        builder::adminRateLimiter);
  }
}
