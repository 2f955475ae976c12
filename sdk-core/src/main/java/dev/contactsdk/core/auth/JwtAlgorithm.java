package dev.contactsdk.core.auth;

/** The signature algorithm of a token. */
public enum JwtAlgorithm {
  /** HMAC with SHA-256 and a shared secret. */
  HS256,
  /** HMAC with SHA-512 and a shared secret. */
  HS512,
  /** RSA with SHA-256 and a private key. */
  RS256,
  /** RSA with SHA-512 and a private key. */
  RS512;

  boolean isHmac() {
    return this == HS256 || this == HS512;
  }

  /** The name of the JDK's HMAC; only for those with a shared secret. */
  String jcaName() {
    return this == HS256 ? "HmacSHA256" : "HmacSHA512";
  }
}
