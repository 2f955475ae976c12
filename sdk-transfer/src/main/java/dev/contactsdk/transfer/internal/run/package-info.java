/** Runs and verifies a plan. */
@NullMarked
package dev.contactsdk.transfer.internal.run;

import org.jspecify.annotations.NullMarked;
