/** The command {@code contacts}. */
@NullMarked
package dev.contactsdk.cli;

import org.jspecify.annotations.NullMarked;
