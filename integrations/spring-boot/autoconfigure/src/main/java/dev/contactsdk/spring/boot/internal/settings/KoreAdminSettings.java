package dev.contactsdk.spring.boot.internal.settings;

import dev.contactsdk.core.auth.JwtAlgorithm;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** The Admin Console JWT app, which roles need. */
public class KoreAdminSettings implements KoreCredentialSettings {
  /** Client id of the Admin Console JWT app, such as cs-…. */
  private @Nullable String clientId;

  /** Client secret of the Admin Console JWT app, as Kore.ai shows it. */
  private @Nullable String clientSecret;

  /**
   * Private key of an Admin Console JWT app that signs with RS256 or RS512: PEM text or a location
   * such as file:key.pem.
   */
  private @Nullable String privateKey;

  /** Algorithm of the Admin Console JWT app. */
  private @Nullable JwtAlgorithm algorithm;

  @NestedConfigurationProperty private final RateLimitSettings rateLimit = new RateLimitSettings();

  @Override
  public @Nullable String getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  @Override
  public @Nullable String getClientSecret() {
    return clientSecret;
  }

  public void setClientSecret(@Nullable String clientSecret) {
    this.clientSecret = clientSecret;
  }

  @Override
  public @Nullable String getPrivateKey() {
    return privateKey;
  }

  public void setPrivateKey(@Nullable String privateKey) {
    this.privateKey = privateKey;
  }

  @Override
  public @Nullable JwtAlgorithm getAlgorithm() {
    return algorithm;
  }

  public void setAlgorithm(@Nullable JwtAlgorithm algorithm) {
    this.algorithm = algorithm;
  }

  public RateLimitSettings getRateLimit() {
    return rateLimit;
  }
}
