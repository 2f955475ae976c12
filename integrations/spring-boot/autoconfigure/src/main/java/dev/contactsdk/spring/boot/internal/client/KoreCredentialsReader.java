package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.spi.diagnose.Setting;
import dev.contactsdk.spring.boot.internal.settings.KoreCredentialSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.util.StringUtils;

/**
 * Reads a JWT app's credentials from properties.
 *
 * @param scope the client's properties
 * @param settings the values
 * @param group empty, or {@code admin.}
 */
record KoreCredentialsReader(PropertyScope scope, KoreCredentialSettings settings, String group) {
  /** A builder's method for a secret. */
  @FunctionalInterface
  interface SecretSetter {
    void set(String clientId, String secret, JwtAlgorithm algorithm);
  }

  /** A builder's method for a private key. */
  @FunctionalInterface
  interface KeySetter {
    void set(String clientId, PrivateKey key, JwtAlgorithm algorithm);
  }

  /** Does nothing when no property is set. Missing ones are left to the builder. */
  @SuppressWarnings("NullAway") // builders count null as missing, and name it
  void apply(SecretSetter secrets, KeySetter keys) {
    if (!settings.isGiven()) {
      return;
    }
    refuseBadId();
    String pem = settings.getPrivateKey();
    if (pem == null) {
      secrets.set(settings.getClientId(), secret(), algorithm(JwtAlgorithm.HS256));
    } else {
      keys.set(settings.getClientId(), key(pem), algorithm(JwtAlgorithm.RS256));
    }
  }

  private void refuseBadId() {
    String id = settings.getClientId();
    String fault = StringUtils.hasText(id) ? Setting.fault(id) : null;
    if (fault != null) {
      throw scope.fault(
          group + "client-id", fault, "Set it to the id alone, as the JWT app shows it: cs-….");
    }
  }

  private JwtAlgorithm algorithm(JwtAlgorithm usual) {
    JwtAlgorithm given = settings.getAlgorithm();
    boolean secretGiven = settings.getPrivateKey() == null;
    if (given != null
        && secretGiven != (given == JwtAlgorithm.HS256 || given == JwtAlgorithm.HS512)) {
      throw scope.faults(
          List.of(group + "algorithm", group + (secretGiven ? "client-secret" : "private-key")),
          "contradict each other: "
              + given
              + " signs with a "
              + (secretGiven ? "private key" : "secret"),
          "Set the algorithm that the JWT app shows. HS256 and HS512 take a client secret, RS256"
              + " and RS512 a private key.");
    }
    return given == null ? usual : given;
  }

  private @Nullable String secret() {
    String secret = settings.getClientSecret();
    if (secret != null && !secret.isBlank()) {
      JwtAlgorithm algorithm = algorithm(JwtAlgorithm.HS256);
      scope.named(group + "client-secret", () -> JwtSigner.hmac(algorithm, secret));
    }
    return secret;
  }

  private PrivateKey key(String pem) {
    if (settings.getClientSecret() != null) {
      throw scope.faults(
          List.of(group + "client-secret", group + "private-key"),
          "contradict each other: a JWT app signs with one of the two",
          "Remove one of the two.");
    }
    PrivateKey key = parsed(text(pem));
    scope.named(group + "private-key", () -> JwtSigner.rsa(algorithm(JwtAlgorithm.RS256), key));
    return key;
  }

  private PemContent text(String pem) {
    if (PemContent.isPresentInText(pem)) {
      return PemContent.of(pem);
    }
    try (var in = ApplicationResourceLoader.get().getResource(pem).getInputStream()) {
      return PemContent.load(in);
    } catch (IOException | UncheckedIOException e) {
      throw fault("is neither PEM text nor the location of a file that can be read");
    }
  }

  private PrivateKey parsed(PemContent pem) {
    try {
      PrivateKey key = pem.getPrivateKey();
      if (key != null) {
        return key;
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw fault("cannot be read as a private key in PEM form");
    }
    throw fault("has no private key in PEM form");
  }

  private RuntimeException fault(String reason) {
    return scope.fault(
        group + "private-key",
        reason,
        "Set it to an RSA key of at least 2048 bits: PEM text, or a location such as"
            + " file:key.pem.");
  }

  @Override
  public String toString() {
    return "KoreCredentialsReader";
  }
}
