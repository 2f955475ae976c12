/** Makes a plan. */
@NullMarked
package dev.contactsdk.transfer.internal.plan;

import org.jspecify.annotations.NullMarked;
