package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.auth.JwtSigner;
import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.KoreScope;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Planted mistakes in the set-up of a Kore.ai client: each is found by the name of its check. */
class KoreDiagnosisTest {
  private static final String ACCOUNT = "65aa00000000000000000001";
  private static final String UUID_1 = "11111111-2222-4333-8444-555555555555";

  /** A client for a sandbox of its own, whose settings may be broken. */
  private static Found find(
      UnaryOperator<KoreSandboxBuilder> server, UnaryOperator<KoreClient.Builder> client) {
    try (KoreSandbox sandbox = server.apply(KoreSandbox.builder()).start()) {
      sandbox.seedContacts(30);
      return found(sandbox, client.apply(sandbox.clientBuilder()));
    }
  }

  private static Found found(KoreSandbox sandbox, KoreClient.Builder client) {
    Found found = new Found(client.diagnose());
    if (found.diagnosis().requests() > 0) {
      found.assertOnlyReads(sandbox);
    }
    return found;
  }

  private static Found ofClient(UnaryOperator<KoreClient.Builder> client) {
    return find(server -> server, client);
  }

  private static Found ofServer(UnaryOperator<KoreSandboxBuilder> server) {
    return find(server, client -> client);
  }

  private static Map<String, Object> claims(String clientId, Instant now) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("appId", clientId);
    claims.put("sub", "test");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  /** An own auth that signs other claims than the SDK. */
  private static Found ofToken(
      UnaryOperator<KoreSandboxBuilder> server, UnaryOperator<Map<String, Object>> change) {
    try (KoreSandbox sandbox = server.apply(KoreSandbox.builder()).start()) {
      JwtSigner signer = JwtSigner.hmac(JwtAlgorithm.HS256, sandbox.clientSecret());
      Supplier<String> token =
          () -> signer.sign(change.apply(claims(sandbox.clientId(), Instant.now())));
      return found(sandbox, sandbox.clientBuilder().auth(Auth.header("auth", token)));
    }
  }

  @Test
  void aHealthySetupHasNothingWrong() {
    try (KoreSandbox sandbox = KoreSandbox.builder().dateHeader().start();
        KoreClient kore = sandbox.client()) {
      sandbox.seedContacts(30);
      Found found = new Found(kore.diagnose());
      found.assertWrong();
      found.assertOnlyReads(sandbox);
      found.assertOk(
          "address.setting",
          "address.dns",
          "address.connect",
          "address.path",
          "address.answer",
          "clock",
          "credential.clientId",
          "credential.clientSecret",
          "credential.algorithm",
          "credential.times",
          "credential.jti",
          "credential.accepted",
          "ids.stream",
          "ids.account",
          "scope.configuration",
          "scope.analytics",
          "scope.campaigns",
          "scope.wfm",
          "admin.accepted",
          "scope.roles",
          "paging.style",
          "paging.size",
          "times.zone",
          "classpath.sdk",
          "classpath.okhttp",
          "classpath.jjwt",
          "classpath.jackson");
      found.assertUnknown("address.tls", "plain http");
      found.assertUnknown("scope.write", "only reads");
      found.assertUnknown("limit", "does not report what is left");
      assertThat(kore.contacts().list().execute().items()).isNotEmpty(); // the client stays open
    }
  }

