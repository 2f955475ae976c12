package dev.contactsdk.core.spi.diagnose;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.http.NotSentException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AddressChecksTest {
  private static final String HTTPS = "https://vendor.test/api";
  private static final String HTTP = "http://vendor.test/api";
  private static final String HINT = " Or the answers are encrypted.";

  private static Judged judged(String url, Probed<?> first) {
    Report report = new Report(AddressChecks.NAMES);
    new AddressChecks(report, "Vendor", url, HINT).judge(first);
    return new Judged(report);
  }

  private static Judged judged(Step first) {
    return judged(HTTPS, Probing.only(first));
  }

  private static Judged failed(IOException failure) {
    return judged(
        request -> {
          throw failure;
        });
  }

  /** The checks before it are all right, and those after it were not tried. */
  private static void assertEndsAt(String check, Judged found) {
    List<String> names = AddressChecks.NAMES;
    int end = names.indexOf(check);
    names.subList(0, end).forEach(found::assertOk);
    names
        .subList(end + 1, names.size())
        .forEach(
            name -> found.assertUnknown(name, "not tried: the address does not lead to Vendor"));
    assertThat(found.report().isStopped()).isTrue();
  }

  private static void assertPassed(Judged found) {
    AddressChecks.NAMES.forEach(found::assertOk);
    assertThat(found.report().isStopped()).isFalse();
  }

  @Test
  void anAnswerPassesAllChecks() {
    Judged found = judged(ok());
    assertPassed(found);
    found.assertOk("address.setting", "the base URL is https://vendor.test");
    found.assertOk("address.proxy", "no proxy asks for a password");
    found.assertOk("address.dns", "vendor.test is known");
    found.assertOk("address.connect", "the server takes connections");
    found.assertOk("address.tls", "the server's certificate is accepted");
    found.assertOk("address.redirect", "does not send requests elsewhere");
    found.assertOk("address.path", "the path leads to the API");
    found.assertOk("address.answer", "Vendor answers");
  }

  @Test
  void plainHttpDoesNotTellOfTls() {
    Judged found = judged(HTTP, Probing.only(ok()));
    found.assertUnknown("address.tls", "not tried: the base URL is plain http");
    found.assertOk("address.connect");
    found.assertOk("address.answer");
  }

  @Test
  void aRequestThatWasNotTriedEndsTheDiagnosis() {
    Judged found = judged(HTTPS, Probed.notTried("no permit is left"));
    found.assertOk("address.setting");
    found.assertUnknown("address.proxy", "not tried: no permit is left");
    found.assertUnknown("address.answer", "not tried: no permit is left");
    assertThat(found.report().isStopped()).isTrue();
  }

  static Stream<Arguments> failuresBeforeTheRequest() {
    return Stream.of(
        Arguments.of(
            new SocketTimeoutException("connect timed out"),
            "address.connect",
            "vendor.test does not take the connection within 10 s",
            "firewall or a proxy"),
        Arguments.of(
            new UnknownHostException("vendor.test"),
            "address.dns",
            "the name cannot be resolved: vendor.test",
            "DNS and proxy settings"),
        Arguments.of(
            new IOException("Failed to authenticate with proxy"),
            "address.proxy",
            "the proxy refuses the connection to vendor.test",
            "proxyAuthenticator(...)"),
        Arguments.of(
            new IOException("Unexpected response code for CONNECT: 403"),
            "address.proxy",
            "the proxy refuses the connection to vendor.test: HTTP 403",
            "Ask those who run the proxy"),
        Arguments.of(
            new SocketException("SOCKS server general failure"),
            "address.proxy",
            "the SOCKS proxy does not connect to vendor.test",
            "host and port of the proxy"),
        Arguments.of(
            new UnknownHostException("proxy.test"),
            "address.proxy",
            "the name of the proxy cannot be resolved: proxy.test",
            "host and port of the proxy"),
        Arguments.of(
            new ConnectException("Failed to connect to proxy.test/10.0.0.1:3128"),
            "address.proxy",
            "the proxy proxy.test:3128 refuses the connection",
            "host and port of the proxy"),
        Arguments.of(
            new SSLHandshakeException("protocol_version"),
            "address.tls",
            "the TLS handshake failed",
            "TLS versions of both sides"),
        Arguments.of(
            new SSLPeerUnverifiedException("Hostname vendor.test not verified"),
            "address.tls",
            "is for another host",
            "host name that the certificate is for"),
        Arguments.of(
            new ConnectException("refused"),
            "address.connect",
            "https://vendor.test refuses the connection",
            "whether the service runs"));
  }

  @ParameterizedTest
  @MethodSource("failuresBeforeTheRequest")
  void aRequestThatIsNotSentEndsAtItsCause(
      IOException failure, String check, String seen, String mend) {
    Judged found = failed(new NotSentException(failure));
    found.assertWrong(check, seen);
    found.assertMend(check, mend);
    assertEndsAt(check, found);
  }

  static Stream<Arguments> failuresAfterTheRequest() {
    return Stream.of(
        Arguments.of(new EOFException("x"), "address.answer", "the connection failed or was cut"),
        Arguments.of(new ProtocolException("x"), "address.answer", "the answer is not HTTP"),
        Arguments.of(new SSLException("x"), "address.tls", "the TLS handshake failed"));
  }

  @ParameterizedTest
  @MethodSource("failuresAfterTheRequest")
  void anExchangeThatIsCutIsWrong(IOException failure, String check, String seen) {
    Judged found = failed(failure);
    found.assertWrong(check, seen);
    found.assertMend(check, "port");
    assertEndsAt(check, found);
  }

  @Test
  void anAnswerWhoseBodyIsCutIsNotAboutThePath() {
    Judged found = judged(brokenBody(200));
    found.assertWrong("address.answer", "the connection failed or was cut");
    assertEndsAt("address.answer", found);
  }

  @Test
  void anAnswerThatTakesTooLongIsNoProof() {
    Judged found = failed(new SocketTimeoutException("timeout"));
    found.assertUnknown("address.answer", "no answer within 10 s");
    found.assertMend("address.answer", "those of Vendor", "try again later");
    assertEndsAt("address.answer", found);
  }

  @ParameterizedTest
  @CsvSource({
    "407, address.proxy, HTTP 407: Said, proxyAuthenticator",
    "300, address.redirect, HTTP 300 sends the request to (no address), follows no redirect",
    "399, address.redirect, HTTP 399 sends the request to (no address), follows no redirect",
    "404, address.path, HTTP 404: Said, it should be Vendor's API",
    "405, address.path, HTTP 405: Said, it should be Vendor's API"
  })
  void aRefusalThatIsNotAboutTheAccountEndsAtItsPlace(
      int status, String check, String seen, String mend) {
    Judged found = judged(answer(status, "Said"));
    found.assertWrong(check, seen);
    found.assertMend(check, mend);
    assertEndsAt(check, found);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "406", "408", "429", "499"})
  void anotherRefusalOfTheVendorShowsThatTheAddressIsRight(int status) {
    assertPassed(judged(answer(status, "Said")));
  }

  @ParameterizedTest
  @CsvSource({"500", "503", "599"})
  void aVendorThatFailsIsNoMistakeOfTheAddress(int status) {
    Judged found = judged(answer(status, "Down"));
    found.assertUnknown("address.answer", "HTTP " + status + ": Down");
    found.assertMend("address.answer", "Vendor fails: try again later.");
    assertEndsAt("address.answer", found);
  }

  @ParameterizedTest
  @CsvSource({"403", "502"})
  void aPageOfAnotherAnswersInPlaceOfTheVendor(int status) {
    Judged found = judged(answer(status, "Blocked", "X-Origin", "FOREIGN"));
    found.assertWrong("address.answer", "HTTP " + status + " with a page that is not Vendor's");
    found.assertMend("address.answer", "answers in place of Vendor");
    assertEndsAt("address.answer", found);
  }

  @ParameterizedTest
  @CsvSource({"429, FOREIGN", "500, VENDOR", "503, FOREIGN"})
  void aRateLimitOfAnyStatusAndOriginPasses(int status, String origin) {
    assertPassed(judged(answer(status, "Slow", "X-Kind", "RATE_LIMITED", "X-Origin", origin)));
  }

  @ParameterizedTest
  @CsvSource({
    "http, https://login.test/x?token=canary, https://login.test, Use https in the base URL:",
    "http, http://login.test/canary, http://login.test, follows no redirect",
    "https, https://login.test/canary, https://login.test, follows no redirect",
    "https, http://login.test/canary, http://login.test, follows no redirect"
  })
  void onlyARedirectFromHttpToHttpsIsMendedByHttps(
      String scheme, String place, String shown, String mend) {
    Step redirect = answer(302, "", "Location", place);
    Judged found = judged(scheme + "://vendor.test", Probing.only(redirect));
    found.assertWrong("address.redirect", "HTTP 302 sends the request to " + shown);
    found.assertMend("address.redirect", mend);
    assertThat(found.check("address.redirect").toString()).doesNotContain("canary");
  }

  @Test
  void theHttpsAddressOfARedirectIsNamed() {
    Step redirect = answer(301, "", "Location", "https://vendor.test:8443/x");
    judged(HTTP, Probing.only(redirect))
        .assertMend("address.redirect", "Use https in the base URL: https://vendor.test:8443");
  }

  @Test
  void aWebSiteIsNotTheApi() {
    Judged found = judged(answer(200, "<html>Welcome</html>"));
    found.assertWrong("address.path", "HTTP 200, but not the vendor's JSON");
    found.assertMend("address.path", "it should be Vendor's API", HINT);
    assertEndsAt("address.path", found);
  }

  @Test
  void theHintIsOnlyForAnAnswerThatCannotBeRead() {
    assertThat(judged(answer(404, "")).check("address.path").mend()).doesNotContain(HINT);
  }

  @Test
  void printsTheAddressWithoutItsPath() {
    Report report = new Report(AddressChecks.NAMES);
    assertThat(new AddressChecks(report, "Vendor", HTTPS, ""))
        .hasToString("AddressChecks[https://vendor.test]");
  }
}
