/** Truedy's envelopes, errors and queries. Internal to the SDK. */
@NullMarked
package dev.contactsdk.truedy.internal;

import org.jspecify.annotations.NullMarked;
