package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedyErrorShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planted mistakes in the set-up of a Truedy client: each is found by the name of its check. */
class TruedyDiagnosisTest {
  private static final String FORBIDDEN =
      "{\"error\":{\"code\":\"forbidden\",\"message\":\"Not allowed\",\"details\":{}}}";

  private static Found find(
      UnaryOperator<TruedySandboxBuilder> server, UnaryOperator<TruedyClient.Builder> client) {
    try (TruedySandbox sandbox = server.apply(TruedySandbox.builder()).start()) {
      sandbox.seedContacts(130);
      return found(sandbox, client.apply(sandbox.clientBuilder()));
    }
  }

  private static Found found(TruedySandbox sandbox, TruedyClient.Builder client) {
    Found found = new Found(client.diagnose());
    if (found.diagnosis().requests() > 0) {
      found.assertOnlyReads(sandbox);
    }
    return found;
  }

  private static Found ofClient(UnaryOperator<TruedyClient.Builder> client) {
    return find(server -> server, client);
  }

  private static Found ofServer(UnaryOperator<TruedySandboxBuilder> server) {
    return find(server, client -> client);
  }

  @Test
  void aHealthySetupHasNothingWrong() {
    try (TruedySandbox sandbox = TruedySandbox.builder().dateHeader().start();
        TruedyClient truedy = sandbox.client()) {
      sandbox.seedContacts(130);
      Found found = new Found(truedy.diagnose());
      found.assertWrong();
      found.assertOnlyReads(sandbox);
      found.assertOk(
          "address.setting",
          "address.path",
          "address.answer",
          "clock",
          "credential.apiKey",
          "credential.accepted",
          "credential.allowList",
          "account.payment",
          "scope.contacts",
          "scope.folders",
          "scope.agents",
          "paging.style",
          "paging.size",
          "times.zone",
          "classpath.sdk");
      found.assertUnknown("limit", "does not report what is left");
      found.assertUnknown("scope.write", "only reads");
      assertThat(truedy.contacts().list().execute().items()).isNotEmpty();
    }
  }

