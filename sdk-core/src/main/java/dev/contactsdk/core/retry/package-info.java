/** When a call is retried, and after what wait. */
@NullMarked
package dev.contactsdk.core.retry;

import org.jspecify.annotations.NullMarked;
