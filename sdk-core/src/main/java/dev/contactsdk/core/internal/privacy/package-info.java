/** What keeps credentials and personal data out of messages. Not for use outside the SDK. */
@NullMarked
package dev.contactsdk.core.internal.privacy;

import org.jspecify.annotations.NullMarked;
