/** The behaviour of the Kore.ai sandbox. Not for applications; it may change in any release. */
@NullMarked
package dev.contactsdk.sandbox.kore;

import org.jspecify.annotations.NullMarked;
