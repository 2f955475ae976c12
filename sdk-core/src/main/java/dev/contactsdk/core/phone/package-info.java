/** Phone numbers. */
@NullMarked
package dev.contactsdk.core.phone;

import org.jspecify.annotations.NullMarked;
