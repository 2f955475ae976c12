package dev.contactsdk.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls a Kore.ai sandbox the way the documents say. */
final class KoreCalls {

  private final KoreSandbox sandbox;

  KoreCalls(KoreSandbox sandbox) {
    this.sandbox = sandbox;
  }

  Http.Answer call(String method, String path, String body)
      throws IOException, InterruptedException {
    return Http.send(request(method, path, body).header("auth", token()));
  }

  Http.Answer get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        Http.request(method, url(path), body).header("accountId", sandbox.accountId());
    return body.startsWith("--")
        ? request.header("Content-Type", "multipart/form-data; boundary=b0")
        : request.header("Content-Type", "application/json");
  }

  String url(String path) {
    return path.startsWith("/api/")
        ? sandbox.baseUrl() + path
        : sandbox.baseUrl() + "/agentassist/api/v1/public/" + sandbox.streamId() + path;
  }

  String token() {
    return token(claims(sandbox.clientId()), sandbox.clientSecret(), "HS256", "HmacSHA256");
  }

  static Map<String, Object> claims(String clientId) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", "test");
    claims.put("appId", clientId);
    claims.put("iat", Instant.now().getEpochSecond());
    claims.put("exp", Instant.now().getEpochSecond() + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  static String token(Map<String, Object> claims, String secret, String alg, String mac) {
    String signed = part(Map.of("alg", alg, "typ", "JWT")) + "." + part(claims);
    try {
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(Http.utf8(secret), mac));
      return signed + "." + encode(hmac.doFinal(Http.utf8(signed)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String part(Map<String, ?> json) {
    return encode(Http.utf8(Http.json(json)));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String contact(String digits) {
    return """
    {"firstName":"Ada","lastName":"Byron","salutation":"Mrs",
     "cellPhone":{"phoneNumber":"%s","countryCode":"+1","extension":"+"}}\
    """
        .formatted(digits);
  }

  static String contacts(String... digits) {
    StringBuilder array = new StringBuilder("[");
    for (String number : digits) {
      array.append(array.length() == 1 ? "" : ",").append(contact(number));
    }
    return array.append("]").toString();
  }
}
