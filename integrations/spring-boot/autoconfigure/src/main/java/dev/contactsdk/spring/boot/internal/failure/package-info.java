/** Says at start-up which property is wrong, and how to mend it. */
@NullMarked
package dev.contactsdk.spring.boot.internal.failure;

import org.jspecify.annotations.NullMarked;
