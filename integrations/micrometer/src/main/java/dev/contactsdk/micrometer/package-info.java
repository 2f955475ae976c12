/** Calls of the contact SDK, watched by Micrometer. */
@NullMarked
package dev.contactsdk.micrometer;

import org.jspecify.annotations.NullMarked;
