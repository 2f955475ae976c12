package dev.contactsdk.sandbox.engine;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A parsed compact JWS, not verified.
 *
 * @param header the JOSE header
 * @param claims the payload
 * @param signed the signed text
 * @param signature the signature's bytes
 */
public record Jwt(
    Map<String, Object> header, Map<String, Object> claims, String signed, ByteString signature) {

  /** Returns null unless the text is three base64url parts and the first two are JSON objects. */
  public static @Nullable Jwt parse(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      Map<String, Object> header = object(parts[0]);
      Map<String, Object> claims = object(parts[1]);
      ByteString signature = ByteString.of(Base64.getUrlDecoder().decode(parts[2]));
      return header == null || claims == null
          ? null
          : new Jwt(header, claims, parts[0] + "." + parts[1], signature);
    } catch (IllegalArgumentException | MalformedText e) {
      return null;
    }
  }

  private static @Nullable Map<String, Object> object(String part) {
    if (part.indexOf('=') >= 0
        || !(Json.read(Base64.getUrlDecoder().decode(part)) instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, value) -> object.put(String.valueOf(name), value));
    return object;
  }
}
