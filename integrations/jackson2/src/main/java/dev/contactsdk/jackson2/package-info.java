/** The application's own types, with its Jackson 2 mapper. */
@NullMarked
package dev.contactsdk.jackson2;

import org.jspecify.annotations.NullMarked;
