package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {
  private static final String CLOCK = "machine's clock";
  private static final String TRUST = "trust store";
  private static final String HOST_NAME = "Use the host name";
  private static final String PORT = "Check the port";

  /** A failure of the SDK, with these causes. */
  private static Causes causes(Throwable... chain) {
    Throwable failure = new IOException("the SDK's own text");
    Throwable last = failure;
    for (Throwable cause : chain) {
      last.initCause(cause);
      last = cause;
    }
    return Causes.of(failure);
  }

  private static Causes said(String text) {
    return causes(new IOException(text));
  }

  @Test
  void anUnknownHostIsFoundAnywhereInTheChain() {
    assertThat(Causes.of(new UnknownHostException("x")).isUnknownHost()).isTrue();
    assertThat(causes(new IOException("x"), new UnknownHostException("x")).isUnknownHost())
        .isTrue();
    assertThat(causes(new ConnectException("x")).isUnknownHost()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Failed to authenticate with proxy, 407",
    "Unexpected response code for CONNECT: 407, 407",
    "Unexpected response code for CONNECT: 403, 403",
    "Unexpected response code for CONNECT: 502, 502",
    "Failed to connect to vendor.test, 0",
    ", 0"
  })
  void aRefusalOfTheProxyIsKnownByItsText(String text, int status) {
    assertThat(said(text).proxyStatus()).isEqualTo(status);
  }

  @Test
  void theSdksOwnTextDoesNotTellOfAProxy() {
    Causes own = Causes.of(new IOException("response code for CONNECT: 407, SOCKS"));
    assertThat(own.proxyStatus()).isZero();
    assertThat(own.isOfSocks()).isFalse();
  }

  @Test
  void aSocksProxyIsKnownByItsText() {
    assertThat(said("SOCKS server general failure").isOfSocks()).isTrue();
    assertThat(said("refused").isOfSocks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Failed to connect to proxy.corp/10.0.0.1:3128, proxy.corp:3128",
    "Failed to connect to /10.0.0.1:3128, 10.0.0.1:3128",
    "Failed to connect to vendor.test, ",
    "refused, "
  })
  void whatWasNotReachedIsToldWithItsPort(String text, @Nullable String place) {
    assertThat(said(text).unreached()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.corp: Name or service not known, proxy.corp",
    "proxy.corp, proxy.corp",
    "no name at all, ''",
    "'', ''"
  })
  void theNameThatIsNotKnownIsTold(String text, String name) {
    assertThat(causes(new UnknownHostException(text)).unknownHost()).isEqualTo(name);
  }

  static Stream<Arguments> tlsFaults() {
    return Stream.of(
        Arguments.of(new CertificateExpiredException(), "certificate has expired", CLOCK),
        Arguments.of(new CertificateNotYetValidException(), "is not valid yet", CLOCK),
        Arguments.of(new SSLPeerUnverifiedException("x"), "is for another host", HOST_NAME),
        Arguments.of(new CertPathBuilderException(), "does not trust", TRUST),
        Arguments.of(new CertPathValidatorException(), "does not trust", TRUST),
        Arguments.of(
            new SSLException("Unsupported or unrecognized SSL message"),
            "does not speak TLS on this port",
            PORT),
        Arguments.of(new SSLException("protocol_version"), "the TLS handshake failed", PORT),
        Arguments.of(new SSLException((String) null), "the TLS handshake failed", PORT));
  }

  @ParameterizedTest
  @MethodSource("tlsFaults")
  void theInnermostCauseTellsTheFaultOfTls(Throwable cause, String fault, String mend) {
    Causes causes = causes(new SSLHandshakeException("x"), cause);
    assertThat(causes.isTls()).isTrue();
    assertThat(causes.tlsFault()).contains(fault);
    assertThat(causes.tlsMend()).contains(mend);
  }

  @Test
  void anExpiredCertificateIsAlsoOneThatIsNotTrusted() {
    Causes causes = causes(new CertPathValidatorException(new CertificateExpiredException()));
    assertThat(causes.tlsFault()).contains("has expired");
    assertThat(causes.tlsMend()).contains(CLOCK);
  }

  @Test
  void anotherFailureIsNotAboutTls() {
    assertThat(causes(new ConnectException("refused")).isTls()).isFalse();
  }

  @Test
  void aCircleOfCausesEnds() {
    IOException first = new IOException("first");
    first.initCause(new IOException("second", first));
    assertThat(Causes.of(first).chain()).hasSize(20);
  }

  @Test
  void noFailureHasNoCauses() {
    assertThat(Causes.of(null).chain()).isEmpty();
  }
}
