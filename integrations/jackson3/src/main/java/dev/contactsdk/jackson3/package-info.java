/** A codec for the application's types, on its Jackson 3 mapper. */
@NullMarked
package dev.contactsdk.jackson3;

import org.jspecify.annotations.NullMarked;
