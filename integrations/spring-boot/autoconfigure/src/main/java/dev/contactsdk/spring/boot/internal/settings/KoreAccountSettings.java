package dev.contactsdk.spring.boot.internal.settings;

import dev.contactsdk.core.auth.JwtAlgorithm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** The properties of one Kore.ai account. */
public class KoreAccountSettings extends ClientSettings implements KoreCredentialSettings {
  /** Stream, which Kore.ai also calls bot, app or instance: st-…. */
  private @Nullable String streamId;

  /** Account: 24 hexadecimal digits. */
  private @Nullable String accountId;

  /** Client id of the JWT app, such as cs-…. */
  private @Nullable String clientId;

  /** Client secret of the JWT app, as Kore.ai shows it. */
  private @Nullable String clientSecret;

  /**
   * Private key of a JWT app that signs with RS256 or RS512: PEM text or a location such as
   * file:key.pem.
   */
  private @Nullable String privateKey;

  /** Algorithm of the JWT app. */
  private @Nullable JwtAlgorithm algorithm;

  /** How long a token is valid. Each attempt has its own. */
  private @Nullable Duration tokenLifetime;

  @NestedConfigurationProperty private final KoreAdminSettings admin = new KoreAdminSettings();

  public @Nullable String getStreamId() {
    return streamId;
  }

  public void setStreamId(@Nullable String streamId) {
    this.streamId = streamId;
  }

  public @Nullable String getAccountId() {
    return accountId;
  }

  public void setAccountId(@Nullable String accountId) {
    this.accountId = accountId;
  }

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

  public @Nullable Duration getTokenLifetime() {
    return tokenLifetime;
  }

  public void setTokenLifetime(@Nullable Duration tokenLifetime) {
    this.tokenLifetime = tokenLifetime;
  }

  public KoreAdminSettings getAdmin() {
    return admin;
  }
}
