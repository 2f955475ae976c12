/** The behaviour of the Truedy sandbox. Not for applications; it may change in any release. */
@NullMarked
package dev.contactsdk.sandbox.truedy;

import org.jspecify.annotations.NullMarked;
