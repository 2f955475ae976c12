/** Keeping a vendor's rate limit before it is hit. */
@NullMarked
package dev.contactsdk.core.limit;

import org.jspecify.annotations.NullMarked;
