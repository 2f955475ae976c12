/** Reading a vendor's refusals, for vendor modules. */
@NullMarked
package dev.contactsdk.core.spi.error;

import org.jspecify.annotations.NullMarked;
