package dev.contactsdk.kore;

import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.internal.KoreProfile;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A JWT app's id and key. They are checked when the client is built. */
final class KoreCredentials {
  private final @Nullable String clientId;
  private final @Nullable String keyIsMissing;
  private final Supplier<JwtSigner> signer;

  private KoreCredentials(
      @Nullable String clientId, @Nullable String keyIsMissing, Supplier<JwtSigner> signer) {
    this.clientId = clientId;
    this.keyIsMissing = keyIsMissing;
    this.signer = signer;
  }

  static KoreCredentials of(
      @Nullable String clientId, @Nullable String secret, JwtAlgorithm algorithm) {
    return new KoreCredentials(
        clientId, isBlank(secret) ? "clientSecret" : null, () -> hmac(algorithm, secret));
  }

  static KoreCredentials of(
      @Nullable String clientId, @Nullable PrivateKey key, JwtAlgorithm algorithm) {
    return new KoreCredentials(
        clientId, key == null ? "privateKey" : null, () -> rsa(algorithm, key));
  }

  private static JwtSigner hmac(JwtAlgorithm algorithm, @Nullable String secret) {
    return JwtSigner.hmac(algorithm, secret == null ? "" : secret);
  }

  private static JwtSigner rsa(JwtAlgorithm algorithm, @Nullable PrivateKey key) {
    if (key == null) {
      throw new InvalidRequestException("private key", "is missing");
    }
    return JwtSigner.rsa(algorithm, key);
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (isBlank(clientId)) {
      missing.add("clientId");
    }
    if (keyIsMissing != null) {
      missing.add(keyIsMissing);
    }
    return missing;
  }

  String clientId() {
    return KoreProfile.plain("clientId", "cs-…", clientId);
  }

  JwtSigner signer() {
    return signer.get();
  }

  @Override
  public String toString() {
    return "KoreCredentials";
  }
}
