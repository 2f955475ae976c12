/** The transport on OkHttp. Not for use outside the SDK. */
@NullMarked
package dev.contactsdk.core.internal.okhttp;

import org.jspecify.annotations.NullMarked;
