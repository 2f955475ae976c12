/** Client-side rate limits, to stay below the vendor's limit. */
@NullMarked
package dev.contactsdk.core.limit;

import org.jspecify.annotations.NullMarked;
