/**
 * Requests, answers and the two places where bytes can be looked at or replaced: interceptors and
 * the transport.
 */
@NullMarked
package dev.contactsdk.core.http;

import org.jspecify.annotations.NullMarked;
