/** Envelopes, errors and queries of Truedy. Not for use outside the SDK. */
@NullMarked
package dev.contactsdk.truedy.internal;

import org.jspecify.annotations.NullMarked;
