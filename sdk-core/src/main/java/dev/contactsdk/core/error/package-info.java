/**
 * Failures: one tree of unchecked exceptions. Each tells the outcome of a write.
 *
 * @serial exclude
 */
@NullMarked
package dev.contactsdk.core.error;

import org.jspecify.annotations.NullMarked;
