/** Calls and what carries them out: the transport core that the vendors' modules share. */
@NullMarked
package dev.contactsdk.core;

import org.jspecify.annotations.NullMarked;
