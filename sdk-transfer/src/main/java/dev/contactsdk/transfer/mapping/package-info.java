/** Which column is which field, and whether a row can be sent. */
@NullMarked
package dev.contactsdk.transfer.mapping;

import org.jspecify.annotations.NullMarked;
