/** One short program per topic, and {@link dev.contactsdk.examples.Tour}, which runs them all. */
@NullMarked
package dev.contactsdk.examples;

import org.jspecify.annotations.NullMarked;
