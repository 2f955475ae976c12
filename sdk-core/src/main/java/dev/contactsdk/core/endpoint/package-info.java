/** Calls of operations, including ones that the SDK does not model. */
@NullMarked
package dev.contactsdk.core.endpoint;

import org.jspecify.annotations.NullMarked;
