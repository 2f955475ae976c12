/**
 * Failures: one tree of unchecked exceptions, each of which says what became of the write.
 *
 * @serial exclude
 */
@NullMarked
package dev.contactsdk.core.error;

import org.jspecify.annotations.NullMarked;
