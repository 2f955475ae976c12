package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private static final long NOW = Vendor.START.getEpochSecond();

  @RegisterExtension final Vendor vendor = new Vendor();

  private RecordedRequest requestOf(KoreClient.Builder builder) {
    vendor.answer("contacts-list");
    try (KoreClient client = builder.build()) {
      client.contacts().list().execute();
    }
    return vendor.request();
  }

  @ParameterizedTest
  @CsvSource({"HS256, HmacSHA256", "HS512, HmacSHA512"})
  void signsWithASecretOf44CharactersAsText(JwtAlgorithm algorithm, String mac) throws Exception {
    assertThat(Vendor.SECRET).hasSize(44);
    String token =
        Tokens.of(
            requestOf(vendor.builder().credentials(Vendor.CLIENT_ID, Vendor.SECRET, algorithm)));
    assertThat(Tokens.header(token)).isEqualTo(Map.of("alg", algorithm.name(), "typ", "JWT"));
    Mac check = Mac.getInstance(mac);
    check.init(new SecretKeySpec(Vendor.SECRET.getBytes(StandardCharsets.US_ASCII), mac));
    assertThat(Tokens.signature(token)).isEqualTo(check.doFinal(Tokens.signed(token)));
  }

  @ParameterizedTest
  @CsvSource({"RS256, SHA256withRSA", "RS512, SHA512withRSA"})
  void signsWithAPrivateKey(JwtAlgorithm algorithm, String name) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    String token =
        Tokens.of(
            requestOf(
                vendor.builder().credentials(Vendor.CLIENT_ID, keys.getPrivate(), algorithm)));
    assertThat(Tokens.header(token)).isEqualTo(Map.of("alg", algorithm.name(), "typ", "JWT"));
    Signature check = Signature.getInstance(name);
    check.initVerify(keys.getPublic());
    check.update(Tokens.signed(token));
    assertThat(check.verify(Tokens.signature(token))).isTrue();
  }

  @Test
  void claimsWhatKoreAsksForInWholeSeconds() {
    Map<String, Object> claims = Tokens.claims(requestOf(vendor.builder()));
    assertThat(claims.keySet()).containsExactly("appId", "sub", "iat", "exp", "jti");
    assertThat(claims)
        .containsEntry("appId", Vendor.CLIENT_ID)
        .containsEntry("sub", "contact-sdk")
        .containsEntry("iat", (int) NOW)
        .containsEntry("exp", (int) NOW + 300);
    assertThat((String) claims.get("jti")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void livesAsLongAsTold() {
    KoreClient.Builder builder = vendor.builder().tokenLifetime(Duration.ofMinutes(60));
    assertThat(Tokens.claims(requestOf(builder))).containsEntry("exp", (int) NOW + 3600);
    for (Duration wrong : new Duration[] {Duration.ofMinutes(61), Duration.ZERO}) {
      assertThatThrownBy(() -> vendor.builder().tokenLifetime(wrong))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("60 minutes");
    }
  }

  @Test
  void isNewForEveryAttempt() {
    vendor.answer(503, "").answer(503, "").answer("contacts-list");
    vendor.client().contacts().list().execute();
    assertThat(Tokens.claims(vendor.request()).get("jti"))
        .isNotEqualTo(Tokens.claims(vendor.request()).get("jti"));
  }

  @Test
  void mayComeFromTheApplication() {
    vendor.answer("roles-list");
    KoreClient.Builder builder =
        KoreClient.builder()
            .baseUrl(vendor.url())
            .streamId(Vendor.STREAM)
            .accountId(Vendor.ACCOUNT)
            .auth(Auth.header("auth", () -> "ready.made.token"))
            .adminAuth(Auth.header("auth", () -> "admin.made.token"));
    try (KoreClient client = builder.build()) {
      client.roles().list().execute();
    }
    assertThat(Tokens.of(vendor.request())).isEqualTo("admin.made.token");
    assertThat(Tokens.of(requestOf(builder))).isEqualTo("ready.made.token");
  }

  @Test
  void saysWhyASecretCannotBeUsed() {
    assertThatThrownBy(() -> vendor.builder().credentials("cs-1", "short").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("5 bytes")
        .message()
        .doesNotContain("short");
    assertThatThrownBy(
            () -> vendor.builder().credentials("cs-1", Vendor.SECRET, JwtAlgorithm.RS256).build())
        .hasMessageContaining("private key");
    assertThatThrownBy(() -> vendor.builder().credentials("cs-1\n", Vendor.SECRET).build())
        .hasMessageContaining("clientId");
  }
}
