package dev.contactsdk.core.diagnose;

import org.jspecify.annotations.Nullable;

/**
 * One check of a diagnosis.
 *
 * @param name its name, such as {@code address.tls}; the same in every diagnosis of a vendor
 * @param verdict what it found
 * @param seen what was seen, in one line; credentials only as fingerprints
 * @param mend what to do, in one line; null when there is nothing to do
 */
public record Check(String name, Verdict verdict, String seen, @Nullable String mend) {}
