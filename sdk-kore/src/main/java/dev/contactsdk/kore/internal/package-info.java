/** Envelopes, errors and queries of Kore.ai. Not for use outside the SDK. */
@NullMarked
package dev.contactsdk.kore.internal;

import org.jspecify.annotations.NullMarked;
