/**
 * Kore.ai and Truedy as real HTTP servers on the loopback interface, for tests and examples.
 *
 * <p>{@link dev.contactsdk.sandbox.KoreSandbox} and {@link dev.contactsdk.sandbox.TruedySandbox}
 * keep state, check credentials and every documented field, page, limit rates, and fail on command.
 * Nothing leaves the machine. With a {@link dev.contactsdk.core.time.VirtualClock} as the sandbox's
 * clock, no test waits for a rate limit or a retry.
 */
@NullMarked
package dev.contactsdk.sandbox;

import org.jspecify.annotations.NullMarked;
