/** The stages between a call and the network. Not for use outside the SDK. */
@NullMarked
package dev.contactsdk.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;
