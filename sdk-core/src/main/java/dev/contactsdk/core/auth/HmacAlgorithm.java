package dev.contactsdk.core.auth;

import io.jsonwebtoken.security.SecureDigestAlgorithm;
import io.jsonwebtoken.security.SecureRequest;
import io.jsonwebtoken.security.SignatureException;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC with a secret of any length. jjwt's own HS512 rejects the 44 characters that Kore.ai issues.
 */
record HmacAlgorithm(JwtAlgorithm algorithm)
    implements SecureDigestAlgorithm<SecretKey, SecretKey> {
  @Override
  public String getId() {
    return algorithm.name();
  }

  @Override
  public byte[] digest(SecureRequest<InputStream, SecretKey> request) {
    return mac(request.getPayload(), request.getKey());
  }

  @Override
  public boolean verify(VerifySecureDigestRequest<SecretKey> request) {
    return MessageDigest.isEqual(mac(request.getPayload(), request.getKey()), request.getDigest());
  }

  private byte[] mac(InputStream content, SecretKey key) {
    try {
      Mac mac = Mac.getInstance(algorithm.jcaName());
      mac.init(key);
      mac.update(content.readAllBytes());
      return mac.doFinal();
    } catch (GeneralSecurityException | IOException e) {
      throw new SignatureException("cannot sign with " + algorithm, e);
    }
  }
}
