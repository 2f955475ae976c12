package dev.contactsdk.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.internal.pipeline.CallContext;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTest {
  /** As long as the secrets that Kore.ai issues; its text, not its decoded bytes, is the key. */
  private static final String SECRET = "c2VjcmV0LWNhbmFyeS1zZWNyZXQtY2FuYXJ5LTEyMw==";

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("appId", "cs-1");
    claims.put("sub", "user-ü");
    claims.put("iat", 1_770_000_000L);
    claims.put("exp", 1_770_000_300L);
    claims.put("jti", "j-1");
    claims.put("isAnonymous", false);
    return claims;
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  @ParameterizedTest
  @CsvSource({"HS256, HmacSHA256", "HS512, HmacSHA512"})
  void anHmacTokenVerifiesWithTheSecretAsText(JwtAlgorithm algorithm, String jca) throws Exception {
    String[] parts = JwtSigner.hmac(algorithm, SECRET).sign(claims()).split("\\.", -1);
    Mac mac = Mac.getInstance(jca);
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), jca));
    byte[] expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[2])).isEqualTo(expected);
    assertThat(parts[2]).doesNotContain("=", "+", "/");
    assertThat(Json.read(decoded(parts[0])))
        .isEqualTo(Map.of("typ", "JWT", "alg", algorithm.name()));
    assertThat(new String(decoded(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"appId\":\"cs-1\",\"sub\":\"user-ü\",\"iat\":1770000000,\"exp\":1770000300,"
                + "\"jti\":\"j-1\",\"isAnonymous\":false}");
  }

  @Test
  void aTokenOfAnyLengthIsEncodedWithoutPadding() throws Exception {
    JwtSigner signer = JwtSigner.hmac(JwtAlgorithm.HS256, SECRET);
    for (int length = 1; length < 1500; length += 7) {
      String claim = "x".repeat(length);
      String[] parts = signer.sign(Map.of("appId", claim)).split("\\.", -1);
      assertThat(parts).hasSize(3).doesNotContain("").allMatch(part -> !part.contains("="));
      assertThat(Json.read(decoded(parts[1]))).isEqualTo(Map.of("appId", claim));
    }
  }

  @ParameterizedTest
  @CsvSource({"RS256, SHA256withRSA", "RS512, SHA512withRSA"})
  void anRsaTokenVerifiesWithThePublicKey(JwtAlgorithm algorithm, String jca) throws Exception {
    KeyPair keys = keys("RSA", 2048);
    String[] parts = JwtSigner.rsa(algorithm, keys.getPrivate()).sign(claims()).split("\\.", -1);
    Signature signature = Signature.getInstance(jca);
    signature.initVerify(keys.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(decoded(parts[2]))).isTrue();
    assertThat(Json.read(decoded(parts[0])))
        .isEqualTo(Map.of("typ", "JWT", "alg", algorithm.name()));
  }

  private static KeyPair keys(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  @Test
  void aSecretThatIsTooShortIsRefusedWithItsLength() {
    assertThatThrownBy(() -> JwtSigner.hmac(JwtAlgorithm.HS256, "canary-canary-canary-canary-can"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("31 bytes")
        .hasMessageContaining("HS256")
        .hasMessageContaining("32")
        .hasMessageNotContaining("canary");
    assertThat(JwtSigner.hmac(JwtAlgorithm.HS512, "x".repeat(32)).sign(claims())).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "canary canary", "canary\n", "\tcanary", "canaryé"})
  void aSecretCopiedWithItsSurroundingsIsRefusedAndNotQuoted(String secret) {
    assertThatThrownBy(() -> JwtSigner.hmac(JwtAlgorithm.HS256, secret))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> Auth.bearer(secret))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("API key")
        .hasMessageNotContaining("canary");
  }

  @Test
  void theWrongKindOfKeyIsRefused() throws Exception {
    KeyPair rsa = keys("RSA", 2048);
    KeyPair small = keys("RSA", 1024);
    KeyPair ec = keys("EC", 256);
    assertThatThrownBy(() -> JwtSigner.hmac(JwtAlgorithm.RS256, SECRET))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("private key")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(() -> JwtSigner.rsa(JwtAlgorithm.HS256, rsa.getPrivate()))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> JwtSigner.rsa(JwtAlgorithm.RS256, ec.getPrivate()))
        .hasMessageContaining("EC");
    assertThatThrownBy(() -> JwtSigner.rsa(JwtAlgorithm.RS256, small.getPrivate()))
        .hasMessageContaining("1024 bits");
  }

  @Test
  void nothingThatHoldsASecretPrintsIt() {
    assertThat(JwtSigner.hmac(JwtAlgorithm.HS256, SECRET)).hasToString("JwtSigner[HS256]");
    assertThat(Auth.bearer("canary")).hasToString("BearerAuth");
    assertThat(Auth.header("auth", () -> "canary")).hasToString("HeaderAuth[auth]");
  }

  private static HttpRequest request() {
    CallContext context =
        new CallContext(
            "t.op",
            "/x",
            Effect.READ,
            Deadline.in(TimeSource.system(), Duration.ofMinutes(1)),
            Duration.ofMinutes(1),
            null);
    return new HttpRequest("GET", "https://host/x", Headers.empty(), null, context);
  }

  @Test
  void aBearerKeyGoesIntoAuthorization() throws Exception {
    assertThat(Auth.bearer("k").authenticate(request()).headers().get("Authorization"))
        .isEqualTo("Bearer k");
  }

  @Test
  void aTokenIsAskedForAnewForEveryRequest() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Auth auth = Auth.header("auth", () -> "t" + count.incrementAndGet());
    assertThat(auth.authenticate(request()).headers().get("auth")).isEqualTo("t1");
    assertThat(auth.authenticate(request()).headers().get("auth")).isEqualTo("t2");
  }

  @Test
  void aTokenWithALineBreakOrNoneIsRefusedAndNotQuoted() {
    assertThatThrownBy(() -> Auth.header("auth", () -> "canary\r\nX: y").authenticate(request()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> Auth.header("auth", () -> null).authenticate(request()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("missing");
  }
}
