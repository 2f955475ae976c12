package dev.contactsdk.core.auth;

import dev.contactsdk.core.json.Json;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;

/** A token, made with jjwt. Loaded with the first token, after jjwt's version was checked. */
final class CompactToken {
  private static final SdkJson JSON = new SdkJson();

  private CompactToken() {}

  static String of(JwtAlgorithm algorithm, Key key, Map<String, ?> claims) {
    var unsigned =
        Jwts.builder().json(JSON).b64Url(Base64Part::new).header().type("JWT").and().claims(claims);
    return switch (algorithm) {
      case HS256, HS512 ->
          unsigned.signWith((SecretKey) key, new HmacAlgorithm(algorithm)).compact();
      case RS256 -> unsigned.signWith((PrivateKey) key, Jwts.SIG.RS256).compact();
      case RS512 -> unsigned.signWith((PrivateKey) key, Jwts.SIG.RS512).compact();
    };
  }

  /** Avoids the second JSON library that jjwt would need. */
  private static final class SdkJson extends AbstractSerializer<Map<String, ?>> {
    @Override
    protected void doSerialize(Map<String, ?> map, OutputStream out) throws Exception {
      out.write(Json.write(map));
    }
  }

  /** One part of a token, encoded on close. jjwt's own encoder takes 8 kB for each part. */
  private static final class Base64Part extends ByteArrayOutputStream {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final OutputStream out;

    Base64Part(OutputStream out) {
      super(64);
      this.out = out;
    }

    @Override
    public void close() throws IOException {
      out.write(ENCODER.encode(toByteArray()));
      reset();
    }
  }
}
