package dev.contactsdk.sandbox.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks a signature with exactly one algorithm, whatever the token's header says. */
public final class JwtVerifier {

  private static final Map<String, String> MACS =
      Map.of("HS256", "HmacSHA256", "HS512", "HmacSHA512");
  private static final Map<String, String> SIGNATURES =
      Map.of("RS256", "SHA256withRSA", "RS512", "SHA512withRSA");

  private final String algorithm;
  private final String secret;
  private final @Nullable PublicKey publicKey;

  public JwtVerifier(String algorithm, String secret, @Nullable PublicKey publicKey) {
    if (!MACS.containsKey(algorithm) && !SIGNATURES.containsKey(algorithm)) {
      throw new IllegalArgumentException(
          "algorithm must be HS256, HS512, RS256 or RS512: " + algorithm);
    }
    if (SIGNATURES.containsKey(algorithm) && publicKey == null) {
      throw new IllegalArgumentException(algorithm + " needs a public key");
    }
    this.algorithm = algorithm;
    this.secret = secret;
    this.publicKey = publicKey;
  }

  public boolean verifies(Jwt jwt) {
    if (!algorithm.equals(jwt.header().get("alg"))) {
      return false;
    }
    byte[] signed = jwt.signed().getBytes(StandardCharsets.US_ASCII);
    try {
      String mac = MACS.get(algorithm);
      return mac == null ? isSigned(signed, jwt) : isSealed(mac, signed, jwt);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean isSealed(String name, byte[] signed, Jwt jwt) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
    return MessageDigest.isEqual(mac.doFinal(signed), jwt.signature().toByteArray());
  }

  private boolean isSigned(byte[] signed, Jwt jwt) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(SIGNATURES.get(algorithm));
    signature.initVerify(publicKey);
    signature.update(signed);
    return signature.verify(jwt.signature().toByteArray());
  }
}
