package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ada;
import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.SandboxRequest;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KoreTokensE2eTest {

  private final VirtualClock time = new VirtualClock();

  private KoreSandboxBuilder sandbox() {
    return KoreSandbox.builder().clock(time).enforceJti();
  }

  private void assertWorks(KoreSandbox sandbox, KoreClient.Builder builder) {
    try (KoreClient kore = builder.timeSource(time).build()) {
      assertThat(kore.contacts().create(ada()).execute().id()).isNotNull();
      assertThat(list(kore.contacts().list().items())).hasSize(1);
    }
    assertThat(sandbox.requestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "HS512"})
  void theSecretOf44CharactersSignsAsText(String algorithm) {
    try (KoreSandbox sandbox = sandbox().algorithm(algorithm).start()) {
      assertThat(sandbox.clientSecret()).hasSize(44).endsWith("=");
      assertWorks(
          sandbox,
          sandbox
              .clientBuilder()
              .credentials(
                  sandbox.clientId(), sandbox.clientSecret(), JwtAlgorithm.valueOf(algorithm)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      names = {"RS256", "RS512"})
  void aPrivateKeySigns(JwtAlgorithm algorithm) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    try (KoreSandbox sandbox = sandbox().publicKey(algorithm.name(), keys.getPublic()).start()) {
      assertWorks(
          sandbox,
          sandbox.clientBuilder().credentials(sandbox.clientId(), keys.getPrivate(), algorithm));
    }
  }

  @Test
  void theWrongAlgorithmOrSecretIsUnauthorizedWithAHintAndIsNotRepeated() {
    try (KoreSandbox sandbox = sandbox().algorithm("HS512").start();
        KoreClient kore = sandbox.clientBuilder().timeSource(time).build()) {
      SdkException refused = failure(() -> kore.contacts().create(ada()).execute());
      assertThat(refused)
          .isInstanceOf(ApiException.Unauthorized.class)
          .hasMessageContaining("algorithm")
          .hasMessageContaining("clientSecret");
      assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void noTokenIsUsedTwiceOverPagesAndRetries() {
    try (KoreSandbox sandbox = sandbox().paging(Paging.byPage()).start();
        KoreClient kore = sandbox.clientBuilder().timeSource(time).build()) {
      sandbox.seedContacts(95);
      sandbox.fail().share(0.3, 7).with(Fault.status(503, ""));
      assertThat(list(kore.contacts().list().pageSize(10).items())).hasSize(95);
      sandbox.heal();
      sandbox.fail().next(2).with(Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofSeconds(1)));
      assertThat(kore.contacts().create(ada()).execute().id()).isNotNull();

      List<SandboxRequest> requests = sandbox.requests();
      assertThat(requests).hasSizeGreaterThan(13);
      assertThat(requests)
          .extracting(request -> request.claims().get("jti"))
          .doesNotContainNull()
          .doesNotHaveDuplicates();
      assertThat(requests).extracting(request -> request.header("auth")).doesNotHaveDuplicates();
    }
  }

  @Test
  void theClaimsAreTheDocumentedOnesAndTheTokenIsShortLived() {
    try (KoreSandbox sandbox = sandbox().start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .timeSource(time)
                .tokenLifetime(Duration.ofSeconds(90))
                .build()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
      var claims = Support.last(sandbox).claims();
      assertThat(claims).containsOnlyKeys("appId", "sub", "iat", "exp", "jti");
      long issued = ((Number) claims.get("iat")).longValue();
      assertThat(issued).isEqualTo(time.now().getEpochSecond());
      assertThat(((Number) claims.get("exp")).longValue()).isEqualTo(issued + 90);
    }
  }

  @Test
  void aTokenIsFreshAlsoAfterALongWaitForTheLimit() {
    try (KoreSandbox sandbox = sandbox().start();
        KoreClient kore =
            sandbox.clientBuilder().timeSource(time).tokenLifetime(Duration.ofSeconds(2)).build()) {
      sandbox
          .fail()
          .next()
          .with(Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofSeconds(30)));
      assertThat(kore.contacts().create(ada()).execute().id()).isNotNull();
      assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void aReadyMadeTokenIsAskedForPerAttempt() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .timeSource(time)
                .auth(Auth.header("auth", () -> "not.a.token"))
                .build()) {
      assertThat(failure(() -> kore.contacts().list().execute()))
          .isInstanceOf(ApiException.Unauthorized.class);
      assertThat(Support.last(sandbox).header("auth")).isEqualTo("not.a.token");
    }
  }

  @Test
  void anAuthThatFailsSendsNothing() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .auth(
                    request -> {
                      throw new IllegalStateException("vault is sealed");
                    })
                .build()) {
      SdkException refused = failure(() -> kore.contacts().create(ada()).execute());
      assertThat(refused).isInstanceOf(CredentialException.class);
      assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(sandbox.requestCount()).isZero();
    }
  }
}
