package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.john;
import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;

/** Each property, seen in what the client does. */
@ExtendWith(SandboxExtension.class)
class KorePropertiesTest {
  private static ContextConsumer<AssertableApplicationContext> with(Use use) {
    return context -> use.accept(context.getBean(KoreClient.class));
  }

  @FunctionalInterface
  private interface Use {
    void accept(KoreClient client) throws Throwable;
  }

  @Test
  void addressIdsAndCredentialsMakeAClient(KoreSandbox sandbox) {
    runner(sandbox)
        .run(with(kore -> assertThat(kore.contacts().create(john()).execute().id()).isNotBlank()));
    assertThat(sandbox.contactCount()).isOne();
  }

  @Test
  void theAdminAppReadsRoles(KoreSandbox sandbox) {
    sandbox.addRole("Lead");
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.admin.client-id=" + sandbox.adminClientId(),
            "contact-sdk.kore.admin.client-secret=" + sandbox.adminClientSecret())
        .run(with(kore -> assertThat(kore.roles().list().execute().items()).isNotEmpty()));
  }

  @Test
  void theAlgorithmIsTheJwtAppsOwn() {
    try (KoreSandbox sandbox = KoreSandbox.builder().algorithm("HS512").start()) {
      runner(sandbox)
          .withPropertyValues("contact-sdk.kore.algorithm=HS512")
          .run(with(kore -> assertThat(kore.contacts().list().execute().items()).isEmpty()));
    }
  }

  @Test
  void aPrivateKeySigns() throws NoSuchAlgorithmException {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    try (KoreSandbox sandbox = KoreSandbox.builder().publicKey("RS256", pair.getPublic()).start()) {
      runner()
          .withPropertyValues(
              "contact-sdk.kore.base-url=" + sandbox.baseUrl(),
              "contact-sdk.kore.stream-id=" + sandbox.streamId(),
              "contact-sdk.kore.account-id=" + sandbox.accountId(),
              "contact-sdk.kore.client-id=" + sandbox.clientId(),
              "contact-sdk.kore.private-key=" + pem(pair))
          .run(with(kore -> assertThat(kore.contacts().list().execute().items()).isEmpty()));
    }
  }

  static String pem(KeyPair pair) {
    String key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----";
  }

  @Test
  void aTokenLivesAsLongAsTheProperty(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.token-lifetime=90s")
        .run(with(kore -> kore.contacts().list().execute()));
    var claims = sandbox.requests().get(0).claims();
    long lifetime =
        ((Number) claims.get("exp")).longValue() - ((Number) claims.get("iat")).longValue();
    assertThat(lifetime).isEqualTo(90);
  }

  @Test
  void headersGoWithEveryRequest(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.headers.X-Tenant=blue")
        .run(with(kore -> kore.contacts().list().execute()));
    assertThat(sandbox.requests().get(0).header("X-Tenant")).isEqualTo("blue");
  }

  @Test
  void anAttemptEndsAfterTheTimeout(KoreSandbox sandbox) {
    sandbox.fail().always().with(Fault.delay(Duration.ofHours(1)));
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.timeout=50ms", "contact-sdk.kore.retry.max-attempts=1")
        .run(
            with(
                kore ->
                    assertThatExceptionOfType(CallTimeoutException.class)
                        .isThrownBy(() -> kore.contacts().list().execute())));
  }

  @Test
  void aCallEndsAtTheDeadline(KoreSandbox sandbox) {
    sandbox.fail().always().with(Fault.delay(Duration.ofHours(1)));
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.deadline=50ms")
        .run(
            with(
                kore ->
                    assertThatExceptionOfType(CallTimeoutException.class)
                        .isThrownBy(() -> kore.contacts().list().execute())));
  }

  @Test
  void retriesAreAsManyAsTheProperty(KoreSandbox sandbox) {
    sandbox.fail().always().with(Fault.status(503, "{}"));
    runner(sandbox)
        .withBean(VirtualClock.class, VirtualClock::new)
        .withPropertyValues("contact-sdk.kore.retry.max-attempts=3")
        .run(
            with(
                kore ->
                    assertThatExceptionOfType(ApiException.ServerError.class)
                        .isThrownBy(() -> kore.contacts().list().execute())
                        .satisfies(e -> assertThat(e.attempts()).isEqualTo(3))));
  }

  @Test
  void theRateLimitIsThatOfTheProperties(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.rate-limit.permits=1",
            "contact-sdk.kore.rate-limit.window=1h",
            "contact-sdk.kore.deadline=1m")
        .run(
            with(
                kore -> {
                  kore.contacts().list().execute();
                  assertThatExceptionOfType(RateLimitWaitException.class)
                      .isThrownBy(() -> kore.contacts().list().execute());
                }));
  }

  @Test
  void theRateLimitCanBeSwitchedOff() {
    VirtualClock clock = new VirtualClock();
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start()) {
      runner(sandbox)
          .withBean(VirtualClock.class, () -> clock)
          .withPropertyValues("contact-sdk.kore.rate-limit.enabled=false")
          .run(
              with(
                  kore -> {
                    for (int i = 0; i < 61; i++) {
                      kore.contacts().list().execute();
                    }
                  }));
    }
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void rolesHaveALimitOfTheirOwn(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.admin.client-id=" + sandbox.adminClientId(),
            "contact-sdk.kore.admin.client-secret=" + sandbox.adminClientSecret(),
            "contact-sdk.kore.admin.rate-limit.permits=1",
            "contact-sdk.kore.admin.rate-limit.window=1h",
            "contact-sdk.kore.deadline=1m")
        .run(
            with(
                kore -> {
                  kore.roles().list().execute();
                  assertThatExceptionOfType(RateLimitWaitException.class)
                      .isThrownBy(() -> kore.roles().list().execute());
                }));
  }

  @Test
  void answersAreNoLargerThanTheProperty(KoreSandbox sandbox) {
    sandbox.seedContacts(20);
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.max-response-size=1KB")
        .run(
            with(
                kore ->
                    assertThatExceptionOfType(SdkException.class)
                        .isThrownBy(() -> kore.contacts().list().execute())
                        .withMessageContaining("1024")));
  }

  @Test
  void plainHttpToAnotherMachineNeedsTheProperty() {
    runner()
        .withPropertyValues(
            "contact-sdk.kore.base-url=http://kore.example",
            "contact-sdk.kore.allow-plain-http=true",
            "contact-sdk.kore.stream-id=st-1",
            "contact-sdk.kore.account-id=65aa",
            "contact-sdk.kore.client-id=cs-1",
            "contact-sdk.kore.client-secret=" + "s".repeat(44))
        .run(with(kore -> assertThat(kore.account()).startsWith("kore.example")));
  }
}
