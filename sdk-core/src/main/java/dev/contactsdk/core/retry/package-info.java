/** When a call is tried again, and after what wait. */
@NullMarked
package dev.contactsdk.core.retry;

import org.jspecify.annotations.NullMarked;
