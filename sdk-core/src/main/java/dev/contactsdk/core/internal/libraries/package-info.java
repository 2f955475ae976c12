/** Which libraries the SDK needs, and which are there. Looks at files only. */
@NullMarked
package dev.contactsdk.core.internal.libraries;

import org.jspecify.annotations.NullMarked;