  @Test
  void noKey() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      Found found = found(sandbox, TruedyClient.builder().baseUrl(sandbox.baseUrl()));
      found.assertWrong("credential.apiKey");
      found.assertSeen("credential.apiKey", "apiKey is missing");
      found.assertOk("address.answer");
      found.assertUnknown("scope.contacts", "credential.apiKey is not usable");
    }
  }

  @Test
  void aKeyWithABlank() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      found(sandbox, sandbox.clientBuilder().apiKey(" " + sandbox.apiKey()))
          .assertWrong("credential.apiKey");
    }
  }

  @Test
  void aKeyThatWasNotFilledIn() {
    Found found = ofClient(client -> client.apiKey("<your key>"));
    found.assertWrong("credential.apiKey");
    found.assertSeen("credential.apiKey", "apiKey is a placeholder that was not filled in");
  }

  @Test
  void aKeyWithTheWordBearer() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      found(sandbox, sandbox.clientBuilder().apiKey("Bearer " + sandbox.apiKey()))
          .assertWrong("credential.apiKey");
    }
  }

  @ParameterizedTest
  @EnumSource(TruedyErrorShape.class)
  void aWrongKey(TruedyErrorShape shape) {
    Found found = find(s -> s.errorShape(shape), c -> c.apiKey("truedy_wrong"));
    found.assertWrong("credential.accepted");
    found.assertSeen("credential.accepted", "HTTP 401: Invalid or missing API key");
    found.assertMend("credential.accepted", "12 characters", "was it cut off?");
    found.assertUnknown("scope.contacts", "not tried: the key is refused");
  }

  @Test
  void aKeyThatIsTooLongIsNotCutOff() {
    Found found = ofClient(client -> client.apiKey("truedy_" + "x".repeat(40)));
    found.assertMend("credential.accepted", "47 characters", "is it another one?");
  }

  @Test
  void aKeyWithoutPrefixIsOnlyAHint() {
    ofClient(client -> client.apiKey("sk-123"))
        .assertMend("credential.accepted", "does not begin with truedy_");
    find(server -> server.apiKey("sk-123"), client -> client).assertWrong();
  }

  @Test
  void aWrongKeyOfAnOwnAuth() {
    Found found = ofClient(client -> client.auth(Auth.bearer("truedy_wrong")));
    found.assertWrong("credential.accepted");
    found.assertMend("credential.accepted", "your own auth", "Bearer");
  }

  @Test
  void whatEndsADiagnosisAndWhatIsAResult() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      Found found =
          found(
              sandbox,
              sandbox
                  .clientBuilder()
                  .interceptor(
                      (request, next) -> {
                        throw new IllegalStateException("secret words");
                      }));
      found.assertUnknown("address.answer", "your own code, such as an interceptor, threw Illegal");
      TruedyClient closed = sandbox.client();
      closed.close();
      assertThatThrownBy(closed::diagnose)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the client is closed");
      assertThatThrownBy(() -> TruedyClient.diagnoseFromEnv(null))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the environment is null");
    }
  }

  @Test
  void anAccountThatMustBePaidFor() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      String body =
          "{\"error\":{\"code\":\"payment_required\",\"message\":\"Trial expired\","
              + "\"details\":{\"reason\":\"trial_expired\"}}}";
      sandbox.fail().always().with(Fault.status(402, body));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("account.payment");
      found.assertSeen("account.payment", "HTTP 402: Trial expired");
      found.assertOk("credential.accepted");
      found.assertUnknown("scope.folders", "must be paid for");
    }
  }

  @Test
  void aKeyThatMayNotBeUsedFromThisAddress() {
    Found found = ofServer(server -> server.allowedAddresses("192.0.2.1"));
    found.assertWrong("credential.allowList");
    found.assertSeen("credential.allowList", "HTTP 403");
    found.assertMend("credential.allowList", "allow-list");
    found.assertOk("credential.accepted");
  }

  @Test
  void aKeyThatMayNotReadFolders() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      sandbox.fail().always().of("GET /contacts/folders").with(Fault.status(403, FORBIDDEN));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("scope.folders");
      found.assertOk("credential.allowList", "scope.contacts", "scope.agents");
    }
  }

  @Test
  void aKeyThatMayNotReadContacts() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      sandbox.fail().always().of("GET /contacts").with(Fault.status(403, FORBIDDEN));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("scope.contacts");
      found.assertUnknown("paging.style", "the contacts cannot be read");
    }
  }

  @Test
  void aUsedUpLimitSaysHowLongToWait() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      Duration wait = Duration.ofSeconds(40);
      sandbox.fail().always().with(Fault.rateLimited(LimitAnswer.DOCUMENTED, wait));
      Found found = found(sandbox, sandbox.clientBuilder());
      found.assertWrong("limit");
      found.assertMend("limit", "Wait 40 s");
      assertThat(found.diagnosis().requests()).isEqualTo(1);
    }
  }

  @Test
  void ignoredPaging() {
    ofServer(server -> server.paging(Paging.ignored())).assertWrong("paging.style");
  }

  @Test
  void pagingByPageOrByOffset() {
    ofServer(s -> s.paging(Paging.byPage())).assertSeen("paging.style", "honours page;");
    ofServer(s -> s.paging(Paging.bySkip())).assertSeen("paging.style", "honours offset;");
  }

  @Test
  void pagesThatAreClamped() {
    Found found = ofServer(server -> server.paging(Paging.bySkip().maxLimit(25)));
    found.assertWrong();
    found.assertSeen("paging.size", "at most 25 rows, although 100");
  }

  @Test
  void timesWithoutAZoneThatAreUtc() {
    Found found = ofServer(server -> server.zonelessTimes());
    found.assertWrong();
    found.assertSeen("times.zone", "no zone, and are UTC");
  }

  @Test
  void localTimesWithoutAZone() {
    Instant local = Instant.now().minus(Duration.ofHours(7));
    Found found =
        ofServer(s -> s.zonelessTimes().clock(Clock.fixed(local, Clock.systemUTC().getZone())));
    found.assertWrong("times.zone");
    found.assertSeen("times.zone", "off by");
  }

  @Test
  void aWrongApiPath() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      Found found =
          found(
              sandbox,
              TruedyClient.builder()
                  .apiKey(sandbox.apiKey())
                  .baseUrl(sandbox.origin())
                  .apiPath("/api/v1"));
      found.assertWrong("address.path");
      found.assertSeen("address.path", "HTTP 404");
    }
  }

  @Test
  void aClockThatIsAhead() {
    Instant before = Instant.now().minusSeconds(600);
    Found found =
        ofServer(s -> s.dateHeader().clock(Clock.fixed(before, Clock.systemUTC().getZone())));
    found.assertWrong("clock");
    found.assertOk("credential.accepted");
  }

  @Test
  void anEmptyEnvironmentAndABrokenOne() {
    Found broken =
        new Found(
            TruedyClient.diagnoseFromEnv(
                Map.of("TRUEDY_API_KEY", "truedy_1", "TRUEDY_API_PATH", "../x")));
    broken.assertWrong("address.setting");
    broken.assertMend("address.setting", "apiPath(...)", "TRUEDY_API_PATH");
    assertThat(broken.diagnosis().text()).doesNotContain("NOT_SENT");
    assertThat(broken.diagnosis().requests()).isZero();
    Found url =
        new Found(TruedyClient.diagnoseFromEnv(Map.of("TRUEDY_BASE_URL", "ftp://truedy.test")));
    url.assertWrong("address.setting", "credential.apiKey");
  }

  @Test
  void aGoodEnvironment() {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      new Found(
              TruedyClient.diagnoseFromEnv(
                  Map.of(
                      "TRUEDY_API_KEY", sandbox.apiKey(),
                      "TRUEDY_BASE_URL", sandbox.origin(),
                      "TRUEDY_API_PATH", "/api/public/v1")))
          .assertWrong();
    }
  }
}
