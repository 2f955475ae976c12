/** Contacts of Kore.ai. */
@NullMarked
package dev.contactsdk.kore.contacts;

import org.jspecify.annotations.NullMarked;
