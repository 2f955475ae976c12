package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs a token for each attempt. Kore.ai accepts a {@code jti} once, and apps that enforce it
 * refuse tokens without one.
 */
record KoreAuth(String clientId, JwtSigner signer, Duration lifetime, TimeSource time)
    implements Auth {
  private static final String HEADER = "auth";
  private static final String SUBJECT = "contact-sdk";

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
