package dev.contactsdk.spring.boot.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.spring.boot.Contexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.StandardEnvironment;

/** Each kind of wrong property: the failure names it, never shows it, and says how to mend it. */
class FailuresTest {
  private static final String SECRET = "correct-horse-battery-staple-and-some-more-text";
  private static final String KORE = "contact-sdk.kore.";
  private static final String TRUEDY = "contact-sdk.truedy.";

  private static final List<String> COMPLETE =
      List.of(
          KORE + "base-url=https://kore.example",
          KORE + "stream-id=st-1",
          KORE + "account-id=65aa",
          KORE + "client-id=cs-1",
          KORE + "client-secret=" + SECRET,
          TRUEDY + "api-key=truedy_" + SECRET);

  /** Later values replace earlier ones. */
  private static FailureAnalysis analysis(List<String> base, String... properties) {
    List<String> all = new ArrayList<>(base);
    all.addAll(List.of(properties));
    StandardEnvironment environment = new StandardEnvironment();
    TestPropertyValues.of(all).applyTo(environment);
    List<FailureAnalysis> found = new ArrayList<>();
    Contexts.runner()
        .withPropertyValues(all.toArray(String[]::new))
        .run(
            context -> {
              assertThat(context).hasFailed();
              found.add(
                  new PropertyFaultAnalyzer(environment).analyze(context.getStartupFailure()));
            });
    assertThat(found.get(0)).isNotNull();
    return found.get(0);
  }

