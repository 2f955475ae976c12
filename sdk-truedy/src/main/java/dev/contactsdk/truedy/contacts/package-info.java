/** Contacts of Truedy, and their import from CSV files. */
@NullMarked
package dev.contactsdk.truedy.contacts;

import org.jspecify.annotations.NullMarked;
