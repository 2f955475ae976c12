package dev.contactsdk.core.spi.diagnose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Describes a secret without showing it, so people can compare two of them. */
public final class Fingerprint {
  private static final int SHOWN_BYTES = 2;

  private Fingerprint() {}

  /**
   * The length and the first four hexadecimal digits of the SHA-256.
   *
   * @param secret the secret
   * @return such as {@code 44 characters, fingerprint 9f3c}
   */
  public static String of(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return secret.length()
          + " characters, fingerprint "
          + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
