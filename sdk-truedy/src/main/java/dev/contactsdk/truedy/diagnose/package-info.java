/** Truedy's set-up check. Applications call {@code TruedyClient.diagnose()}. */
@NullMarked
package dev.contactsdk.truedy.diagnose;

import org.jspecify.annotations.NullMarked;
