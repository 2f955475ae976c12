/** Time and randomness, replaceable so that tests do not wait. */
@NullMarked
package dev.contactsdk.core.time;

import org.jspecify.annotations.NullMarked;
