/** Calls of operations that the SDK does not model. */
@NullMarked
package dev.contactsdk.core.endpoint;

import org.jspecify.annotations.NullMarked;
