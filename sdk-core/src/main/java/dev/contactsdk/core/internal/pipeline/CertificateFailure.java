package dev.contactsdk.core.internal.pipeline;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Recognizes rejected certificates. The next attempt would fail the same way. */
final class CertificateFailure {
  /** The chain of causes may be circular. */
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
