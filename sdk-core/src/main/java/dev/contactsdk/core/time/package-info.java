/** The seam for time and chance, so that everything that waits can be tested without waiting. */
@NullMarked
package dev.contactsdk.core.time;

import org.jspecify.annotations.NullMarked;
