/** Adding credentials to requests. */
@NullMarked
package dev.contactsdk.core.auth;

import org.jspecify.annotations.NullMarked;
