/** How a transfer runs: its settings, its progress, the states of rows, and why it cannot go on. */
@NullMarked
package dev.contactsdk.transfer.run;

import org.jspecify.annotations.NullMarked;
