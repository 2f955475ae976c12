/** Health from the last calls. */
@NullMarked
package dev.contactsdk.spring.boot.internal.health;

import org.jspecify.annotations.NullMarked;
