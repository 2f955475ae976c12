/** The journal's tables. */
@NullMarked
package dev.contactsdk.transfer.internal.journal;

import org.jspecify.annotations.NullMarked;
