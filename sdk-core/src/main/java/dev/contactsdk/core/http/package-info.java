/**
 * Requests and answers, and the two ways to inspect or replace them: interceptors and the
 * transport.
 */
@NullMarked
package dev.contactsdk.core.http;

import org.jspecify.annotations.NullMarked;
