/** Kore.ai's envelopes, errors and queries. Internal to the SDK. */
@NullMarked
package dev.contactsdk.kore.internal;

import org.jspecify.annotations.NullMarked;
