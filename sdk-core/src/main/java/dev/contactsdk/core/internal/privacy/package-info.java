/** Keeps personal data and credentials out of what is shown of a vendor's answers. */
@NullMarked
package dev.contactsdk.core.internal.privacy;

import org.jspecify.annotations.NullMarked;
