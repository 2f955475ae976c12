package dev.contactsdk.kore;

import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.diagnose.Report;
import dev.contactsdk.kore.diagnose.KoreDiagnosis;
import dev.contactsdk.kore.internal.KoreProfile;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A builder's settings, which {@code build()} may refuse.
 *
 * @param url returns the base URL, or throws what is wrong with it
 * @param client makes a client for a URL
 */
record UncheckedSettings(Supplier<String> url, BiFunction<String, KoreAccess, KoreClient> client) {
  Diagnosis diagnose(Supplier<KoreAccess> usable) {
    return KoreDiagnosis.guarded(report -> diagnose(report, usable.get()));
  }

  private Diagnosis diagnose(Report report, KoreAccess access) {
    String root;
    try {
      root = KoreProfile.root(url.get());
    } catch (InvalidRequestException e) {
      return KoreDiagnosis.withoutAddress(report, access.setup(), e);
    }
    try (KoreClient made = client.apply(root, access)) {
      return made.diagnose();
    }
  }
}
