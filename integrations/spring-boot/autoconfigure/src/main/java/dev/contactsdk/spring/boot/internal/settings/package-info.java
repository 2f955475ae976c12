/** What properties can be set, and what is wrong with them. */
@NullMarked
package dev.contactsdk.spring.boot.internal.settings;

import org.jspecify.annotations.NullMarked;
