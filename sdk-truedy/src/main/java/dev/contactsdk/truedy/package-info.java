/**
 * Truedy: contacts, folders, CSV import and agents. Start with {@link
 * dev.contactsdk.truedy.TruedyClient}.
 */
@NullMarked
package dev.contactsdk.truedy;

import org.jspecify.annotations.NullMarked;
