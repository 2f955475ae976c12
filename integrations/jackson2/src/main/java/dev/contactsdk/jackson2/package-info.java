/** A codec for the application's types, on its Jackson 2 mapper. */
@NullMarked
package dev.contactsdk.jackson2;

import org.jspecify.annotations.NullMarked;
