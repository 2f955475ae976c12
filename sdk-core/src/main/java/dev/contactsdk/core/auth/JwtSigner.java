package dev.contactsdk.core.auth;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.internal.libraries.Needed;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Signs claims into a compact JWT. Thread-safe. {@link #toString()} shows only the algorithm. */
public final class JwtSigner {
  private static final int MIN_SECRET_BYTES = 32;
  private static final int MIN_RSA_BITS = 2048;

  private final JwtAlgorithm algorithm;
  private final Key key;

  private JwtSigner(JwtAlgorithm algorithm, Key key) {
    Needed.JJWT.refuseOld(JwtSigner.class);
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * Creates a signer with a shared secret.
   *
   * @param algorithm HS256 or HS512
   * @param secret the secret; its UTF-8 bytes are the key, even if it looks like Base64
   * @return the signer
   * @throws InvalidRequestException when the secret is blank or shorter than 32 bytes, or the
   *     algorithm needs a private key. RFC 7518, 3.2, requires 32 bytes for HS256. HS512 has the
   *     same minimum here, because vendors issue 44 characters for both
   * @throws LinkageError when the class path has jjwt 0.11 or older
   */
  public static JwtSigner hmac(JwtAlgorithm algorithm, String secret) {
    if (!algorithm.isHmac()) {
      throw new InvalidRequestException(
          "JWT signer", algorithm + " signs with a private key, not with a secret");
    }
    byte[] bytes = Secrets.check("client secret", secret).getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MIN_SECRET_BYTES) {
      throw new InvalidRequestException(
          "client secret",
          "has "
              + bytes.length
              + " bytes, "
              + algorithm
              + " needs at least "
              + MIN_SECRET_BYTES
              + ": perhaps it was cut off when copied");
    }
    return new JwtSigner(algorithm, new SecretKeySpec(bytes, algorithm.jcaName()));
  }

  /**
   * Creates a signer with a private key.
   *
   * @param algorithm RS256 or RS512
   * @param key an RSA key of at least 2048 bits
   * @return the signer
   * @throws InvalidRequestException when the key is too short or not RSA, or the algorithm needs a
   *     secret
   * @throws LinkageError when the class path has jjwt 0.11 or older
   */
  public static JwtSigner rsa(JwtAlgorithm algorithm, PrivateKey key) {
    if (algorithm.isHmac()) {
      throw new InvalidRequestException(
          "JWT signer", algorithm + " signs with a secret, not with a private key");
    }
    if (!key.getAlgorithm().equals("RSA")) {
      throw new InvalidRequestException(
          "private key", algorithm + " needs an RSA key, this one is " + key.getAlgorithm());
    }
    if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
      throw new InvalidRequestException(
          "private key",
          "has "
              + rsa.getModulus().bitLength()
              + " bits, "
              + algorithm
              + " needs at least "
              + MIN_RSA_BITS);
    }
    return new JwtSigner(algorithm, key);
  }

  /**
   * Signs claims.
   *
   * @param claims the claims, in order; text, numbers and booleans
   * @return the token
   */
  public String sign(Map<String, ?> claims) {
    return CompactToken.of(algorithm, key, claims);
  }

  @Override
  public String toString() {
    return "JwtSigner[" + algorithm + "]";
  }
}
