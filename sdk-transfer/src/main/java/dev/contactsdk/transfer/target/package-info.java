/** Where contacts go: Kore.ai, Truedy, and the application's own targets. */
@NullMarked
package dev.contactsdk.transfer.target;

import org.jspecify.annotations.NullMarked;
