/** The result of a set-up check. */
@NullMarked
package dev.contactsdk.core.diagnose;

import org.jspecify.annotations.NullMarked;
