/** How a request gets its credential. */
@NullMarked
package dev.contactsdk.core.auth;

import org.jspecify.annotations.NullMarked;
