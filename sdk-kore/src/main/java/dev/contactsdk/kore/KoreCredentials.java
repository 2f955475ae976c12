package dev.contactsdk.kore;

import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.internal.KoreProfile;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JWT app's id and key. They are checked when the client is built. */
final class KoreCredentials {
  private final @Nullable String clientId;
  private final @Nullable String secret;
  private final @Nullable PrivateKey key;
  private final boolean isPair;
  private final JwtAlgorithm algorithm;

  private KoreCredentials(
      @Nullable String clientId,
      @Nullable String secret,
      @Nullable PrivateKey key,
      boolean isPair,
      JwtAlgorithm algorithm) {
    this.clientId = clientId;
    this.secret = secret;
    this.key = key;
    this.isPair = isPair;
    this.algorithm = algorithm;
  }

  static KoreCredentials of(
      @Nullable String clientId, @Nullable String secret, JwtAlgorithm algorithm) {
    return new KoreCredentials(clientId, secret, null, false, algorithm);
  }

  static KoreCredentials of(
      @Nullable String clientId, @Nullable PrivateKey key, JwtAlgorithm algorithm) {
    return new KoreCredentials(clientId, null, key, true, algorithm);
  }

  KoreCredentials with(JwtAlgorithm other) {
    return new KoreCredentials(clientId, secret, key, isPair, other);
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (isBlank(clientId)) {
      missing.add("clientId");
    }
    if (isPair ? key == null : isBlank(secret)) {
      missing.add(isPair ? "privateKey" : "clientSecret");
    }
    return missing;
  }

  String clientId() {
    return KoreProfile.plain("clientId", "cs-…", clientId);
  }

  @Nullable String givenClientId() {
    return clientId;
  }

  @Nullable String givenSecret() {
    return secret;
  }

  boolean isPair() {
    return isPair;
  }

  JwtAlgorithm algorithm() {
    return algorithm;
  }

  JwtSigner signer() {
    if (!isPair) {
      return JwtSigner.hmac(algorithm, secret == null ? "" : secret);
    }
    if (key == null) {
      throw new InvalidRequestException("private key", "is missing");
    }
    return JwtSigner.rsa(algorithm, key);
  }

  @Override
  public String toString() {
    return "KoreCredentials";
  }
}
