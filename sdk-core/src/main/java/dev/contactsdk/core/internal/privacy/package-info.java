/** Masks personal data and credentials in texts from vendors. */
@NullMarked
package dev.contactsdk.core.internal.privacy;

import org.jspecify.annotations.NullMarked;
