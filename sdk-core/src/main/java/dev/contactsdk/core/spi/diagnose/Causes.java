package dev.contactsdk.core.spi.diagnose;

import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no connection was made, by the causes of a failure. Their texts are not shown. */
record Causes(List<Throwable> chain) {
  /** The chain of causes may be circular. */
  private static final int MOST_CAUSES = 20;

  private static final int PROXY_AUTH = 407;
  private static final Pattern CONNECT_REFUSED =
      Pattern.compile("response code for CONNECT: (\\d{3})|authenticate with proxy");
  private static final Pattern UNREACHED =
      Pattern.compile("Failed to connect to ([^/\\s]*)/(\\S+?)(:\\d{1,5})$");
  private static final Pattern PROXY =
      Pattern.compile("through the proxy ([A-Za-z0-9._:\\[\\]-]{1,120}:\\d{1,5})");
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}");

  static Causes of(@Nullable Throwable failure) {
    return new Causes(
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES).toList());
  }

  private boolean has(Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  boolean isUnknownHost() {
    return has(UnknownHostException.class);
  }

  /**
   * With what a proxy refused to connect. OkHttp has no type for that, only texts.
   *
   * @return the status; 0 when no proxy refused
   */
  int proxyStatus() {
    for (String text : texts()) {
      Matcher refusal = CONNECT_REFUSED.matcher(text);
      if (refusal.find()) {
        return refusal.group(1) == null ? PROXY_AUTH : Integer.parseInt(refusal.group(1));
      }
    }
    return 0;
  }

  /** The proxy of the application's own client, as host and port; null when it is not told. */
  @Nullable String proxy() {
    return chain.stream()
        .flatMap(cause -> Stream.of(cause.getSuppressed()))
        .map(told -> PROXY.matcher(String.valueOf(told.getMessage())))
        .filter(Matcher::matches)
        .map(told -> told.group(1))
        .findFirst()
        .orElse(null);
  }

  boolean isOfSocks() {
    return texts().stream().anyMatch(text -> text.contains("SOCKS"));
  }

  /**
   * Whom the connection failed to reach: a host, with a port if known; null when it is not told.
   */
  @Nullable String unreached() {
    for (String text : texts()) {
      Matcher place = UNREACHED.matcher(text);
      if (place.find()) {
        return (place.group(1).isEmpty() ? place.group(2) : place.group(1)) + place.group(3);
      }
    }
    return null;
  }

  /** The name that cannot be resolved; empty when it is not told. */
  String unknownHost() {
    return chain.stream()
        .filter(UnknownHostException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()).replaceFirst(":.*", ""))
        .filter(name -> HOST_NAME.matcher(name).matches())
        .findFirst()
        .orElse("");
  }

  /** The name of the method is the JDK's, so it is the same with any provider of TLS. */
  boolean isInHandshake() {
    return chain.stream()
        .flatMap(cause -> Stream.of(cause.getStackTrace()))
        .anyMatch(frame -> frame.getMethodName().equals("startHandshake"));
  }

  /** Without the SDK's own. */
  private List<String> texts() {
    return chain.stream().skip(1).map(cause -> String.valueOf(cause.getMessage())).toList();
  }

  boolean isTls() {
    return has(SSLException.class);
  }

  String tlsFault() {
    if (has(CertificateExpiredException.class)) {
      return "the server's certificate has expired";
    }
    if (has(CertificateNotYetValidException.class)) {
      return "the server's certificate is not valid yet";
    }
    if (has(SSLPeerUnverifiedException.class)) {
      return "the server's certificate is for another host";
    }
    if (has(CertPathBuilderException.class) || has(CertPathValidatorException.class)) {
      return "the server's certificate is of an authority that this JVM does not trust";
    }
    return isNoTls() ? "the server does not speak TLS on this port" : "the TLS handshake failed";
  }

  private boolean isNoTls() {
    return chain.stream()
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("unrecognized SSL message"));
  }

  String tlsMend() {
    if (has(CertificateExpiredException.class) || has(CertificateNotYetValidException.class)) {
      return "Check this machine's clock. If it is right, the server needs a new certificate.";
    }
    if (has(SSLPeerUnverifiedException.class)) {
      return "Use the host name that the certificate is for; check the base URL and DNS.";
    }
    if (has(CertPathBuilderException.class) || has(CertPathValidatorException.class)) {
      return "Behind a company's proxy, or on premises, add its authority to this JVM's trust"
          + " store. Otherwise somebody else may be answering: check the base URL.";
    }
    return "Check the port of the base URL, and the TLS versions of both sides.";
  }
}
