/** The application's own types, with its Jackson 3 mapper. */
@NullMarked
package dev.contactsdk.jackson3;

import org.jspecify.annotations.NullMarked;
