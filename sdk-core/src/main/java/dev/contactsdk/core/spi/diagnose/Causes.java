package dev.contactsdk.core.spi.diagnose;

import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no connection was made, by the causes of a failure. Their texts are not shown. */
record Causes(List<Throwable> chain) {
  /** The chain of causes may be circular. */
  private static final int MOST_CAUSES = 20;

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

  /** OkHttp has no type for a proxy's refusal, only texts. */
  boolean isAboutProxy() {
    return chain.stream()
        .skip(1) // the SDK's own text
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains("authenticate with proxy") || text.contains("connect: 4"));
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
