/** What a vendor module tells of its vendor's refusals. */
@NullMarked
package dev.contactsdk.core.spi.error;

import org.jspecify.annotations.NullMarked;
