package dev.contactsdk.spring.boot.internal.settings;

import dev.contactsdk.core.auth.JwtAlgorithm;
import org.jspecify.annotations.Nullable;

/** A JWT app's id and its secret or key. */
public interface KoreCredentialSettings {
  @Nullable String getClientId();

  @Nullable String getClientSecret();

  @Nullable String getPrivateKey();

  @Nullable JwtAlgorithm getAlgorithm();

  default boolean isGiven() {
    return getClientId() != null || getClientSecret() != null || getPrivateKey() != null;
  }
}