  @Test
  void anEmptyAccountLeavesPagingUnknown() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong();
      found.assertUnknown("paging.style", "takes two contacts");
      found.assertUnknown("times.zone", "no times");
    }
  }

  @Test
  void aMissingStreamId() {
    Found found = ofClient(client -> client.streamId(null));
    found.assertWrong("ids.stream");
    found.assertSeen("ids.stream", "streamId is missing");
    found.assertMend("ids.stream", "KORE_STREAM_ID");
    found.assertOk("address.answer");
    found.assertUnknown("credential.accepted", "not tried: ids.stream is not usable");
  }

  @Test
  void aBlankAccountId() {
    Found found = ofClient(client -> client.accountId(" "));
    found.assertWrong("ids.account");
    found.assertSeen("ids.account", "accountId is blank");
  }

  @Test
  void aStreamIdThatWasNotFilledIn() {
    Found found = ofClient(client -> client.streamId("${KORE_STREAM_ID}"));
    found.assertWrong("ids.stream");
    found.assertSeen("ids.stream", "streamId is a placeholder that was not filled in");
    found.assertMend("ids.stream", "KORE_STREAM_ID");
  }

  @Test
  void aPathAsStreamId() {
    ofClient(client -> client.streamId("st-1/contacts")).assertWrong("ids.stream");
  }

  @Test
  void noCredentials() {
    Found found = new Found(KoreClient.builder().streamId("st-1").accountId(ACCOUNT).diagnose());
    found.assertWrong("address.setting", "credential.clientId", "credential.clientSecret");
    assertThat(found.diagnosis().requests()).isZero();
  }

  @Test
  void aMissingClientIdBesideASecret() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found = found(sandbox, sandbox.clientBuilder().credentials("", sandbox.clientSecret()));
      found.assertWrong("credential.clientId");
      found.assertOk("credential.clientSecret", "address.answer");
    }
  }

  @Test
  void aSecretWithALineBreak() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox
                  .clientBuilder()
                  .credentials(sandbox.clientId(), sandbox.clientSecret() + "\n"));
      found.assertWrong("credential.clientSecret");
      found.assertSeen("credential.clientSecret", "starts or ends with a blank or a line break");
    }
  }

  @Test
  void aSecretInQuotationMarks() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox
                  .clientBuilder()
                  .credentials(sandbox.clientId(), '"' + sandbox.clientSecret() + '"'));
      found.assertWrong("credential.clientSecret");
      found.assertSeen("credential.clientSecret", "in quotation marks");
    }
  }

  @Test
  void aSecretCutOffToTwentyCharacters() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      String cut = sandbox.clientSecret().substring(0, 20);
      Found found = found(sandbox, sandbox.clientBuilder().credentials(sandbox.clientId(), cut));
      found.assertWrong("credential.clientSecret");
      found.assertSeen("credential.clientSecret", "perhaps it was cut off");
    }
  }

  @Test
  void aSecretThatIsTooLongIsNotCutOff() {
    Found found = ofClient(client -> client.credentials("cs-1", "x".repeat(48)));
    found.assertMend("credential.accepted", "has 48 characters", "is it another one?");
  }

  @Test
  void aSecretWithoutItsLastCharacters() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      String cut = sandbox.clientSecret().substring(0, 40);
      Found found = found(sandbox, sandbox.clientBuilder().credentials(sandbox.clientId(), cut));
      found.assertWrong("credential.accepted");
      found.assertMend("credential.accepted", "has 40 characters", "was it cut off?");
    }
  }

  @Test
  void aWrongSecret() {
    Found found =
        ofClient(c -> c.credentials("cs-1", "0123456789012345678901234567890123456789abc="));
    found.assertWrong("credential.accepted");
    found.assertSeen("credential.accepted", "HTTP 401: Invalid SDK credentials");
    found.assertOk("ids.stream"); // the admin credentials could tell
    found.assertUnknown("scope.configuration", "not tried: the credential is refused");
    found.assertOk("admin.accepted", "scope.roles");
  }

  @Test
  void swappedIdAndSecret() {
    for (String secret : List.of("a".repeat(43) + "=", "a/".repeat(21) + "a=", "old secret")) {
      Found found = ofClient(client -> client.credentials(secret, "cs-" + UUID_1));
      found.assertWrong("credential.clientId", "credential.clientSecret");
      found.assertSeen("credential.clientId", "clientId and clientSecret are swapped");
      found.assertSeen("credential.clientSecret", "clientId and clientSecret are swapped");
      found.assertMend("credential.clientSecret", "Swap them: credentials(clientId, clientSec");
    }
  }

  @Test
  void aSecretTooShortToSignThatIsAClientId() {
    Found found = ofClient(client -> client.credentials("a".repeat(43) + "=", "cs-1"));
    found.assertWrong("credential.clientId", "credential.clientSecret");
    found.assertSeen("credential.clientSecret", "cannot sign", "are swapped");
  }

  @Test
  void aTruedyKeyInPlaceOfTheSecret() {
    Found found = ofClient(client -> client.credentials("cs-1", "truedy_" + "x".repeat(32)));
    found.assertWrong("credential.clientSecret");
    found.assertSeen("credential.clientSecret", "an API key of Truedy", "Invalid SDK credentials");
    found.assertOk("credential.clientId");
    found.assertUnknown("credential.accepted", "the reason above");
  }

  @Test
  void aStreamIdInPlaceOfTheClientId() {
    Found found = ofClient(client -> client.credentials("st-1", "a".repeat(43) + "="));
    found.assertWrong("credential.clientId");
    found.assertSeen("credential.clientId", "looks like a stream id");
  }

  @Test
  void swappedAdminCredentials() {
    Found found = ofClient(c -> c.adminCredentials("a".repeat(43) + "=", "cs-" + UUID_1));
    found.assertWrong("admin.clientId", "admin.clientSecret");
    found.assertMend("admin.clientId", "adminCredentials(clientId, clientSecret)");
    found.assertUnknown("admin.accepted", "the reason above");
  }

  @Test
  void theOddFormOfAPairThatWorksIsNoMistake() {
    find(server -> server.credentials("st-odd", "cs-" + UUID_1), client -> client).assertWrong();
  }

  /** An application with an own auth has no use for the setting that it replaces. */
  @Test
  void noMendOfAnOwnAuthNamesCredentials() {
    Instant now = Instant.now();
    Map<String, Object> tooLong = new HashMap<>();
    tooLong.put("exp", now.getEpochSecond() + 90_000);
    Map<String, Object> withoutId = new HashMap<>();
    withoutId.put("jti", null);
    for (Map<String, Object> change :
        List.of(
            Map.<String, Object>of("exp", now.getEpochSecond() - 10),
            Map.<String, Object>of("jti", "the-same"),
            Map.<String, Object>of("appId", "cs-other"),
            tooLong,
            withoutId)) {
      assertNoMendNamesCredentials(ofToken(KoreSandboxBuilder::enforceJti, merged(change)));
    }
  }

  @Test
  void theMendOfAnOwnAuthForTheAdminConsolesAppNamesNoCredentialsEither() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      JwtSigner signer = JwtSigner.hmac(JwtAlgorithm.HS256, sandbox.adminClientSecret());
      Supplier<String> token = () -> signer.sign(claims(sandbox.adminClientId(), Instant.now()));
      assertNoMendNamesCredentials(
          found(sandbox, sandbox.clientBuilder().auth(Auth.header("auth", token))));
    }
  }

  private static UnaryOperator<Map<String, Object>> merged(Map<String, Object> change) {
    return claims -> {
      claims.putAll(change);
      claims.values().removeIf(Objects::isNull);
      return claims;
    };
  }

  private static void assertNoMendNamesCredentials(Found found) {
    assertThat(found.diagnosis().checks(Verdict.WRONG))
        .as(found.diagnosis().text())
        .isNotEmpty()
        .extracting(Check::mend)
        .noneMatch(mend -> String.valueOf(mend).matches(".*\\bcredentials\\(.*"));
  }

  @Test
  void anInterceptorThatThrowsIsAResult() {
    Found found =
        ofClient(
            client ->
                client.interceptor(
                    (request, next) -> {
                      throw new IllegalStateException("secret words");
                    }));
    assertThat(found.diagnosis().verdict()).isEqualTo(Verdict.UNKNOWN);
    found.assertOk("address.setting");
    found.assertUnknown("address.answer", "your own code, such as an interceptor, threw Illegal");
    assertThat(found.diagnosis().text()).doesNotContain("secret words");
  }

  @Test
  void anInterceptorThatThrowsOnceLeavesTheOtherChecks() {
    Found found =
        ofClient(
            client ->
                client.interceptor(
                    (request, next) -> {
                      if (request.url().contains("skill-groups")) {
                        throw new InvalidRequestException("rule", "no skills");
                      }
                      return next.proceed(request);
                    }));
    found.assertUnknown("scope.analytics", "threw InvalidRequestException");
    found.assertOk("scope.configuration", "scope.wfm", "paging.style");
  }

  @Test
  void aClosedClientIsRefused() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      KoreClient kore = sandbox.client();
      kore.close();
      assertThatThrownBy(kore::diagnose)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the client is closed");
      assertThat(sandbox.requestCount()).isZero();
    }
  }

  @Test
  void anInterruptEndsTheDiagnosis() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(kore::diagnose).isInstanceOf(CanceledException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Test
  void noEnvironmentIsRefusedAndANullInItIsMissing() {
    assertThatThrownBy(() -> KoreClient.diagnoseFromEnv(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the environment is null");
    Map<String, String> empty = new HashMap<>();
    empty.put("KORE_CLIENT_ID", null);
    new Found(KoreClient.diagnoseFromEnv(empty)).assertSeen("credential.clientId", "is blank");
  }

  @Test
  void anAlgorithmOtherThanTheApps() {
    Found found = ofServer(server -> server.algorithm("HS512"));
    found.assertWrong("credential.algorithm");
    found.assertSeen("credential.algorithm", "refuses HS256 and accepts HS512");
    found.assertMend("credential.algorithm", "JwtAlgorithm.HS512");
  }

  @Test
  void anAlgorithmThatDoesNotFitTheKey() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox
                  .clientBuilder()
                  .credentials(sandbox.clientId(), sandbox.clientSecret(), JwtAlgorithm.RS256));
      found.assertWrong("credential.clientSecret");
      found.assertSeen("credential.clientSecret", "RS256 signs with a private key");
    }
  }

  @Test
  void anExpiredTokenOfAnOwnAuth() {
    Found found =
        ofToken(
            server -> server.dateHeader(),
            claims -> {
              claims.put("exp", Instant.now().getEpochSecond() - 10);
              return claims;
            });
    found.assertWrong("credential.times");
    found.assertUnknown("credential.algorithm", "your own auth");
    found.assertUnknown("credential.clientSecret", "your own auth");
    found.assertOk("clock");
  }

  @Test
  void aTokenThatLivesTooLong() {
    ofToken(
            server -> server,
            claims -> {
              claims.put("exp", Instant.now().getEpochSecond() + 90_000);
              return claims;
            })
        .assertWrong("credential.times");
  }

  @Test
  void aTokenWithoutTheEnforcedJti() {
    Found found =
        ofToken(
            KoreSandboxBuilder::enforceJti,
            claims -> {
              claims.remove("jti");
              return claims;
            });
    found.assertWrong("credential.jti");
    found.assertMend("credential.jti", "enforces JTI");
  }

  @Test
  void aTokenUsedTwice() {
    Found found =
        ofToken(
            server -> server,
            claims -> {
              claims.put("jti", "the-same");
              return claims;
            });
    found.assertWrong("credential.jti");
    found.assertSeen("credential.jti", "possibly a replay");
    found.assertOk("credential.accepted");
  }

  @Test
  void anOwnAuthThatFails() {
    Found found =
        ofClient(
            client ->
                client.auth(
                    request -> {
                      throw new IllegalStateException("no vault");
                    }));
    found.assertWrong("credential.accepted");
    found.assertOk("address.answer");
  }

  @Test
  void aClockThatIsBehind() {
    Instant hourAhead = Instant.now().plusSeconds(3600);
    Found found =
        find(
            server ->
                server.dateHeader().clock(Clock.fixed(hourAhead, Clock.systemUTC().getZone())),
            client -> client);
    found.assertWrong("clock");
    found.assertSeen("clock", "behind");
    found.assertUnknown("credential.times", "because the clock is wrong");
  }

  @Test
  void aClockThatIsAhead() {
    Instant before = Instant.now().minusSeconds(300);
    Found found =
        find(
            server -> server.dateHeader().clock(Clock.fixed(before, Clock.systemUTC().getZone())),
            client -> client.tokenLifetime(Duration.ofMinutes(1)));
    found.assertWrong("clock");
    found.assertSeen("clock", "ahead of");
    found.assertOk("credential.accepted");
  }

  @Test
  void swappedIds() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      KoreClient.Builder client =
          KoreClient.builder()
              .baseUrl(sandbox.baseUrl())
              .streamId(sandbox.accountId())
              .accountId(sandbox.streamId())
              .credentials(sandbox.clientId(), sandbox.clientSecret());
      Found found = found(sandbox, client);
      found.assertWrong("ids.stream", "ids.account");
      found.assertSeen("ids.stream", "swapped");
    }
  }

  @Test
  void aClientIdInPlaceOfTheStreamId() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      KoreClient.Builder client =
          KoreClient.builder()
              .baseUrl(sandbox.baseUrl())
              .streamId(sandbox.clientId())
              .accountId(sandbox.accountId())
              .credentials(sandbox.clientId(), sandbox.clientSecret());
      Found found = found(sandbox, client);
      found.assertWrong("ids.stream");
      found.assertSeen("ids.stream", "looks like a client id");
    }
  }

  @Test
  void anUnknownStreamThatOnlyTheAdminCredentialsTellFromAWrongSecret() {
    Found found = ofClient(client -> client.streamId("st-unknown"));
    found.assertWrong("ids.stream");
    found.assertSeen("ids.stream", "HTTP 400: Invalid StreamId");
  }

  @Test
  void anUnknownStreamWithoutAdminCredentialsIsSaidToBePossible() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      KoreClient.Builder client =
          KoreClient.builder()
              .baseUrl(sandbox.baseUrl())
              .streamId("st-unknown")
              .accountId(sandbox.accountId())
              .credentials(sandbox.clientId(), sandbox.clientSecret());
      Found found = found(sandbox, client);
      found.assertWrong("credential.accepted");
      found.assertMend("credential.accepted", "stream id");
      found.assertUnknown("ids.stream", "does not tell");
      found.assertUnknown("scope.roles", "adminCredentials");
    }
  }

  @Test
  void anotherAccount() {
    Found found = ofClient(client -> client.accountId(ACCOUNT));
    found.assertWrong("ids.account");
    found.assertSeen("ids.account", "HTTP 400: Invalid accountId");
  }

  @Test
  void anAccountThatTheServerIgnoresButTheContactsContradict() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.addContact(Map.of("firstName", "Ada", "accountId", ACCOUNT));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("ids.account");
      found.assertSeen("ids.account", "another account");
    }
  }

  @Test
  void noScopeConfiguration() {
    Found found =
        ofServer(
            server ->
                server.scopes(
                    KoreScope.SMARTASSIST_ANALYTICS,
                    KoreScope.CAMPAIGN_MANAGEMENT,
                    KoreScope.WFM_INTEGRATION,
                    KoreScope.ROLE_MANAGEMENT));
    found.assertWrong("scope.configuration");
    found.assertMend("scope.configuration", "Configuration", "publish");
    found.assertOk("credential.accepted", "scope.analytics", "scope.roles");
    found.assertUnknown("paging.style", "the contacts cannot be read");
  }

  @Test
  void noScopeSmartAssistAnalytics() {
    Found found =
        ofServer(
            server ->
                server.scopes(
                    KoreScope.CONFIGURATION,
                    KoreScope.CAMPAIGN_MANAGEMENT,
                    KoreScope.WFM_INTEGRATION,
                    KoreScope.ROLE_MANAGEMENT));
    found.assertWrong("scope.analytics");
    found.assertOk("scope.configuration", "scope.roles");
  }

  @Test
  void aWebPageInPlaceOfTheCampaigns() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Fault page = Fault.status(404, "<html>Not here</html>");
      sandbox.fail().always().when(request -> request.path().contains("/campaign/")).with(page);
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertUnknown("scope.campaigns", "HTTP 404 with a page");
      found.assertMend("scope.campaigns", "version 2 of the campaign API");
    }
  }

  @Test
  void noScopeCampaignManagement() {
    Found found =
        ofServer(
            server ->
                server.scopes(
                    KoreScope.CONFIGURATION,
                    KoreScope.SMARTASSIST_ANALYTICS,
                    KoreScope.WFM_INTEGRATION,
                    KoreScope.ROLE_MANAGEMENT));
    found.assertWrong("scope.campaigns");
    found.assertOk("scope.configuration", "scope.analytics");
  }

  @Test
  void noScopeWfmIntegration() {
    Found found =
        ofServer(
            server ->
                server.scopes(
                    KoreScope.CONFIGURATION,
                    KoreScope.SMARTASSIST_ANALYTICS,
                    KoreScope.CAMPAIGN_MANAGEMENT,
                    KoreScope.ROLE_MANAGEMENT));
    found.assertWrong("scope.wfm");
    found.assertMend("scope.wfm", "WFM Integration", "publish");
    found.assertOk("scope.configuration", "scope.analytics", "scope.campaigns");
  }

  @Test
  void noScopeAtAll() {
    Found found = ofServer(server -> server.scopes());
    found.assertWrong(
        "scope.configuration", "scope.analytics", "scope.campaigns", "scope.wfm", "scope.roles");
    found.assertOk("credential.clientId", "credential.accepted");
  }

  @Test
  void theAdminConsolesAppInPlaceOfTheApp() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox
                  .clientBuilder()
                  .credentials(sandbox.adminClientId(), sandbox.adminClientSecret()));
      found.assertWrong("credential.clientId");
      found.assertSeen("credential.clientId", "an app of the Admin Console");
      found.assertMend("credential.clientId", "adminCredentials(...)", "App Settings");
      found.assertUnknown("scope.configuration", "an Admin Console's");
      found.assertUnknown("scope.wfm", "an Admin Console's");
    }
  }

  @Test
  void theAppInPlaceOfTheAdminConsoles() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox.clientBuilder().adminCredentials(sandbox.clientId(), sandbox.clientSecret()));
      found.assertWrong("admin.accepted");
      found.assertMend("admin.accepted", "an app's own JWT app does not do");
    }
  }

  @Test
  void noScopeRoleManagement() {
    Found found =
        ofServer(
            server ->
                server.scopes(
                    KoreScope.CONFIGURATION,
                    KoreScope.SMARTASSIST_ANALYTICS,
                    KoreScope.WFM_INTEGRATION,
                    KoreScope.CAMPAIGN_MANAGEMENT));
    found.assertWrong("scope.roles");
    found.assertOk("admin.accepted");
  }

  @Test
  void wrongAdminCredentials() {
    Found found =
        ofClient(c -> c.adminCredentials("cs-1", "0123456789012345678901234567890123456789abc="));
    found.assertWrong("admin.accepted");
    found.assertUnknown("scope.roles", "admin credentials are refused");
    found.assertOk("credential.accepted", "scope.configuration");
  }

  @Test
  void aBlankAdminSecret() {
    Found found = ofClient(client -> client.adminCredentials("cs-1", ""));
    found.assertWrong("admin.clientSecret");
    found.assertOk("credential.accepted", "scope.configuration");
  }

  @Test
  void aUsedUpLimit() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.fail().always().with(Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ZERO));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("limit");
      found.assertOk("address.answer");
      found.assertUnknown("credential.accepted", "not tried: the vendor's rate limit is used up");
      assertThat(found.diagnosis().requests()).isEqualTo(1);
    }
  }

  @Test
  void aLimitThatIsHitOnTheWayEndsTheDiagnosis() {
    Found found = ofServer(server -> server.rateLimit(3));
    found.assertWrong("limit");
    found.assertOk("credential.accepted");
    assertThat(found.diagnosis().requests()).isBetween(4, 5);
  }

  @Test
  void noPermitOfTheClientsOwnLimit() {
    VirtualClock clock = new VirtualClock();
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start()) {
      RateLimiter limiter = RateLimiter.of(new Window(1, Duration.ofHours(1)));
      Found found = found(sandbox, sandbox.clientBuilder().rateLimiter(limiter));
      found.assertUnknown("limit", "the client's own rate limit has no permit left");
      assertThat(found.diagnosis().verdict()).isEqualTo(Verdict.OK);
    }
  }

  @Test
  void ignoredPaging() {
    Found found = ofServer(server -> server.paging(Paging.ignored()));
    found.assertWrong("paging.style");
    found.assertMend("paging.style", "Lists of more than one page will fail");
  }

  @Test
  void pagingByPageOrBySkip() {
    ofServer(server -> server.paging(Paging.byPage())).assertSeen("paging.style", "honours page;");
    ofServer(server -> server.paging(Paging.bySkip())).assertSeen("paging.style", "honours skip;");
  }

  @Test
  void pagesThatAreClamped() {
    Found found = ofServer(server -> server.paging(Paging.byPage().maxLimit(20)));
    found.assertWrong();
    found.assertSeen("paging.size", "at most 20 rows, although 1000");
    ofServer(server -> server.paging(Paging.byPage().maxLimit(20).withoutFields()))
        .assertUnknown("paging.size", "too few rows");
  }

  @Test
  void aServerThatRefusesPagingParameters() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.seedContacts(3);
      String refusal = "{\"errors\":[{\"msg\":\"Validation errors\",\"code\":412}]}";
      sandbox
          .fail()
          .always()
          .when(request -> request.target().contains("contacts?"))
          .with(Fault.status(412, refusal));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong();
      found.assertOk("scope.configuration", "ids.account");
      found.assertUnknown("paging.style", "refuses limit");
    }
  }

  @Test
  void aServerThatRefusesLargePages() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.seedContacts(3);
      String refusal = "{\"errors\":[{\"msg\":\"Validation errors\",\"code\":412}]}";
      sandbox
          .fail()
          .always()
          .when(request -> request.target().contains("limit=1000"))
          .with(Fault.status(412, refusal));
      found(sandbox, sandbox.clientBuilder())
          .assertSeen("paging.size", "pages of 100 rows, and refuses 1000");
    }
  }

  @Test
  void timesWithoutAZone() {
    Found found = ofServer(KoreSandboxBuilder::zonelessTimes);
    found.assertWrong();
    found.assertUnknown("times.zone", "no zone");
    found.assertMend("times.zone", "Compare the time");
  }

  @Test
  void localTimesWithoutAZone() {
    try (KoreSandbox sandbox = KoreSandbox.builder().zonelessTimes().start()) {
      String local = Instant.now().plus(Duration.ofHours(5)).toString().substring(0, 19);
      sandbox.addContact(Map.of("firstName", "Ada", "createdAt", local));
      found(sandbox, sandbox.clientBuilder()).assertWrong("times.zone");
    }
  }

  @Test
  void anEmptyEnvironment() {
    Found found = new Found(KoreClient.diagnoseFromEnv(Map.of()));
    found.assertWrong(
        "address.setting",
        "credential.clientId",
        "credential.clientSecret",
        "ids.stream",
        "ids.account");
    found.assertMend("credential.clientSecret", "KORE_CLIENT_SECRET");
  }

  @Test
  void aGoodEnvironment() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      Diagnosis diagnosis =
          KoreClient.diagnoseFromEnv(
              Map.of(
                  "KORE_BASE_URL", sandbox.baseUrl(),
                  "KORE_STREAM_ID", sandbox.streamId(),
                  "KORE_ACCOUNT_ID", sandbox.accountId(),
                  "KORE_CLIENT_ID", sandbox.clientId(),
                  "KORE_CLIENT_SECRET", sandbox.clientSecret(),
                  "KORE_ADMIN_CLIENT_SECRET", "only-half-of-the-pair"));
      new Found(diagnosis).assertWrong("admin.clientId", "admin.clientSecret");
      new Found(diagnosis).assertOk("credential.accepted");
    }
  }

  @Test
  void aRefusalThatSaysNothingIsNoProof() {
    try (KoreSandbox sandbox = KoreSandbox.start()) {
      sandbox.fail().always().with(Fault.status(400, "{\"errors\":[{\"msg\":\"No\"}]}"));
      Found found = found(sandbox, sandbox.clientBuilder());
      assertThat(found.diagnosis().verdict()).isEqualTo(Verdict.UNKNOWN);
      found.assertUnknown("scope.configuration", "HTTP 400: No");
      found.assertOk("credential.accepted");
    }
  }
}
