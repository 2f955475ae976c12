/** Calls of the contact SDK, watched by OpenTelemetry. */
@NullMarked
package dev.contactsdk.opentelemetry;

import org.jspecify.annotations.NullMarked;
