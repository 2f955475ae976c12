package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs a token for each attempt. Kore.ai accepts a {@code jti} once, and apps that enforce it
 * refuse tokens without one.
 */
record KoreAuth(String clientId, JwtSigner signer, Duration lifetime, TimeSource time)
    implements Auth {
  static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(60);
  private static final String HEADER = "auth";
  private static final String SUBJECT = "contact-sdk";

  /** The application's own auth, else one that signs; null when neither was given. */
  static @Nullable Auth of(
      @Nullable Auth custom,
      @Nullable KoreCredentials credentials,
      Duration lifetime,
      TimeSource time) {
    return custom != null || credentials == null
        ? custom
        : new KoreAuth(credentials.clientId(), credentials.signer(), lifetime, time);
  }

  static Duration checked(Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
      throw new InvalidRequestException(
          "tokenLifetime",
          "must be between 1 second and 60 minutes (Kore.ai's maximum), but was " + lifetime);
    }
    return lifetime;
  }

  @Override
  public HttpRequest authenticate(HttpRequest request) {
    return request.withHeader(HEADER, signer.sign(claims()));
  }

  private Map<String, Object> claims() {
    long now = time.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("appId", clientId);
    claims.put("sub", SUBJECT);
    claims.put("iat", now);
    claims.put("exp", now + lifetime.toSeconds());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  @Override
  public String toString() {
    return "KoreAuth[" + signer + "]";
  }
}
