/** Kore.ai's set-up check. Applications call {@code KoreClient.diagnose()}. */
@NullMarked
package dev.contactsdk.kore.diagnose;

import org.jspecify.annotations.NullMarked;
