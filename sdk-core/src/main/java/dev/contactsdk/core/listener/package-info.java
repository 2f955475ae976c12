/** Watching calls: what happens to them, for metrics, traces and logs. */
@NullMarked
package dev.contactsdk.core.listener;

import org.jspecify.annotations.NullMarked;
