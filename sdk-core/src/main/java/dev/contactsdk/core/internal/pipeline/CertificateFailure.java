package dev.contactsdk.core.internal.pipeline;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Tells a certificate that was not accepted from other failures. The next attempt meets it too. */
final class CertificateFailure {
  /** Causes may go in a circle. */
  private static final int MOST_CAUSES = 20;

  private CertificateFailure() {}

  static boolean isIn(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(CertificateFailure::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof SSLPeerUnverifiedException
        || cause instanceof CertificateException
        || cause instanceof CertPathValidatorException
        || cause instanceof CertPathBuilderException;
  }
}
