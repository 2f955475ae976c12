package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SandboxExtension.class)
class KoreGateTest {

  private static final String BAD_CREDENTIALS = "Invalid SDK credentials 4002";

  private static Http.Answer list(KoreSandbox sandbox, String token) throws Exception {
    return Http.send(new KoreCalls(sandbox).request("GET", "/contacts", "").header("auth", token));
  }

  private static String signed(KoreSandbox sandbox, Map<String, Object> claims) {
    return KoreCalls.token(claims, sandbox.clientSecret(), "HS256", "HmacSHA256");
  }

  private static Http.Answer listWith(KoreSandbox sandbox, String claim, Object value)
      throws Exception {
    Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
    claims.put(claim, value);
    return list(sandbox, signed(sandbox, claims));
  }

  private static void refuses(Http.Answer answer, String error) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo(error);
  }

  @Test
  void printsItsSecretAsTheVendorDoes(KoreSandbox sandbox) {
    assertThat(sandbox.clientSecret()).hasSize(44).endsWith("=");
    assertThat(sandbox.clientId()).startsWith("cs-");
  }

  @Test
  void wantsAToken(KoreSandbox sandbox) throws Exception {
    refuses(Http.send(new KoreCalls(sandbox).request("GET", "/contacts", "")), BAD_CREDENTIALS);
    refuses(list(sandbox, "no token"), "Invalid JWT token 4002");
    refuses(list(sandbox, "a.b.c"), "Invalid JWT token 4002");
  }

  @Test
  void refusesAnotherSignature(KoreSandbox sandbox) throws Exception {
    Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
    refuses(
        list(sandbox, KoreCalls.token(claims, "other", "HS256", "HmacSHA256")), BAD_CREDENTIALS);
    String[] parts = signed(sandbox, claims).split("\\.", -1);
    refuses(
        list(sandbox, parts[0] + "." + KoreCalls.part(Map.of("appId", "x")) + "." + parts[2]),
        BAD_CREDENTIALS);
  }

  @Test
  void neverAcceptsAnUnsignedToken(KoreSandbox sandbox) throws Exception {
    String claims = KoreCalls.part(KoreCalls.claims(sandbox.clientId()));
    refuses(
        list(sandbox, KoreCalls.part(Map.of("alg", "none")) + "." + claims + "."), BAD_CREDENTIALS);
  }

  @Test
  void refusesAnotherAlgorithm(KoreSandbox sandbox) throws Exception {
    Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
    String token = KoreCalls.token(claims, sandbox.clientSecret(), "HS512", "HmacSHA512");
    refuses(list(sandbox, token), BAD_CREDENTIALS);
  }

  @Test
  void verifiesHs512WhenTold() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().algorithm("HS512").start()) {
      Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
      String token = KoreCalls.token(claims, sandbox.clientSecret(), "HS512", "HmacSHA512");
      assertThat(list(sandbox, token).status()).isEqualTo(200);
      refuses(list(sandbox, signed(sandbox, claims)), BAD_CREDENTIALS);
    }
  }

  @ParameterizedTest
  @CsvSource({"RS256,SHA256withRSA", "RS512,SHA512withRSA"})
  void verifiesRsaWhenGivenAKey(String alg, String name) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    try (KoreSandbox sandbox = KoreSandbox.builder().publicKey(alg, keys.getPublic()).start()) {
      Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
      String text = KoreCalls.part(Map.of("alg", alg)) + "." + KoreCalls.part(claims);
      Signature signature = Signature.getInstance(name);
      signature.initSign(keys.getPrivate());
      signature.update(Http.utf8(text));
      assertThat(list(sandbox, text + "." + KoreCalls.encode(signature.sign())).status())
          .isEqualTo(200);
      refuses(
          list(sandbox, signed(sandbox, KoreCalls.claims(sandbox.clientId()))), BAD_CREDENTIALS);
    }
  }

  @Test
  void wantsAKeyForRsa() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KoreSandbox.builder().algorithm("RS256").start());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KoreSandbox.builder().algorithm("none").start());
  }

  @Test
  void wantsAppIdSpelledExactly(KoreSandbox sandbox) throws Exception {
    Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
    claims.put("appid", claims.remove("appId"));
    refuses(list(sandbox, signed(sandbox, claims)), BAD_CREDENTIALS);
  }

  @Test
  void acceptsATokenOfAppIdAlone(KoreSandbox sandbox) throws Exception {
    String token = signed(sandbox, Map.of("appId", sandbox.clientId()));
    assertThat(list(sandbox, token).status()).isEqualTo(200);
    assertThat(list(sandbox, token).status()).isEqualTo(200);
  }

  @Test
  void refusesAnExpiredToken(KoreSandbox sandbox) throws Exception {
    Http.Answer answer = listWith(sandbox, "exp", Instant.now().getEpochSecond() - 1);
    refuses(answer, "error verifying the jwt: Token expired 401");
  }

  @Test
  void refusesAJtiForLongerThanAnHour(KoreSandbox sandbox) throws Exception {
    String error = "error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s) 401";
    refuses(listWith(sandbox, "exp", Instant.now().getEpochSecond() + 3700), error);
    Map<String, Object> claims = KoreCalls.claims(sandbox.clientId());
    claims.remove("exp");
    refuses(list(sandbox, signed(sandbox, claims)), error);
    assertThat(listWith(sandbox, "exp", Instant.now().getEpochSecond() + 3600).status())
        .isEqualTo(200);
  }

  @Test
  void refusesAJtiTwice(KoreSandbox sandbox) throws Exception {
    String token = signed(sandbox, KoreCalls.claims(sandbox.clientId()));
    assertThat(list(sandbox, token).status()).isEqualTo(200);
    refuses(list(sandbox, token), "error verifying the jwt: possibly a replay 401");
  }

  @Test
  void wantsAJtiWhenEnforced() throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.builder().enforceJti().start()) {
      Http.Answer answer = list(sandbox, signed(sandbox, Map.of("appId", sandbox.clientId())));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(list(sandbox, new KoreCalls(sandbox).token()).status()).isEqualTo(200);
    }
  }

  @Test
  void wantsTheRightStreamAndAccount(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    String other = sandbox.baseUrl() + "/agentassist/api/v1/public/st-other/contacts";
    Http.Answer stream =
        Http.send(
            Http.request("GET", other, "")
                .header("auth", kore.token())
                .header("accountId", sandbox.accountId()));
    refuses(stream, BAD_CREDENTIALS);
    Http.Answer none =
        Http.send(Http.request("GET", kore.url("/contacts"), "").header("auth", kore.token()));
    assertThat(none.status()).isEqualTo(400);
    Http.Answer lower =
        Http.send(
            Http.request("GET", kore.url("/contacts"), "")
                .header("AUTH", kore.token())
                .header("accountid", sandbox.accountId()));
    assertThat(lower.status()).isEqualTo(200);
  }

  @Test
  void refusesAScopeThatTheAppLacks() throws Exception {
    try (KoreSandbox sandbox =
        KoreSandbox.builder()
            .scopes(KoreScope.SMARTASSIST_ANALYTICS)
            .errorsUnderMessage()
            .start()) {
      KoreCalls kore = new KoreCalls(sandbox);
      Http.Answer answer = kore.get("/contacts");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.array("errors").get(0))
          .containsEntry("message", "Permission denied. Scope is incorrect!")
          .containsEntry("code", 4002);
      assertThat(kore.get("/skill-groups").status()).isEqualTo(200);
    }
  }

  @Test
  void keepsAppAndAdminCredentialsApart(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    String roles = "/api/public/roles?roleType=bot&limit=50";
    refuses(kore.get(roles), BAD_CREDENTIALS);
    refuses(list(sandbox, adminToken(sandbox)), "Permission denied. Scope is incorrect! 4002");

    Http.Answer answer =
        Http.send(Http.request("GET", kore.url(roles), "").header("auth", adminToken(sandbox)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.array("roles")).extracting("role").containsExactly("Agent", "Administrator");
    assertThat(answer.array("roles").get(0)).containsEntry("_id", sandbox.agentRoleId());
    assertThat(answer.object()).containsEntry("total", 2).containsEntry("availableMore", false);
  }

  private static String adminToken(KoreSandbox sandbox) {
    Map<String, Object> claims = new LinkedHashMap<>(KoreCalls.claims(sandbox.adminClientId()));
    return KoreCalls.token(claims, sandbox.adminClientSecret(), "HS256", "HmacSHA256");
  }
}