  private static AbstractStringAssert<?> failure(String... properties) {
    FailureAnalysis analysis = analysis(COMPLETE, properties);
    return assertThat(analysis.getDescription() + " -> " + analysis.getAction())
        .doesNotContain(SECRET);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(KORE + "base-url=http://kore.example", "base-url has plain http", "allow-plain-http"),
        fault(KORE + "base-url=ftp://kore.example", "base-url has the scheme 'ftp'", "https://"),
        fault(KORE + "base-url=https://", "base-url", "https://"),
        fault(KORE + "stream-id=bot/st-1", "stream-id must not contain", "st-…"),
        fault(KORE + "account-id=65 aa", "account-id must not contain", "24 hexadecimal"),
        fault(KORE + "client-id=\"cs-1\"", "client-id is in quotation marks", "cs-…"),
        fault(
            KORE + "client-secret=short",
            "client-secret has 5 bytes, HS256 needs at least 32: perhaps it was cut off when"
                + " copied.\n",
            "JWT app shows"),
        fault(KORE + "client-secret=" + SECRET + " x", "client-secret has a space", "JWT app"),
        fault(
            KORE + "algorithm=RS256",
            "algorithm, contact-sdk.kore.client-secret contradict",
            "RS256 and RS512 a private key"),
        fault(
            KORE + "private-key=file:/not/there.pem",
            "client-secret, contact-sdk.kore.private-key contradict",
            "Remove one"),
        fault(KORE + "token-lifetime=2h", "token-lifetime must be between", "60m"),
        fault(KORE + "timeout=-1s", "timeout must be more than zero, but was PT-1S", "timeout"),
        fault(KORE + "deadline=0s", "deadline must be more than zero", "deadline"),
        fault(KORE + "connect-timeout=-1s", "connect-timeout must be more than zero", "10s"),
        fault(KORE + "max-response-size=0B", "max-response-size must be at least 1", "max-resp"),
        fault(KORE + "retry.max-attempts=0", "retry.max-attempts must be at least 1", "no retries"),
        fault(KORE + "retry.base-delay=-1s", "retry.base-delay must not be negative", "base-delay"),
        fault(KORE + "retry.max-delay=-1s", "retry.max-delay must not be negative", "max-delay"),
        fault(KORE + "retry.limit-delay=-1s", "retry.limit-delay must not be negative", "limit-d"),
        fault(KORE + "retry.max-server-wait=-1s", "retry.max-server-wait must not be", "max-serv"),
        fault(KORE + "rate-limit.permits=0", "rate-limit.permits a limit needs", "permits"),
        fault(KORE + "rate-limit.window=1m", "rate-limit.permits is missing", "rate-limit.permits"),
        fault(KORE + "headers.X-Bad=caf\u00e9", "headers.X-Bad", "headers"),
        fault(KORE + "proxy.host=proxy", "proxy.port is missing", "proxy.port"),
        fault(KORE + "proxy.port=8080", "proxy.host is missing", "proxy.host"),
        fault(KORE + "proxy.username=me", "proxy.host is missing", "proxy.host"),
        fault(
            KORE + "ssl.bundle=web",
            "the SSL bundle 'web', which does not exist",
            "spring.ssl.bundle.pem.web"),
        fault(KORE + "admin.client-id=cs-2", "admin.client-secret is missing or blank", "Set"),
        fault(KORE + "admin.client-secret=short", "admin.client-secret has 5 bytes", "JWT app"),
        fault(
            KORE + "accounts.sales.client-secret=short",
            "accounts.sales.client-secret has",
            "JWT app"),
        fault(
            KORE + "accounts.sales.stream-id=",
            "accounts.sales.stream-id is missing or blank",
            "Set the property"),
        fault(KORE + "accounts[a.b].stream-id=st", "account name 'a.b' is not made of", "Rename"),
        fault(TRUEDY + "api-key=" + SECRET + " x", "truedy.api-key has a space", "dashboard"),
        fault(TRUEDY + "api-key=", "truedy.api-key is missing or blank", "dashboard"),
        fault(TRUEDY + "api-path=/a?b", "truedy.api-path must be a path", "api-path"),
        fault(
            TRUEDY + "base-url=http://truedy.example", "truedy.base-url has plain", "allow-plain"),
        fault("contact-sdk.health.max-age=0s", "health.max-age must be more than zero", "10m"));
  }

  private static Arguments fault(String property, String problem, String mend) {
    return Arguments.of(property, problem, mend);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aWrongPropertyIsNamedWithItsMend(String property, String problem, String mend) {
    failure(property).contains(problem).matches("(?s).* -> .*\\Q" + mend + "\\E.*");
  }

  @Test
  void allMissingPropertiesAreNamedAtOnce() {
    FailureAnalysis analysis = analysis(List.of(KORE + "stream-id=st-1"));
    assertThat(analysis.getDescription())
        .contains(
            KORE
                + "base-url, "
                + KORE
                + "account-id, "
                + KORE
                + "client-id, "
                + KORE
                + "client-secret are missing or blank");
  }

  @Test
  void aTruedyClientWithoutAKeyNamesTheKey() {
    FailureAnalysis analysis = analysis(List.of(TRUEDY + "base-url=https://truedy.example"));
    assertThat(analysis.getDescription()).contains(TRUEDY + "api-key");
    assertThat(analysis.getAction()).contains("dashboard");
  }

  @Test
  void aLimitThatIsSwitchedOffHasNoPermits() {
    failure(KORE + "rate-limit.enabled=false", KORE + "rate-limit.permits=5")
        .contains(KORE + "rate-limit.enabled, " + KORE + "rate-limit.permits contradict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:/not/there.pem", "-----BEGIN X-----\nabc\n-----END X-----"})
  void aPrivateKeyThatCannotBeReadIsNamed(String key) {
    List<String> withoutSecret =
        COMPLETE.stream().filter(one -> !one.contains("client-secret")).toList();
    assertThat(analysis(withoutSecret, KORE + "private-key=" + key).getDescription())
        .contains(KORE + "private-key")
        .doesNotContain("abc");
  }

  @Test
  void anOverriddenValueIsNamedWhereItIsSet() {
    failure(KORE + "client-secret=short", KORE + "accounts.sales.stream-id=st-2")
        .contains(KORE + "client-secret has 5 bytes")
        .doesNotContain("accounts.sales.client-secret");
  }

  @Test
  void theShapeOfAValueIsShown() {
    failure(KORE + "client-secret=\"" + SECRET + "\u00e9\"")
        .contains("has 50 characters, and is in quotation marks");
  }
}
