/** Kore.ai's contact lists of campaigns, and the contacts in them. */
@NullMarked
package dev.contactsdk.kore.lists;

import org.jspecify.annotations.NullMarked;
