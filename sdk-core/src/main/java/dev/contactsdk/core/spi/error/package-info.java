/** How a vendor's error answers are read. For vendor modules; applications do not need it. */
@NullMarked
package dev.contactsdk.core.spi.error;

import org.jspecify.annotations.NullMarked;
