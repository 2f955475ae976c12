/** Requests to a target: their pace, waits for it, and its listing. */
@NullMarked
package dev.contactsdk.transfer.internal.target;

import org.jspecify.annotations.NullMarked;
