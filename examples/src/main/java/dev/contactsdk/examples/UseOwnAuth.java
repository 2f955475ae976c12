package dev.contactsdk.examples;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Map;

/** Signs with an RSA key instead of a secret, or uses your own tokens. */
public final class UseOwnAuth implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new UseOwnAuth(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: use an RSA key, or your own tokens";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    try (KoreSandbox sandbox = KoreSandbox.builder().publicKey("RS256", keys.getPublic()).start();
        KoreClient withKey =
            sandbox
                .clientBuilder()
                .credentials(sandbox.clientId(), keys.getPrivate(), JwtAlgorithm.RS256)
                .interceptor(new Trace())
                .build();
        KoreClient withTokens =
            sandbox
                .clientBuilder()
                .auth(Auth.header("auth", () -> ownToken(sandbox.clientId(), keys)))
                .interceptor(new Trace())
                .build()) {
      System.out.println("With a private key, RS256:");
      System.out.println(withKey.contacts().list().execute().total() + " contacts");
      System.out.println("With a token from elsewhere, requested before each attempt:");
      System.out.println(withTokens.contacts().list().execute().total() + " contacts");
    }
  }

  /** Stands for your source of tokens: a vault, a signing service, a file. */
  private static String ownToken(String clientId, KeyPair keys) {
    long now = Instant.now().getEpochSecond();
    return JwtSigner.rsa(JwtAlgorithm.RS256, keys.getPrivate())
        .sign(Map.of("appId", clientId, "sub", "own", "iat", now, "exp", now + 60));
  }
}
