/** Compares the shapes of real answers with the documented ones. Records no values. */
@NullMarked
package dev.contactsdk.core.drift;

import org.jspecify.annotations.NullMarked;
