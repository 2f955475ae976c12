package dev.contactsdk.kore;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import mockwebserver3.RecordedRequest;

/** Takes tokens apart without the library that made them. */
public final class Tokens {
  private Tokens() {}

  public static String of(RecordedRequest request) {
    return request.getHeaders().get("auth");
  }

  public static Map<String, Object> header(String token) {
    return part(token, 0);
  }

  public static Map<String, Object> claims(RecordedRequest request) {
    return part(of(request), 1);
  }

  public static byte[] signed(String token) {
    return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  public static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  private static Map<String, Object> part(String token, int index) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return Vendor.jsonObject(new String(bytes, StandardCharsets.UTF_8));
  }
}
